//! The Dutch burgerservicenummer (BSN), nine digits.

use super::arithmetic::{completed, digits, weighted, whole, without};
use super::scheme::{CheckDigits, Holder, Number, Scheme};

/// The last one is -1, modulo 11.
const WEIGHTS: [u32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, 10];

pub(super) const SCHEME: Scheme = Scheme {
    name: "burgerservicenummer",
    countries: &["NLD"],
    source: "Wet algemene bepalingen burgerservicenummer; Logisch Ontwerp BSN: de elfproef",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 9] = digits(&without(text, &['.']))?;
    Some(Number {
        holds: Some(weighted(&number, &WEIGHTS).is_multiple_of(11) && whole(&number) > 0),
        ..Number::default()
    })
}

fn make(_: &Holder, serial: u32) -> Option<String> {
    let text = format!("{:08}", 1 + serial % 99_999_999);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        assert_eq!(read("111222333").unwrap().holds, Some(true));
        assert_eq!(read("999990019").unwrap().holds, Some(true));
        assert_eq!(read("111222334").unwrap().holds, Some(false));
        assert_eq!(read("000000000").unwrap().holds, Some(false));
        assert!(read("11122233").is_none());
    }
}
