//! Check digits: weights 7, 3, 1, modulo 10 (Doc 9303-3, clause 4.9).

const WEIGHTS: [u32; 3] = [7, 3, 1];

/// The check digit of `data`, 0 to 9; `None` where a character is outside `A`–`Z`, `0`–`9`, `<`.
pub fn check_digit(data: &str) -> Option<u8> {
    let mut sum = 0;
    for (position, character) in data.chars().enumerate() {
        sum = (sum + value(character)? * WEIGHTS[position % 3]) % 10;
    }
    Some(sum as u8)
}

/// Whether `printed` is the check digit of `data`.
pub(crate) fn holds(data: &str, printed: char) -> bool {
    match (printed.to_digit(10), check_digit(data)) {
        (Some(printed), Some(computed)) => printed == u32::from(computed),
        _ => false,
    }
}

fn value(character: char) -> Option<u32> {
    match character {
        '<' => Some(0),
        '0'..='9' | 'A'..='Z' => character.to_digit(36),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_of_the_standard() {
        assert_eq!(check_digit("520727"), Some(3));
        assert_eq!(check_digit("AB2134<<<"), Some(5));
        assert_eq!(
            check_digit("HA672242<658022549601086<<<<<<<<<<<<<<0"),
            Some(8)
        );
        assert_eq!(check_digit("D23145890734"), Some(9));
        assert_eq!(check_digit(""), Some(0));
    }

    #[test]
    fn nothing_outside_the_alphabet_has_a_value() {
        assert_eq!(check_digit("12a"), None);
        assert_eq!(check_digit("12 "), None);
        assert_eq!(check_digit("Ä"), None);
    }

    #[test]
    fn a_filler_is_no_check_digit() {
        assert!(holds("<<<<<<", '0'));
        assert!(!holds("<<<<<<", '<'));
        assert!(!holds("52a727", '3'));
    }
}
