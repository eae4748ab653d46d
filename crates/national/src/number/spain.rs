//! The Spanish DNI, `12345678Z`, and the NIE of foreigners, `X1234567L`.

use super::arithmetic::without;
use super::scheme::{CheckDigits, Holder, Number, Scheme};

const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

pub(super) const SCHEME: Scheme = Scheme {
    name: "DNI / NIE",
    countries: &["ESP"],
    source: "Real Decreto 1553/2005, article 11; Orden INT/2058/2008",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &['-', '.', '–']);
    if text.len() != 9 || !text.is_ascii() {
        return None;
    }
    let (data, letter) = text.split_at(8);
    let data = match data.as_bytes()[0] {
        first @ b'X'..=b'Z' => format!("{}{}", first - b'X', &data[1..]),
        _ => data.to_owned(),
    };
    data.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(())?;
    let letter = letter.as_bytes()[0];
    letter.is_ascii_uppercase().then_some(())?;
    Some(Number {
        holds: Some(LETTERS[(data.parse::<u64>().ok()? % 23) as usize] == letter),
        ..Number::default()
    })
}

fn make(_: &Holder, serial: u32) -> Option<String> {
    let number = serial % 100_000_000;
    let letter = LETTERS.get((number % 23) as usize)?;
    Some(format!("{number:08}{}", *letter as char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_hold() {
        for text in ["12345678Z", "99999999R", "X1234567L", "12.345.678-Z"] {
            assert_eq!(read(text).unwrap().holds, Some(true), "{text}");
        }
        assert_eq!(read("12345679Z").unwrap().holds, Some(false));
        assert!(read("123456789").is_none());
    }
}
