//! The Swiss AHV number, `756.9217.0769.85`.

use super::arithmetic::{completed, digits, weighted, without};
use super::scheme::{CheckDigits, Holder, Number, Scheme};

/// As EAN-13 (ISO/IEC 15420).
const WEIGHTS: [u32; 13] = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];

pub(super) const SCHEME: Scheme = Scheme {
    name: "AHV-Nummer / numéro AVS",
    countries: &["CHE"],
    source: "AHVG (SR 831.10), article 50c; AHVV (SR 831.101), article 133bis",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 13] = digits(&without(text, &['.']))?;
    number.starts_with(&[7, 5, 6]).then(|| Number {
        holds: Some(weighted(&number, &WEIGHTS).is_multiple_of(10)),
        ..Number::default()
    })
}

fn make(_: &Holder, serial: u32) -> Option<String> {
    completed(&format!("756{:09}", serial % 1_000_000_000), |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        assert_eq!(read("756.9217.0769.85").unwrap().holds, Some(true));
        assert_eq!(read("756.9217.0769.84").unwrap().holds, Some(false));
        assert!(read("123.9217.0769.85").is_none());
    }
}
