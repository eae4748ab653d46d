//! The order in which a card's dates can be: its holder is born, gets it, and it expires.

use identity::Date;

use crate::Day;

/// Cards without a date that is printed beside its word are valid for so many years at most.
const LONGEST_YEARS: i16 = 12;
/// Birthdays until which cards say that their holders are minors: such a date is not the card's.
const MINORS: [i16; 3] = [18, 19, 21];

/// A card's dates as far as print says which is which.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Dates {
    pub(super) birth: Option<Date>,
    pub(super) issue: Option<Date>,
    pub(super) expiry: Option<Date>,
}

impl Dates {
    /// Dates that can be true together. Where two are in order and a third is not, the third goes; where no
    /// two are, all go. `youngest` is the holder's age when the card is issued, in full years, at least.
    pub(super) fn in_order(self, youngest: i16) -> Self {
        let Self {
            birth,
            issue,
            expiry,
        } = self;
        let born_first = ordered(birth, issue, youngest);
        let old_enough = ordered(birth, expiry, youngest);
        let issued_first = ordered(issue, expiry, 0);
        if ![born_first, old_enough, issued_first].contains(&Some(false)) {
            return self;
        }
        // The pair that is in order: of birth and expiry before any other, for so many years are between them.
        match (old_enough, born_first, issued_first) {
            (Some(true), ..) => Self {
                issue: None,
                ..self
            },
            (_, Some(true), _) => Self {
                expiry: None,
                ..self
            },
            (.., Some(true)) => Self {
                birth: None,
                ..self
            },
            _ => Self::default(),
        }
    }

    /// With the dates that print has beside no word, where nothing else of three dates can be meant. Two that
    /// are missing are known by a card that expires on its holder's birthday.
    pub(super) fn completed(self, free: &[Date], youngest: i16) -> Self {
        let known = [self.birth, self.issue, self.expiry];
        let missing = known.iter().filter(|date| date.is_none()).count();
        let mut all: Vec<(Day, Date)> = Vec::new();
        for date in known.into_iter().flatten().chain(free.iter().copied()) {
            let Some(day) = Day::earliest(date) else {
                return self;
            };
            if !all.contains(&(day, date)) {
                all.push((day, date));
            }
        }
        all.sort_by_key(|(day, _)| *day);
        let [(birth_day, birth), (issue_day, issue), (expiry_day, expiry)] = all[..] else {
            return self;
        };
        let found = Self {
            birth: Some(birth),
            issue: Some(issue),
            expiry: Some(expiry),
        };
        let same = |known: Option<Date>, found: Option<Date>| known.is_none() || known == found;
        let agrees = same(self.birth, found.birth)
            && same(self.issue, found.issue)
            && same(self.expiry, found.expiry);
        let term = issue_day > expiry_day.minus_years(LONGEST_YEARS);
        let is_birthday = |date: Date| (date.month, date.day) == (birth.month, birth.day);
        let is_minors = |day: Day| {
            let mut ages = MINORS.iter();
            ages.any(|age| day.minus_years(*age) == birth_day)
        };
        let told = missing < 2 || is_birthday(expiry);
        let free_of_minors = (self.issue.is_some() || !is_minors(issue_day))
            && (self.expiry.is_some() || !is_minors(expiry_day));
        let sensible = missing > 0 && agrees && term && told && free_of_minors;
        if sensible && found.in_order(youngest) == found {
            found
        } else {
            self
        }
    }
}

/// Whether one day is at least so many years after the other, and after it at any rate; `None` where one is not
/// known.
fn ordered(first: Option<Date>, second: Option<Date>, years: i16) -> Option<bool> {
    let (first, second) = first.zip(second)?;
    let days = Day::earliest(first).zip(Day::earliest(second));
    Some(days.is_some_and(|(first, second)| first < second && first <= second.minus_years(years)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(year: u16, month: u8, day: u8) -> Date {
        Date {
            year: Some(year),
            month: Some(month),
            day: Some(day),
        }
    }

    fn dates(birth: Option<Date>, issue: Option<Date>, expiry: Option<Date>) -> Dates {
        Dates {
            birth,
            issue,
            expiry,
        }
    }

    const YOUNGEST: i16 = 14;

    #[test]
    fn what_breaks_the_order_goes() {
        let (birth, issue, expiry) = (date(1974, 2, 11), date(2019, 2, 11), date(2026, 2, 11));
        let right = dates(Some(birth), Some(issue), Some(expiry));
        assert_eq!(right.in_order(YOUNGEST), right);
        for (read, left) in [
            // The issue date read as the birth date, or the expiry date as both others.
            (
                dates(Some(issue), Some(birth), Some(expiry)),
                dates(None, Some(birth), Some(expiry)),
            ),
            (
                dates(Some(birth), Some(expiry), Some(expiry)),
                dates(Some(birth), None, Some(expiry)),
            ),
            (
                dates(Some(expiry), Some(issue), Some(expiry)),
                dates(None, Some(issue), Some(expiry)),
            ),
            (
                dates(Some(birth), Some(expiry), Some(issue)),
                dates(Some(birth), None, Some(issue)),
            ),
            (dates(Some(issue), None, Some(expiry)), Dates::default()),
            (dates(None, Some(expiry), Some(issue)), Dates::default()),
            (
                dates(Some(expiry), None, None),
                dates(Some(expiry), None, None),
            ),
        ] {
            assert_eq!(read.in_order(YOUNGEST), left);
        }
    }

    #[test]
    fn the_third_of_three_dates_is_told_by_their_order() {
        let (birth, issue, expiry) = (date(1970, 4, 30), date(2018, 3, 15), date(2022, 4, 30));
        let whole = dates(Some(birth), Some(issue), Some(expiry));
        for known in [
            dates(Some(birth), None, Some(expiry)),
            dates(None, Some(issue), Some(expiry)),
            dates(None, None, Some(expiry)),
            Dates::default(),
        ] {
            assert_eq!(known.completed(&[issue, birth, expiry], YOUNGEST), whole);
        }
        // A fourth date, a term that no card has, a card of no birthday.
        let known = dates(Some(birth), None, Some(expiry));
        assert_eq!(known.completed(&[issue, date(2019, 1, 1)], YOUNGEST), known);
        assert_eq!(known.completed(&[date(1999, 1, 1)], YOUNGEST), known);
        let other = [birth, issue, date(2022, 5, 1)];
        assert_eq!(
            Dates::default().completed(&other, YOUNGEST),
            Dates::default()
        );
        // Until when somebody is a minor.
        let minor = dates(Some(date(2006, 4, 30)), None, Some(date(2030, 4, 30)));
        assert_eq!(minor.completed(&[date(2027, 4, 30)], YOUNGEST), minor);
    }

    fn any_date() -> impl Strategy<Value = Option<Date>> {
        proptest::option::of(
            (1900u16..2100, 1u8..13, 1u8..32).prop_map(|(year, month, day)| date(year, month, day)),
        )
    }

    proptest! {
        #[test]
        fn nothing_is_invented_and_the_rest_is_in_order(
            birth in any_date(),
            issue in any_date(),
            expiry in any_date(),
            free in proptest::collection::vec(any_date(), 0..4),
        ) {
            let free: Vec<Date> = free.into_iter().flatten().collect();
            let found = dates(birth, issue, expiry).in_order(YOUNGEST).completed(&free, YOUNGEST);
            prop_assert_eq!(found.in_order(YOUNGEST), found);
            for (found, read) in [(found.birth, birth), (found.issue, issue), (found.expiry, expiry)] {
                prop_assert!(found.is_none() || found == read || free.contains(&found.unwrap()));
            }
        }
    }
}
