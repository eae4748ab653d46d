use super::GenerateError;
use crate::transliterate::{has_unknown_letters, transliterate};

/// Between primary and secondary identifier.
const PARTING: &str = "<<";

/// The name field in at most `room` characters.
pub(super) fn field(
    surname: &str,
    given_names: &str,
    room: usize,
) -> Result<String, GenerateError> {
    let primary = identifier("surname", surname)?;
    let secondary = identifier("given_names", given_names)?;
    if secondary.is_empty() {
        return match primary.as_str() {
            "" => Err(GenerateError::Missing { field: "surname" }),
            primary => Ok(fit(primary, room)),
        };
    }
    if primary.is_empty() {
        // A single name that its issuer takes for a given one.
        return Ok(format!(
            "{PARTING}{}",
            fit(&secondary, room - PARTING.len())
        ));
    }
    // At least one letter of the given names has to show.
    let primary = fit(&primary, room - PARTING.len() - 1);
    let secondary = fit(&secondary, room - PARTING.len() - primary.len());
    Ok(format!("{primary}{PARTING}{secondary}"))
}

pub(crate) fn identifier(field: &'static str, name: &str) -> Result<String, GenerateError> {
    if has_unknown_letters(name) {
        return Err(GenerateError::Character { field });
    }
    Ok(transliterate(name).replace(' ', "<"))
}

/// Cuts a name of several words to `room` characters of which the last is a letter: that letter
/// is what tells a reader of a truncated name. Where the cut falls on a filler, the last word
/// before it that can spare a letter gives one.
pub(crate) fn fit(name: &str, room: usize) -> String {
    let mut name = name.to_owned();
    while name.len() > room {
        if !name[..room].ends_with('<') {
            name.truncate(room);
            break;
        }
        match last_letter_to_spare(&name[..room]) {
            Some(position) => {
                name.remove(position);
            }
            None => name.truncate(room - 1),
        }
    }
    name
}

/// The last letter of the last word with more than one letter.
fn last_letter_to_spare(name: &str) -> Option<usize> {
    let bytes = name.as_bytes();
    (1..bytes.len())
        .rev()
        .find(|&position| bytes[position] != b'<' && bytes[position - 1] != b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn td3(surname: &str, given_names: &str) -> String {
        field(surname, given_names, 39).expect("a name")
    }

    #[test]
    fn names_that_fit_are_whole() {
        assert_eq!(td3("van der Muellen", "Hilda"), "VAN<DER<MUELLEN<<HILDA");
        assert_eq!(td3("Arkfreith", ""), "ARKFREITH");
        assert_eq!(td3("", "Arkfreith"), "<<ARKFREITH");
        assert_eq!(
            field("Papandropoulous", "Jonathon Alec", 30).as_deref(),
            Ok("PAPANDROPOULOUS<<JONATHON<ALEC")
        );
    }

    #[test]
    fn names_that_do_not_fit_end_in_a_letter() {
        assert_eq!(
            td3("Nilavadhanananda", "Chayapa Dejthamrong Krasuang"),
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"
        );
        assert_eq!(
            td3("Nilavadhanananda", "Arnpol Petch Charonguang"),
            "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU"
        );
        assert_eq!(
            td3(
                "Bennelong Wooloomooloo Warrandyte Warnambool",
                "Dingo Potoroo"
            ),
            "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WA<<D"
        );
        assert_eq!(td3(&"A".repeat(80), ""), "A".repeat(39));
    }

    #[test]
    fn a_word_before_the_cut_makes_room() {
        assert_eq!(field("Abc", "Defg Hij", 10).as_deref(), Ok("ABC<<DEF<H"));
        assert_eq!(field("Abc", "Defg H Ij", 12).as_deref(), Ok("ABC<<DEF<H<I"));
        // Nothing but initials before the cut: no letter can be spared.
        assert_eq!(field("A B C", "", 4).as_deref(), Ok("A<B"));
    }

    #[test]
    fn names_need_latin_letters() {
        assert_eq!(
            field("Иванов", "", 39),
            Err(GenerateError::Character { field: "surname" })
        );
        assert_eq!(
            field("A", "B2", 39),
            Err(GenerateError::Character {
                field: "given_names"
            })
        );
        assert_eq!(
            field(" - ", "", 39),
            Err(GenerateError::Missing { field: "surname" })
        );
    }
}
