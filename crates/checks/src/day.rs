use jiff::civil::Date;
use jiff::{Timestamp, ToSpan, tz::TimeZone};

/// A day of the calendar, the day in UTC where it says when a check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    /// `None` where no calendar has this day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The day in UTC, `seconds` after 1970-01-01 00:00. Times outside the years -9999 to 9999
    /// count as the first or last day of these.
    pub fn from_unix(seconds: i64) -> Self {
        let edge = if seconds < 0 { Date::MIN } else { Date::MAX };
        Self(
            Timestamp::from_second(seconds)
                .map_or(edge, |time| time.to_zoned(TimeZone::UTC).date()),
        )
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// −9999 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    pub(crate) fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    pub(crate) fn minus_years(self, years: i16) -> Self {
        Self(self.0.saturating_sub(years.years()))
    }

    /// Year, month, day as `mrz` takes them.
    pub(crate) fn parts(self) -> (u16, u8, u8) {
        (
            self.year().max(0).cast_unsigned(),
            self.month().cast_unsigned(),
            self.day().cast_unsigned(),
        )
    }

    /// The first day that a date with open parts can mean; `None` where its year is open.
    pub(crate) fn earliest(date: identity::Date) -> Option<Self> {
        let month = date.month.unwrap_or(1);
        let day = date.month.and(date.day).unwrap_or(1);
        Self::new(
            date.year?.try_into().ok()?,
            month.try_into().ok()?,
            day.try_into().ok()?,
        )
    }

    /// The last day that a date with open parts can mean; `None` where its year is open.
    pub(crate) fn latest(date: identity::Date) -> Option<Self> {
        let month = date.month.unwrap_or(12);
        let first = Date::new(date.year?.try_into().ok()?, month.try_into().ok()?, 1).ok()?;
        match date.month.and(date.day) {
            Some(day) => Self::new(first.year(), first.month(), day.try_into().ok()?),
            None => Some(Self(first.last_of_month())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_days_in_utc() {
        assert_eq!(Day::from_unix(0), Day::new(1970, 1, 1).unwrap());
        assert_eq!(Day::from_unix(-1), Day::new(1969, 12, 31).unwrap());
        assert_eq!(
            Day::from_unix(1_795_305_599),
            Day::new(2026, 11, 21).unwrap()
        );
        assert_eq!(
            Day::from_unix(1_795_305_600),
            Day::new(2026, 11, 22).unwrap()
        );
        assert_eq!(Day::from_unix(i64::MAX).year(), 9999);
    }

    #[test]
    fn open_parts_stretch_a_date() {
        let date = |day, month| identity::Date {
            day,
            month,
            year: Some(2024),
        };
        assert_eq!(Day::latest(date(None, Some(2))), Day::new(2024, 2, 29));
        assert_eq!(Day::latest(date(None, None)), Day::new(2024, 12, 31));
        assert_eq!(Day::earliest(date(Some(5), None)), Day::new(2024, 1, 1));
        assert_eq!(Day::latest(date(Some(31), Some(2))), None);
        assert_eq!(
            Day::latest(identity::Date {
                day: None,
                month: None,
                year: None
            }),
            None
        );
    }
}
