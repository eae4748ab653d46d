//! The Portuguese number of the cartão de cidadão, `00000000 0 ZZ4`.

use super::arithmetic::{completed, luhn, without};
use super::scheme::{CheckDigits, Holder, Number, Scheme};

pub(super) const SCHEME: Scheme = Scheme {
    name: "número do cartão de cidadão",
    countries: &["PRT"],
    source: "Lei n.º 7/2007, article 16; Autenticação com o Cartão de Cidadão: validação do número de documento",
    check_digits: CheckDigits::Always,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let text = without(text, &['-', '–']);
    if text.len() != 12 || !text.is_ascii() {
        return None;
    }
    let values: Vec<u8> = text
        .bytes()
        .map(|byte| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'A'..=b'Z' => Some(byte - b'A' + 10),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let is_digit = |at: &usize| values[*at] < 10;
    let is_number = (0..9).all(|at| is_digit(&at)) && is_digit(&11);
    // Otherwise it is some other number of twelve digits.
    let has_version = values[9] >= 10;
    (is_number && has_version).then(|| Number {
        holds: Some(luhn(&values)),
        ..Number::default()
    })
}

fn make(_: &Holder, serial: u32) -> Option<String> {
    let text = format!("{:09}ZZ", serial % 1_000_000_000);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        assert_eq!(read("00000000 0 ZZ4").unwrap().holds, Some(true));
        assert_eq!(read("000000001ZZ4").unwrap().holds, Some(false));
        assert!(read("000000000004").is_none());
    }
}
