//! Text without what readers of print get wrong most: case, marks above letters, punctuation.

/// Upper-case base letters and digits; everything else is a space. Letters of other scripts are
/// left out.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_uppercase) {
        match character {
            'A'..='Z' | '0'..='9' => folded.push(character),
            // A combining mark belongs to the letter before it.
            '\u{300}'..='\u{36f}' => {}
            _ => match base(character) {
                Some(letters) => folded.push_str(letters),
                None if character.is_alphanumeric() => {}
                None => folded.push(' '),
            },
        }
    }
    folded
}

/// [`fold`], without the spaces: readers lose and invent them.
pub(crate) fn condense(text: &str) -> String {
    fold(text).replace(' ', "")
}

fn base(upper: char) -> Option<&'static str> {
    Some(match upper {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'Æ' => "AE",
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => "C",
        'Ď' | 'Đ' | 'Ð' => "D",
        'È'..='Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => "E",
        'Ĝ' | 'Ğ' | 'Ġ' | 'Ģ' => "G",
        'Ĥ' | 'Ħ' => "H",
        'Ì'..='Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => "I",
        'Ĵ' => "J",
        'Ķ' => "K",
        'Ĺ' | 'Ļ' | 'Ľ' | 'Ŀ' | 'Ł' => "L",
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => "N",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ŏ' | 'Ő' => "O",
        'Œ' => "OE",
        'Ŕ' | 'Ŗ' | 'Ř' => "R",
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => "S",
        'ẞ' => "SS",
        'Ţ' | 'Ť' | 'Ŧ' | 'Ț' => "T",
        'Þ' => "TH",
        'Ù'..='Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => "U",
        'Ŵ' => "W",
        'Ý' | 'Ŷ' | 'Ÿ' => "Y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_punctuation_go() {
        assert_eq!(fold("Gültig bis / Août"), "GULTIG BIS   AOUT");
        assert_eq!(condense("Date d’expiration:"), "DATEDEXPIRATION");
        assert_eq!(condense("Straße, Łódź, İzmir, ø"), "STRASSELODZIZMIRO");
        assert_eq!(condense("Имя 12"), "12");
        assert_eq!(condense("e\u{301}t"), "ET");
    }
}
