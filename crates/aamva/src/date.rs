use std::fmt;

/// A calendar date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

const YEARS: std::ops::RangeInclusive<u16> = 1880..=2199;

impl Date {
    /// `None` where no calendar has that day, or the year is none that cards speak of.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let longest = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            _ => return None,
        };
        (YEARS.contains(&year) && (1..=longest).contains(&day)).then_some(Self { year, month, day })
    }

    /// `MMDDCCYY` (United States) or `CCYYMMDD` (Canada, and everybody in version 1). Cards use
    /// either whatever their country; no text is a date in both.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits: String = text
            .trim()
            .chars()
            .filter(|&character| !matches!(character, '-' | '/'))
            .take(8)
            .collect();
        if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let year = |text: &str| text.parse().ok();
        let two = |text: &str| text.parse().ok();
        let read =
            |year: Option<u16>, month: Option<u8>, day: Option<u8>| Self::new(year?, month?, day?);
        read(year(&digits[4..]), two(&digits[..2]), two(&digits[2..4]))
            .or_else(|| read(year(&digits[..4]), two(&digits[4..6]), two(&digits[6..])))
    }
}

/// Shows that there is one, not which.
impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Date").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders() {
        let expected = Date::new(2020, 7, 12);
        for text in [
            "07122020",
            "20200712",
            "07-12-2020",
            "07/12/2020",
            "07122020M",
        ] {
            assert!(Date::read(text) == expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "", "00000000", "02302020", "0712202", "unavl", "07122O20", "13132020",
        ] {
            assert!(Date::read(text).is_none(), "{text}");
        }
    }

    #[test]
    fn no_text_is_a_date_in_both_orders() {
        for year in YEARS {
            assert!(!(1..=12).contains(&(year / 100)));
        }
    }
}
