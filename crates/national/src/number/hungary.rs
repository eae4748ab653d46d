//! The Hungarian személyi azonosító, `1-800101-1234`.

use super::arithmetic::{completed, digits, pair, weighted, without};
use super::birth::{Birth, Year};
use super::scheme::{CheckDigits, Holder, Number, Scheme, Sex};

const RISING: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const FALLING: [u32; 10] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
/// Born from this year on, digits count the other way round.
const TURNED: u16 = 1997;

pub(super) const SCHEME: Scheme = Scheme {
    name: "személyi azonosító",
    countries: &["HUN"],
    source: "1996. évi XX. törvény, annex",
    check_digits: CheckDigits::Usually,
    day_may_differ: false,
    names: None,
    read,
    make,
};

fn read(text: &str) -> Option<Number> {
    let number: [u8; 11] = digits(&without(text, &['-', '–']))?;
    let century = match number[0] {
        // 5 to 8 are citizens of other countries.
        1 | 2 | 5 | 6 => 1900,
        3 | 4 | 7 | 8 => 2000,
        _ => return None,
    };
    let year = century + u16::from(pair(&number, 1));
    let weights = if year < TURNED { RISING } else { FALLING };
    let check = weighted(&number, &weights) % 11;
    Some(Number {
        holds: Some(check == u32::from(number[10])),
        birth: Some(Birth::new(
            Year::Full(year),
            pair(&number, 3),
            pair(&number, 5),
        )?),
        sex: Some(Sex::odd_is_male(number[0])),
        ..Number::default()
    })
}

fn make(holder: &Holder, serial: u32) -> Option<String> {
    let (birth, sex) = (holder.birth?, holder.sex?);
    let first = match birth.year {
        1900..=1999 => 1,
        2000..=2099 => 3,
        _ => return None,
    };
    let first = first + u16::from(sex == Sex::Female);
    let (year, month, day) = (birth.year % 100, birth.month, birth.day);
    let text = format!("{first}-{year:02}{month:02}{day:02}-{:03}", serial % 1000);
    completed(&text, |text| {
        read(text).is_some_and(|read| read.holds == Some(true))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_count_the_other_way_round_for_younger_people() {
        let sums = [("1-810101-123", RISING), ("3-040101-123", FALLING)];
        for (text, weights) in sums {
            let values: Vec<u8> = without(text, &['-'])
                .bytes()
                .map(|byte| byte - b'0')
                .collect();
            let check = weighted(&values, &weights) % 11;
            assert!(check < 10);
            assert_eq!(read(&format!("{text}{check}")).unwrap().holds, Some(true));
        }
        assert!(read("9-810101-0000").is_none());
    }
}
