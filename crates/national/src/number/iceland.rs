//! The Icelandic kennitala, `120174-3399`.

use super::arithmetic::{digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme};

const WEIGHTS: [u32; 9] = [3, 2, 7, 6, 5, 4, 3, 2, 1];

pub(super) const SCHEME: Scheme = Scheme {
    name: "kennitala",
    countries: &["ISL"],
    source: "Lög um skráningu einstaklinga nr. 140/2019, article 10; Þjóðskrá Íslands",
    // From 2026 on Þjóðskrá gives out numbers without a check digit too.
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 10] = digits(&without(text, &['-', '–']))?;
    let century = match number[9] {
        8 => 1800,
        9 => 1900,
        0 => 2000,
        _ => return None,
    };
    let year = Year::Full(century + u16::from(pair(&number, 4)));
    Some(Number {
        holds: Some(weighted(&number, &WEIGHTS).is_multiple_of(11)),
        birth: Some(Birth::new(year, pair(&number, 2), pair(&number, 0))?),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let birth = holder.birth?;
    let century = match birth.year {
        1800..=1899 => 8,
        1900..=1999 => 9,
        2000..=2099 => 0,
        _ => return None,
    };
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{day:02}{month:02}{year:02}-{:02}", 20 + serial % 80);
    let with = |digit: u32| format!("{text}{digit}{century}");
    let holds = |text: &String| read(text).is_some_and(|read| read.holds == Some(true));
    (0..10).map(with).find(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_number_holds() {
        // The example of Þjóðskrá.
        assert_eq!(read("120174-3399").unwrap().holds, Some(true));
        assert_eq!(read("120174-3389").unwrap().holds, Some(false));
        assert!(read("121374-3399").is_none());
        assert!(read("120174-3391").is_none());
    }
}
