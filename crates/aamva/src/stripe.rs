//! The magnetic stripe (AAMVA DL/ID Card Design Standard, annex F of the editions that had one):
//! three tracks, read as the elements that a barcode would have had.

use crate::elements::Elements;

/// Track 1: `%`, jurisdiction, then fields that end with `^` or at their greatest length.
const CITY: usize = 13;
const NAME: usize = 35;
const ADDRESS: usize = 29;
/// Track 2: `;`, issuer number, licence number, `=`, expiry `YYMM`, birth `CCYYMMDD`.
const ISSUER: usize = 6;
/// Track 3, behind the start sentinel and two digits of version: lengths of the fixed fields.
const TRACK_3: [(&str, usize); 9] = [
    ("DAK", 11),
    ("DCA", 2),
    ("DCB", 10),
    ("DCD", 4),
    ("DBC", 1),
    ("DAU", 3),
    ("DAW", 3),
    ("DAZ", 3),
    ("DAY", 3),
];
/// A month of expiry that says "none" or "the month of birth".
const NO_EXPIRY: &str = "77";
const BIRTH_MONTH: [&str; 2] = ["88", "99"];

/// Reads tracks that stand one after the other, each from its start to its end sentinel.
pub(crate) fn read(text: &str) -> Option<Elements> {
    let mut elements = Elements::default();
    let rest = text.trim_start().strip_prefix('%')?;
    let (first, rest) = rest.split_once('?')?;
    track_1(first, &mut elements)?;
    let rest = rest.trim_start();
    if let Some((second, rest)) = rest.strip_prefix(';').and_then(|rest| rest.split_once('?')) {
        track_2(second, &mut elements);
        let third = rest.trim_start().strip_prefix(['#', '%', '+']);
        if let Some((third, _)) = third.and_then(|third| third.split_once('?')) {
            track_3(third, &mut elements);
        }
    }
    Some(elements)
}

fn track_1(track: &str, elements: &mut Elements) -> Option<()> {
    let jurisdiction = track.get(..2)?;
    if !jurisdiction.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let (city, rest) = field(track.get(2..)?, CITY);
    let (name, rest) = field(rest, NAME);
    let (address, _) = field(rest, ADDRESS);
    elements.push("DAJ", jurisdiction);
    elements.push("DAI", city);
    // The same parts in the same order as `DAA`, with other separators.
    elements.push("DAA", &name.replace('$', ","));
    let mut lines = address.split('$');
    elements.push("DAG", lines.next().unwrap_or_default());
    if let Some(second) = lines.next() {
        elements.push("DAH", second);
    }
    Some(())
}

/// Up to a `^`, or as long as the field can be.
fn field(text: &str, longest: usize) -> (&str, &str) {
    match text.find('^') {
        Some(at) if at <= longest => (&text[..at], &text[at + 1..]),
        _ => text.split_at_checked(longest).unwrap_or((text, "")),
    }
}

fn track_2(track: &str, elements: &mut Elements) {
    let Some((number, dates)) = track.split_once('=') else {
        return;
    };
    if let Some(number) = number.get(ISSUER..) {
        elements.push("DAQ", number);
    }
    let (Some(expiry), Some(birth)) = (dates.get(..4), dates.get(4..12)) else {
        return;
    };
    elements.push("DBB", birth);
    let Some((year, month)) = expiry.split_at_checked(2) else {
        return;
    };
    let month = if BIRTH_MONTH.contains(&month) {
        birth.get(4..6).unwrap_or(month)
    } else {
        month
    };
    if month != NO_EXPIRY
        && let (Ok(year), Ok(month)) = (year.parse::<u16>(), month.parse::<u8>())
        && let Some(last) = (28..=31)
            .rev()
            .find_map(|day| crate::Date::new(2000 + year, month, day))
    {
        let date = format!("{:04}{:02}{:02}", last.year, last.month, last.day);
        elements.push("DBA", &date);
    }
}

fn track_3(track: &str, elements: &mut Elements) {
    // Version of the standard and of the jurisdiction; some encode the first as one character.
    let mut rest = track.get(2..).unwrap_or_default();
    for (id, length) in TRACK_3 {
        let Some((value, behind)) = rest.split_at_checked(length) else {
            return;
        };
        elements.push(id, value);
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRIPE: &str = "%TXAUSTIN^PUBLIC$JANE^12 ROCK ST^?;63601512345678=270819810131?\
        #\" 78729      C               2505130BLKBLU?";

    #[test]
    fn three_tracks() {
        let elements = read(STRIPE).unwrap();
        for (id, value) in [
            ("DAJ", "TX"),
            ("DAI", "AUSTIN"),
            ("DAA", "PUBLIC,JANE"),
            ("DAG", "12 ROCK ST"),
            ("DAQ", "12345678"),
            ("DBB", "19810131"),
            ("DBA", "20270831"),
            ("DAK", "78729"),
            ("DCA", "C"),
            ("DBC", "2"),
            ("DAU", "505"),
            ("DAW", "130"),
            ("DAZ", "BLK"),
            ("DAY", "BLU"),
        ] {
            assert_eq!(elements.get(id), Some(value), "{id}");
        }
    }

    #[test]
    fn an_expiry_in_the_month_of_birth_and_none_at_all() {
        let in_january = read(&STRIPE.replace("=2708", "=2788")).unwrap();
        assert_eq!(in_january.get("DBA"), Some("20270131"));
        let never = read(&STRIPE.replace("=2708", "=2777")).unwrap();
        assert_eq!(never.get("DBA"), None);
    }

    #[test]
    fn tracks_that_are_missing_are_left_out() {
        let first = read("%TXAUSTIN^PUBLIC$JANE^12 ROCK ST^?").unwrap();
        assert_eq!(first.get("DAQ"), None);
        assert!(read("%B4111111111111111^PUBLIC/JANE^?").is_none());
        assert!(read("TXAUSTIN").is_none());
    }

    #[test]
    fn letters_of_several_bytes_cut_nothing_in_two() {
        let elements = read("%TXAUSTIN^A^B^?;63601512345678='\u{717}\u{4}00000000?").unwrap();
        assert_eq!(elements.get("DBA"), None);
    }
}
