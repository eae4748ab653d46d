//! Dates of birth inside numbers.

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// Of the Gregorian calendar, with its century.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A year as a number has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// With its century.
    Full(u16),
    /// Its last two digits.
    Short(u8),
}

/// The date of birth that a number has; there is such a day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// With or without its century.
    pub year: Year,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Birth {
    /// `None` where the calendar has no such day. Years without a century may be leap years.
    pub(super) fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        let leap = match year {
            Year::Full(year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0),
            Year::Short(year) => year % 4 == 0,
        };
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// Whether it is this day, as far as the number tells.
    pub fn is(self, date: Date) -> bool {
        self.is_month_of(date) && self.day == date.day
    }

    /// Whether it is in the month of this day.
    pub fn is_month_of(self, date: Date) -> bool {
        let year = match self.year {
            Year::Full(year) => year == date.year,
            Year::Short(year) => u16::from(year) == date.year % 100,
        };
        year && self.month == date.month
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_only_days_of_the_calendar() {
        for (year, month, day, is_one) in [
            (Year::Full(2000), 2, 29, true),
            (Year::Full(1900), 2, 29, false),
            (Year::Short(0), 2, 29, true),
            (Year::Short(1), 2, 29, false),
            (Year::Full(1974), 4, 31, false),
            (Year::Full(1974), 13, 1, false),
            (Year::Full(1974), 1, 0, false),
        ] {
            assert_eq!(Birth::new(year, month, day).is_some(), is_one);
        }
    }
}
