//! Whether the printed zone says what the machine readable zone says, field by field.

mod date;
mod name;
mod number;

use observation::Rect;

pub(crate) use date::means;
pub(crate) use name::is_name;
pub(crate) use number::numbers;

use crate::policy::Thresholds;
use crate::print::{Print, Value};
use crate::template::Label;
use crate::{Day, Side};

/// What the printed zone says about one field.
#[derive(Clone, PartialEq)]
pub(crate) enum Seen {
    /// The same.
    Agrees(Place),
    /// Something else, where this field should be.
    Contradicts(Place),
    /// Nothing that could be read well enough.
    Nothing,
}

/// A printed text and where it is.
#[derive(Clone, PartialEq)]
pub(crate) struct Place {
    pub(crate) text: String,
    pub(crate) confidence: f32,
    pub(crate) side: Side,
    pub(crate) bounds: Rect,
}

impl Place {
    fn of(value: &Value) -> Self {
        Self {
            text: value.text.trim().to_owned(),
            confidence: value.confidence,
            side: value.side,
            bounds: value.bounds,
        }
    }
}

/// What the machine readable zone says, to be looked for in print.
#[derive(Clone, Default)]
pub(crate) struct Expected {
    pub(crate) number: String,
    pub(crate) surname: String,
    pub(crate) given_names: String,
    pub(crate) birth_date: Option<identity::Date>,
    pub(crate) expiry_date: Option<identity::Date>,
    /// Other numbers of the zone, which are not the document's.
    pub(crate) other_numbers: Vec<String>,
}

#[derive(Clone)]
pub(crate) struct Agreement {
    pub(crate) number: Seen,
    pub(crate) surname: Seen,
    pub(crate) given_names: Seen,
    pub(crate) birth_date: Seen,
    pub(crate) expiry_date: Seen,
}

impl Agreement {
    pub(crate) fn between(
        print: &Print,
        expected: &Expected,
        today: Day,
        thresholds: &Thresholds,
    ) -> Self {
        let names = [expected.surname.as_str(), expected.given_names.as_str()];
        let name = |label, at: usize| name::compare(print, label, names[at], &names, thresholds);
        let dates = date::Expected {
            birth: expected.birth_date,
            expiry: expected.expiry_date,
            today,
        };
        Self {
            number: number::compare(print, &expected.number, &expected.other_numbers, thresholds),
            surname: name(Label::Surname, 0),
            given_names: name(Label::GivenNames, 1),
            birth_date: date::compare(print, Label::BirthDate, &dates, thresholds),
            expiry_date: date::compare(print, Label::ExpiryDate, &dates, thresholds),
        }
    }

    /// Every field by its name.
    pub(crate) fn fields(&self) -> [(&'static str, &Seen); 5] {
        [
            ("document number", &self.number),
            ("surname", &self.surname),
            ("given names", &self.given_names),
            ("date of birth", &self.birth_date),
            ("date of expiry", &self.expiry_date),
        ]
    }

    pub(crate) fn agreeing(&self) -> Vec<&'static str> {
        let agreeing = |seen: &Seen| matches!(seen, Seen::Agrees(_));
        self.fields()
            .into_iter()
            .filter(|(_, seen)| agreeing(seen))
            .map(|(name, _)| name)
            .collect()
    }

    pub(crate) fn contradictions(&self) -> Vec<(&'static str, &Place)> {
        self.fields()
            .into_iter()
            .filter_map(|(name, seen)| match seen {
                Seen::Contradicts(place) => Some((name, place)),
                _ => None,
            })
            .collect()
    }

    /// Enough agrees to say that both zones speak of the same document: its number, or two of
    /// names and dates.
    pub(crate) fn is_enough(&self) -> bool {
        matches!(self.number, Seen::Agrees(_)) || self.agreeing().len() >= 2
    }
}

#[cfg(test)]
mod tests;
