use crate::Fields;
use std::fmt;

/// A calendar date of which parts may be unknown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Date {
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// Four digits.
    pub year: Option<u16>,
}

impl Date {
    /// A date of which every part is known.
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        Self {
            day: Some(day),
            month: Some(month),
            year: Some(year),
        }
    }

    /// Whether some calendar day has the parts that are known.
    pub(crate) fn exists(self) -> bool {
        let longest = match self.month {
            None | Some(1 | 3 | 5 | 7 | 8 | 10 | 12) => 31,
            Some(4 | 6 | 9 | 11) => 30,
            Some(2) if self.year.is_some_and(|year| !is_leap(year)) => 28,
            Some(2) => 29,
            Some(_) => return false,
        };
        self.day.is_none_or(|day| (1..=longest).contains(&day))
    }

    /// `YYMMDD` with `<<` for the parts that are unknown (9303-3 clause 4.8).
    pub fn to_mrz(self) -> String {
        let two = |part: Option<u8>| part.map_or("<<".to_owned(), |part| format!("{part:02}"));
        let year = self.year.map(|year| (year % 100) as u8);
        format!("{}{}{}", two(year), two(self.month), two(self.day))
    }
}

/// Shows which parts are known, not what they are.
impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Date").finish_non_exhaustive()
    }
}

/// The holder's date of birth, in the latest century that doesn't put it after `today` (year,
/// month, day). Parts that the document leaves open are `None`; a date that no calendar has is
/// `None` in all parts.
pub fn birth_date(fields: &Fields, today: (u16, u8, u8)) -> Date {
    read(&fields.birth_date, |date| {
        let (year, month, day) = today;
        let Some(born) = date.year else { return true };
        let known = (born, date.month.unwrap_or(1), date.day.unwrap_or(1));
        // With the month open the day says nothing.
        let known = if date.month.is_none() {
            (born, 1, 1)
        } else {
            known
        };
        known <= (year, month, day)
    })
}

/// The date of expiry, in the century that puts its year within 50 years before and 49 years after
/// `today` (year, month, day). Parts that the document leaves open are `None`; a date that no
/// calendar has is `None` in all parts.
pub fn expiry_date(fields: &Fields, today: (u16, u8, u8)) -> Date {
    let first = today.0.saturating_sub(50);
    read(&fields.expiry_date, |date| {
        date.year
            .is_none_or(|year| (first..first.saturating_add(100)).contains(&year))
    })
}

/// Reads `YYMMDD` in the latest century that is acceptable.
fn read(text: &str, acceptable: impl Fn(Date) -> bool) -> Date {
    let parts = (
        part(text.get(0..2)),
        part(text.get(2..4)),
        part(text.get(4..6)),
    );
    let (Ok(year), Ok(month), Ok(day)) = parts else {
        return Date::default();
    };
    // Some issuers write 00 for an unknown day or month.
    let month = month.filter(|&month| month != 0);
    let day = day.filter(|&day| day != 0);
    [2100, 2000, 1900, 1800]
        .map(|century| year.map(|year| century + u16::from(year)))
        .into_iter()
        .map(|year| Date { day, month, year })
        .find(|&date| date.exists() && acceptable(date))
        .unwrap_or_default()
}

struct NotADate;

/// Two digits, or `None` for two fillers, which stand for an unknown part.
fn part(text: Option<&str>) -> Result<Option<u8>, NotADate> {
    match text.ok_or(NotADate)? {
        "<<" => Ok(None),
        text if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().map(Some).map_err(|_| NotADate)
        }
        _ => Err(NotADate),
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: (u16, u8, u8) = (2026, 11, 22);

    fn born(text: &str) -> Date {
        birth_date(
            &Fields {
                birth_date: text.to_owned(),
                ..Fields::default()
            },
            TODAY,
        )
    }

    fn expires(text: &str) -> Date {
        expiry_date(
            &Fields {
                expiry_date: text.to_owned(),
                ..Fields::default()
            },
            TODAY,
        )
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        assert!(born("261122") == Date::new(2026, 11, 22));
        assert!(born("261123") == Date::new(1926, 11, 23));
        assert!(born("740812") == Date::new(1974, 8, 12));
        assert!(born("000229") == Date::new(2000, 2, 29));
    }

    #[test]
    fn documents_expire_near_today() {
        assert!(expires("120415") == Date::new(2012, 4, 15));
        assert!(expires("751231") == Date::new(2075, 12, 31));
        assert!(expires("760101") == Date::new(1976, 1, 1));
        assert!(expires("941101") == Date::new(1994, 11, 1));
    }

    #[test]
    fn unknown_parts_stay_open() {
        assert!(
            born("64<<<<")
                == Date {
                    day: None,
                    month: None,
                    year: Some(1964)
                }
        );
        assert!(
            born("6408<<")
                == Date {
                    day: None,
                    month: Some(8),
                    year: Some(1964)
                }
        );
        assert!(
            born("640000")
                == Date {
                    day: None,
                    month: None,
                    year: Some(1964)
                }
        );
        assert!(
            born("<<0812")
                == Date {
                    day: Some(12),
                    month: Some(8),
                    year: None
                }
        );
        assert!(born("<<<<<<") == Date::default());
        assert!(
            born("26<<<<")
                == Date {
                    day: None,
                    month: None,
                    year: Some(2026)
                }
        );
        assert!(
            born("2612<<")
                == Date {
                    day: None,
                    month: Some(12),
                    year: Some(1926)
                }
        );
    }

    #[test]
    fn impossible_dates_are_not_dates() {
        for text in [
            "641301", "640431", "650229", "640132", "ROBERT", "6<0101", "", "64081", "+1+1+1",
        ] {
            assert!(born(text) == Date::default(), "{text}");
        }
    }

    #[test]
    fn printed_form() {
        assert_eq!(Date::new(1974, 8, 2).to_mrz(), "740802");
        assert_eq!(
            Date {
                year: Some(2009),
                ..Date::default()
            }
            .to_mrz(),
            "09<<<<"
        );
    }
}
