//! Sums of digits.

/// The characters of a text without spaces and these marks, in capitals.
pub(super) fn without(text: &str, marks: &[char]) -> String {
    let characters = text
        .chars()
        .filter(|c| !c.is_whitespace() && !marks.contains(c));
    characters.map(|c| c.to_ascii_uppercase()).collect()
}

/// So many digits; `None` for any other text.
pub(super) fn digits<const N: usize>(text: &str) -> Option<[u8; N]> {
    let values = text.chars().map(|c| Some(c.to_digit(10)? as u8));
    values.collect::<Option<Vec<u8>>>()?.try_into().ok()
}

/// Two digits as one number.
pub(super) fn pair(digits: &[u8], at: usize) -> u8 {
    10 * digits[at] + digits[at + 1]
}

/// The sum of the digits times the weights beside them.
pub(super) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    let products = digits.iter().zip(weights);
    products
        .map(|(digit, weight)| u32::from(*digit) * weight)
        .sum()
}

/// All digits as one number.
pub(super) fn whole(digits: &[u8]) -> u64 {
    let number = |number: u64, digit: &u8| 10 * number + u64::from(*digit);
    digits.iter().fold(0, number)
}

/// Whether the last digit makes the sum right: every second one is doubled from the right on (ISO/IEC
/// 7812-1, annex B).
pub(super) fn luhn(values: &[u8]) -> bool {
    let sum: u32 = values
        .iter()
        .rev()
        .enumerate()
        .map(|(at, value)| {
            let value = u32::from(*value) * if at % 2 == 1 { 2 } else { 1 };
            if at % 2 == 1 && value > 9 {
                value - 9
            } else {
                value
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The digit that, put behind these, makes `holds` true.
pub(super) fn completed(text: &str, holds: impl Fn(&str) -> bool) -> Option<String> {
    let with = |digit: char| format!("{text}{digit}");
    ('0'..='9').map(with).find(|text| holds(text))
}
