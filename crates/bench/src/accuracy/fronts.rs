//! What the fronts of cards say, read by themselves, and whether the cards are verified with their backs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use bonafide::{output, pictures};
use checks::Day;
use observation::DocumentObservation;
use serde_json::{Value, json};

use super::compared::{FIELDS, Field, date_of};
use super::drawn::is_verified_on;
use super::manifest::Item;
use super::rate::Rate;
use super::row::row;

#[derive(Default)]
pub(super) struct Fronts {
    fields: BTreeMap<&'static str, Field>,
    /// Of those that have a picture of their back.
    verified: Rate,
    /// What has to be known of the pictures.
    notes: BTreeSet<String>,
}

/// What was read of one card.
pub(super) struct Read {
    truth: Value,
    reading: Value,
    verified: Option<bool>,
}

impl Read {
    /// The front by itself; `None` is one that could not be read.
    pub(super) fn of(truth: Value, front: Option<&DocumentObservation>) -> Self {
        let today = valid_day(&truth);
        let reading = front.and_then(|front| reading(front, today));
        Self {
            truth,
            reading: reading.unwrap_or(Value::Null),
            verified: None,
        }
    }

    /// Judges the card by both sides, a year before it expired.
    pub(super) fn judge(
        &mut self,
        front: Option<&DocumentObservation>,
        back: Option<&DocumentObservation>,
    ) {
        let today = valid_day(&self.truth);
        let sides = front.zip(back);
        self.verified =
            Some(sides.is_some_and(|(front, back)| is_verified_on(&[front, back], today)));
    }
}

/// What a front says by itself, as `bonafide read --json` answers.
pub(super) fn reading(front: &DocumentObservation, today: Day) -> Option<Value> {
    serde_json::to_value(checks::read(front, None, today)).ok()
}

fn valid_day(truth: &Value) -> Day {
    let day = a_year_before(&truth["expiration_date"]);
    day.unwrap_or_else(|| pictures::day(pictures::today()))
}

fn a_year_before(date: &Value) -> Option<Day> {
    let part = |name: &str| i16::try_from(date_of(date)?[name].as_i64()?).ok();
    let day = i8::try_from(part("day")?).ok()?;
    let month = i8::try_from(part("month")?).ok()?;
    // Every month has 28 days.
    Day::new(part("year")? - 1, month, day.min(28))
}

impl Fronts {
    /// Whether every field is right, and the card verified where it has a back.
    pub(super) fn add(&mut self, item: &Item, read: &Read) -> bool {
        self.notes.extend(item.note.clone());
        let mut right = read.verified != Some(false);
        for field in FIELDS
            .into_iter()
            .filter(|field| !read.truth[field].is_null())
        {
            let mut one = Field::default();
            one.add(&read.reading[field], &read.truth[field]);
            right &= one.right.held == 1;
            let all = self.fields.entry(field).or_default();
            *all = all.and(one);
        }
        if let Some(verified) = read.verified {
            self.verified.add(verified);
        }
        right
    }

    /// All fields together.
    pub(super) fn all(&self) -> Field {
        let fields = self.fields.values();
        fields.fold(Field::default(), |sum, field| sum.and(*field))
    }

    pub(super) fn say(&self, name: &str) {
        let all = self.all();
        if all.right.of == 0 {
            return;
        }
        let (right, wrong) = (all.right.shown(), all.wrong.shown());
        let verified = self.verified.shown();
        output::line(&format!(
            "{name}: fields right {right}; wrong {wrong}; verified {verified}"
        ));
    }

    pub(super) fn write(&self, page: &mut String, name: &str) {
        if self.fields.is_empty() {
            return;
        }
        let _infallible = write!(
            page,
            "\n### {name}: fields of the front alone\n\nRead without zone or barcode of the back. Null is \
             what was not read.\n\n"
        );
        row(page, &["field", "right", "wrong", "null"]);
        row(page, &["---"; 4]);
        let fields = self.fields.iter().map(|(name, field)| (*name, *field));
        for (name, field) in fields.chain([("all", self.all())]) {
            row(
                page,
                &[
                    name,
                    &field.right.shown(),
                    &field.wrong.shown(),
                    &field.missing().shown(),
                ],
            );
        }
        if self.verified.of > 0 {
            let _infallible = writeln!(
                page,
                "\nVerified with their own back, a year before they expired: {}.",
                self.verified.shown()
            );
        }
        for note in &self.notes {
            let _infallible = writeln!(page, "\nOf these pictures: {note}.");
        }
    }

    pub(super) fn json(&self) -> Value {
        let fields = self.fields.iter().map(|(name, field)| {
            let rates = json!({
                "right": field.right.json(),
                "wrong": field.wrong.json(),
                "null": field.missing().json(),
            });
            ((*name).to_owned(), rates)
        });
        json!({
            "fields": fields.collect::<serde_json::Map<_, _>>(),
            "verified": self.verified.json(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_right_wrong_or_null() {
        let mut fronts = Fronts::default();
        let item = json!({ "file": "a.jpg", "note": "the back is drawn" });
        let item: Item = serde_json::from_value(item).unwrap();
        let truth = json!({ "number": "A1", "last_name": "SAMPLE", "dob": "1974-08-12" });
        let read = |reading, verified| Read {
            truth: truth.clone(),
            reading,
            verified,
        };
        let dob = json!({ "year": 1974, "month": 8, "day": 12 });
        let right = json!({ "number": "A1", "last_name": "Sample", "dob": dob });
        assert!(fronts.add(&item, &read(right.clone(), Some(true))));
        assert!(!fronts.add(&item, &read(right, Some(false))));
        let wrong = json!({ "number": "A7", "last_name": null });
        assert!(!fronts.add(&item, &read(wrong, None)));

        let mut page = String::new();
        fronts.write(&mut page, "folder");
        for row in [
            "| number | 66.7 % (9.4 to 99.2), 2 of 3 | 33.3 % (0.8 to 90.6), 1 of 3 | 0.0 % (0.0 to 70.8), 0 of 3 |",
            "| last_name | 66.7 % (9.4 to 99.2), 2 of 3 | 0.0 % (0.0 to 70.8), 0 of 3 | 33.3 % (0.8 to 90.6), 1 of 3 |",
            "| all | 66.7 % (29.9 to 92.5), 6 of 9 | 11.1 % (0.3 to 48.2), 1 of 9 |",
            "expired: 50.0 % (1.3 to 98.7), 1 of 2.\n\nOf these pictures: the back is drawn.",
        ] {
            assert!(page.contains(row), "{row} in {page}");
        }
    }

    #[test]
    fn a_card_is_judged_while_it_was_valid() {
        let day = a_year_before(&json!("2024-02-29")).unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2023, 2, 28));
        assert!(a_year_before(&Value::Null).is_none());
    }
}
