//! Dates of birth and expiry.

use identity::Date;

use super::{Place, Seen};
use crate::Day;
use crate::policy::Thresholds;
use crate::template::{Label, Order};
use crate::text::date::{DateReadings, Reading, dates_in};
use crate::viz::{Line, Value, Viz};

/// Documents are hardly issued longer ago than this: an older date is a date of birth.
const OLDEST_ISSUE_YEARS: i16 = 20;
/// What stands before the date of a card's design, which may be older than its holder.
const DESIGN: &str = "REV";

#[derive(Clone, Copy)]
pub(super) struct Expected<'e> {
    pub(super) birth: Option<Date>,
    pub(super) expiry: Option<Date>,
    /// What else the source states: when the card was issued, until when its holder is a minor.
    pub(super) others: &'e [Date],
    pub(super) today: Day,
}

/// The dates in print, each with the line that it stands in.
pub(super) struct Dates<'p, 'a> {
    viz: &'p Viz<'a>,
    dated: Vec<(Value<'a>, Vec<DateReadings>)>,
    expected: Expected<'p>,
    /// Whether days stand before months: no two dates of a document are written in two orders.
    day_first: bool,
    thresholds: &'p Thresholds,
}

impl<'p, 'a> Dates<'p, 'a> {
    pub(super) fn new(
        viz: &'p Viz<'a>,
        expected: Expected<'p>,
        thresholds: &'p Thresholds,
    ) -> Self {
        let dated: Vec<(Value, Vec<DateReadings>)> = viz
            .lines
            .iter()
            .map(Line::value)
            .chain(viz.rows(|text| dates_in(text).is_empty()))
            .map(|value| {
                let dates = dates_in(&value.text);
                (value, dates)
            })
            .filter(|(_, dates)| !dates.is_empty())
            .collect();
        let day_first = is_day_first(viz, &dated);
        Self {
            viz,
            dated,
            expected,
            day_first,
            thresholds,
        }
    }

    /// A date of birth counts as found where no older day is printed, a date of expiry where no later one is.
    pub(super) fn compare(&self, label: Label) -> Seen {
        let date = if label == Label::BirthDate {
            self.expected.birth
        } else {
            self.expected.expiry
        };
        let Some(date) = date.filter(|date| date.year.is_some()) else {
            return Seen::NotStated;
        };
        if let Some(seen) = self.opened_otherwise(label, date) {
            return seen;
        }
        let is_whole = |printed: &DateReadings| {
            label != Label::BirthDate || printed.iter().any(|reading| !reading.short)
        };
        let on_card = self.viz.layout.is_some();
        let shown = |(_, dates): &&(Value, Vec<DateReadings>)| {
            let mut dates = dates.iter().filter(|printed| !on_card || is_whole(printed));
            dates.any(|printed| self.means(printed, date))
        };
        let Some((found, _)) = self.dated.iter().find(shown) else {
            return self
                .labelled_stranger(label)
                .or_else(|| self.telling_stranger(label))
                .map_or(Seen::Nothing, |value| Seen::Contradicts(Place::of(value)));
        };
        match self.beyond(label, date) {
            Some(value) => Seen::Contradicts(Place::of(value)),
            None => Seen::Agrees(Place::of(found)),
        }
    }

    /// What a card says in the date's own field, where that is not this date: the card has dates of birth in
    /// its photo and in its pattern too, with two digits of the year or whole, which are left as they are where
    /// the field is changed.
    fn opened_otherwise(&self, label: Label, date: Date) -> Option<Seen> {
        let layout = self.viz.layout.as_ref()?;
        let readable = |value: &Value| value.confidence >= self.thresholds.readable_text;
        let mut opened = layout.values(label);
        opened.retain(readable);
        let strange = opened.iter().find(|value| {
            let dates = dates_in(&value.text);
            dates.iter().all(|printed| self.is_stranger(printed))
        });
        if let Some(value) = strange {
            return Some(Seen::Contradicts(Place::of(value)));
        }
        let mut unread = layout.unread(label);
        unread.retain(readable);
        let written = written(date)?;
        // The next field's date was run into this one's.
        let says = |value: &&Value| digits(&value.text).starts_with(&written);
        match unread.iter().find(says) {
            Some(value) if self.beyond(label, date).is_none() => {
                Some(Seen::Agrees(Place::of(value)))
            }
            Some(_) => None,
            None => (!unread.is_empty()).then_some(Seen::Nothing),
        }
    }

    /// [`means`], with day and month in the order of this document.
    fn means(&self, printed: &DateReadings, date: Date) -> bool {
        let read = printed
            .iter()
            .filter(|reading| is_in_order(**reading, self.day_first));
        means(&read.copied().collect(), date)
    }

    /// Whether the printed date can't be read as any date that the source states.
    fn is_stranger(&self, printed: &DateReadings) -> bool {
        let Expected {
            birth,
            expiry,
            others,
            ..
        } = self.expected;
        let mut stated = [birth, expiry]
            .into_iter()
            .flatten()
            .chain(others.iter().copied());
        !stated.any(|date| means(printed, date))
    }

    fn labelled_stranger(&self, label: Label) -> Option<&Value<'a>> {
        let labelled = self.viz.labelled(label, |text| !dates_in(text).is_empty());
        let value = labelled.into_iter().find(|value| {
            value.confidence >= self.thresholds.readable_text
                && dates_in(&value.text)
                    .iter()
                    .all(|date| self.is_stranger(date))
        })?;
        let same =
            |(own, _): &&(Value<'a>, _)| own.side == value.side && own.bounds == value.bounds;
        self.dated.iter().find(same).map(|(own, _)| own)
    }

    /// Without a label, what a date can be is a matter of its age.
    fn telling_stranger(&self, label: Label) -> Option<&Value<'a>> {
        let today = self.expected.today;
        self.certain_stranger(|day| match label {
            Label::BirthDate => day < today.minus_years(OLDEST_ISSUE_YEARS),
            _ => day > today.plus_days(1),
        })
    }

    /// A printed day, read with certainty, that rules out `date` without any label: one before the date
    /// of birth, or after the date of expiry.
    fn beyond(&self, label: Label, date: Date) -> Option<&Value<'a>> {
        let (first, last) = (Day::earliest(date)?, Day::latest(date)?);
        self.certain_stranger(|day| match label {
            Label::BirthDate => day < first,
            _ => day > last,
        })
    }

    fn certain_stranger(&self, is_told: impl Fn(Day) -> bool) -> Option<&Value<'a>> {
        let stranger = |printed: &DateReadings| {
            let mut days = printed.iter().map(|&reading| day(reading));
            self.is_stranger(printed) && days.all(|day| day.is_some_and(&is_told))
        };
        let found = self.dated.iter().find(|(value, dates)| {
            value.confidence >= self.thresholds.certain_text
                && !value.text.to_uppercase().contains(DESIGN)
                && dates.iter().any(stranger)
        });
        found.map(|(value, _)| value)
    }
}

/// The digits of a date as American cards write it.
fn written(date: Date) -> Option<String> {
    let Date { day, month, year } = date;
    Some(format!("{:02}{:02}{:04}", month?, day?, year?))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The template's order; else that of the dates that can be read in one alone, and that of most countries
/// where there is none.
fn is_day_first(viz: &Viz, dated: &[(Value, Vec<DateReadings>)]) -> bool {
    let by_template = viz.template.and_then(|template| template.date_order);
    if let Some(order) = by_template {
        return order == Order::DayFirst;
    }
    let printed = || dated.iter().flat_map(|(_, dates)| dates);
    // Days after the 12th can be read in one order alone.
    let told = |first: bool| {
        let one_way = |date: &&DateReadings| {
            date.iter()
                .all(|reading| reading.day_first == Some(first) && reading.day != reading.month)
        };
        printed().filter(one_way).count()
    };
    let (day_first, month_first) = (told(true), told(false));
    day_first >= month_first
}

fn is_in_order(reading: Reading, day_first: bool) -> bool {
    reading.day == reading.month || reading.day_first.is_none_or(|first| first == day_first)
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
pub(crate) fn means(printed: &DateReadings, date: Date) -> bool {
    printed.iter().any(|reading| {
        let modulus = if reading.short { 100 } else { u16::MAX };
        date.year
            .is_none_or(|year| year % modulus == reading.year % modulus)
            && date.month.is_none_or(|month| month == reading.month)
            && date.day.is_none_or(|day| day == reading.day)
    })
}
