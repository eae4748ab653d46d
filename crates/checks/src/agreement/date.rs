//! Dates of birth and expiry.

use super::{Place, Seen};
use crate::Day;
use crate::policy::Thresholds;
use crate::print::date::{PrintedDate, Reading, dates_in};
use crate::print::{Print, Value};
use crate::template::Label;

/// Documents are hardly issued longer ago than this: an older date is a date of birth.
const OLDEST_ISSUE_YEARS: i16 = 20;

pub(super) struct Expected {
    pub(super) birth: Option<identity::Date>,
    pub(super) expiry: Option<identity::Date>,
    pub(super) today: Day,
}

pub(super) fn compare(
    print: &Print,
    label: Label,
    expected: &Expected,
    thresholds: &Thresholds,
) -> Seen {
    let date = if label == Label::BirthDate {
        expected.birth
    } else {
        expected.expiry
    };
    let Some(date) = date.filter(|date| date.year.is_some()) else {
        return Seen::Nothing;
    };
    let dated: Vec<(Value, Vec<PrintedDate>)> = print
        .lines
        .iter()
        .map(|line| (line.value(), dates_in(line.text)))
        .filter(|(_, dates)| !dates.is_empty())
        .collect();
    let shown = |value: &Value| {
        dates_in(&value.text)
            .iter()
            .any(|printed| means(printed, date))
    };
    if let Some((value, _)) = dated.iter().find(|(value, _)| shown(value)) {
        return Seen::Agrees(Place::of(value));
    }
    let others: Vec<identity::Date> = [expected.birth, expected.expiry]
        .into_iter()
        .flatten()
        .collect();
    let stranger = |printed: &PrintedDate| !others.iter().any(|other| means(printed, *other));
    let labelled = print.labelled(label, |text| !dates_in(text).is_empty());
    let contradicts = |value: &&Value| {
        value.confidence >= thresholds.readable_text && dates_in(&value.text).iter().all(stranger)
    };
    if let Some(value) = labelled.iter().find(contradicts) {
        return Seen::Contradicts(Place::of(value));
    }
    // Without a label, what a date can be is a matter of its age.
    let telling = |&reading: &Reading| match label {
        Label::BirthDate => {
            day(reading).is_some_and(|day| day < expected.today.minus_years(OLDEST_ISSUE_YEARS))
        }
        _ => day(reading).is_some_and(|day| day > expected.today.plus_days(1)),
    };
    let unlabelled = dated.iter().find(|(value, dates)| {
        value.confidence >= thresholds.certain_text
            && dates
                .iter()
                .any(|date| stranger(date) && date.iter().all(telling))
    });
    unlabelled.map_or(Seen::Nothing, |(value, _)| {
        Seen::Contradicts(Place::of(value))
    })
}

/// The day of a reading with a whole year.
fn day(reading: Reading) -> Option<Day> {
    if reading.short {
        return None;
    }
    let year = i16::try_from(reading.year).ok()?;
    Day::new(year, reading.month.cast_signed(), reading.day.cast_signed())
}

/// Whether the printed date can be read as `date`; parts that are open agree with everything.
pub(crate) fn means(printed: &PrintedDate, date: identity::Date) -> bool {
    printed.iter().any(|reading| {
        let modulus = if reading.short { 100 } else { u16::MAX };
        date.year
            .is_none_or(|year| year % modulus == reading.year % modulus)
            && date.month.is_none_or(|month| month == reading.month)
            && date.day.is_none_or(|day| day == reading.day)
    })
}
