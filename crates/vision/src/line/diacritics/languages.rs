//! Which marks stand together: a word is hardly ever in two languages.

/// Marked letters of each language of the alphabet's, in capitals.
const LANGUAGES: [&str; 21] = [
    // Albanian.
    "ÇË",
    // Basque, Catalan, Galician, Spanish.
    "ÁÀÇÉÈÍÏÑÓÒÚÜ",
    // Bosnian, Croatian, Montenegrin, Serbian, Slovene.
    "ČĆĐŠŽ",
    // Czech.
    "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
    // Danish, Norwegian.
    "ÅÆÉØ",
    // Dutch.
    "ÁÄÉÈËÍÏÓÖÜ",
    // Estonian.
    "ÄÕÖŠÜŽ",
    // Finnish, German, Swedish.
    "ÅÄÉÖÜ",
    // French.
    "ÀÂÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ",
    // Hungarian.
    "ÁÉÍÓÖŐÚÜŰ",
    // Icelandic and Faroese; eth looks like Đ.
    "ÁÆĐÉÍÓÖØÚÝÞ",
    // Irish, Italian, Scottish Gaelic.
    "ÁÀÉÈÍÌÎÓÒÚÙ",
    // Latvian.
    "ĀČĒĢĪĶĻŅŠŪŽ",
    // Lithuanian.
    "ĄČĘĖĮŠŲŪŽ",
    // Maltese.
    "ÀĊÈĠĦÌÒÙŻ",
    // Polish.
    "ĄĆĘŁŃÓŚŹŻ",
    // Portuguese.
    "ÁÀÂÃÇÉÊÍÓÔÕÚÜ",
    // Romanian.
    "ÂĂÎȘȚ",
    // Slovak.
    "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ",
    // Turkish.
    "ÂÇĞÎİÖŞÛÜ",
    // Welsh.
    "ÁÄÂÉËÊÏÎÖÔÛŴŶ",
];

/// For each language, whether it writes a marked letter, small or capital.
pub(super) fn languages() -> impl Iterator<Item = impl Fn(&str) -> bool> {
    LANGUAGES.iter().map(|letters| {
        move |letter: &str| {
            let capital = match letter {
                // What it lacks is what sets it apart, as what İ has does.
                "ı" => "İ".to_owned(),
                other => other.to_uppercase(),
            };
            letters.contains(&capital)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::alphabet::groups;

    #[test]
    fn every_marked_letter_has_a_language() {
        for group in groups() {
            for &letter in group.letters.iter().filter(|letter| !letter.is_ascii()) {
                assert!(languages().any(|writes| writes(letter)), "{letter}");
            }
        }
    }

    #[test]
    fn small_letters_belong_to_the_language_of_their_capitals() {
        let turkish = languages().nth(19).unwrap();
        assert!(["ç", "ğ", "ı", "İ", "Ş"].into_iter().all(&turkish));
        assert!(!turkish("ů"));
    }
}
