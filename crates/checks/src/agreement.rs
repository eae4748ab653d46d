//! Whether the printed zone says what the machine readable zone says, field by field.

mod country;
mod date;
mod name;
mod number;

use observation::Rect;

pub(crate) use date::means;
pub(crate) use name::Name;
pub(crate) use number::numbers;

use crate::policy::Thresholds;
use crate::template::Label;
use crate::viz::{Value, Viz};
use crate::{Day, Side};

/// What the printed zone says about one field.
#[derive(Clone, PartialEq)]
pub(crate) enum Seen {
    /// The value that the source has.
    Agrees(Place),
    /// Another value, where this field should be.
    Contradicts(Place),
    /// Nothing that could be read well enough.
    Nothing,
    /// The source doesn't have the field, so there is nothing to look for.
    NotStated,
}

impl Seen {
    pub(crate) fn agrees(&self) -> bool {
        matches!(self, Self::Agrees(_))
    }

    /// Whether print has the field's value, or the source has none to look for.
    pub(crate) fn is_settled(&self) -> bool {
        matches!(self, Self::Agrees(_) | Self::NotStated)
    }
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

/// A field that says who somebody is or what their document is: each has to be found in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Number,
    Surname,
    GivenNames,
    BirthDate,
    ExpiryDate,
    Country,
}

impl Field {
    pub(crate) const ALL: [Self; 6] = [
        Self::Number,
        Self::Surname,
        Self::GivenNames,
        Self::BirthDate,
        Self::ExpiryDate,
        Self::Country,
    ];

    /// The field's name in sentences for operators.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Number => "document number",
            Self::Surname => "surname",
            Self::GivenNames => "given names",
            Self::BirthDate => "date of birth",
            Self::ExpiryDate => "date of expiry",
            Self::Country => "country",
        }
    }
}

/// What a zone or a barcode says, to be looked for in print.
#[derive(Clone, Default)]
pub(crate) struct Expected {
    pub(crate) number: String,
    pub(crate) surname: Name,
    pub(crate) given_names: Name,
    pub(crate) birth_date: Option<identity::Date>,
    pub(crate) expiry_date: Option<identity::Date>,
    /// The issuing country's code (ICAO Doc 9303-3, section 5). A source that names two has to find both.
    pub(crate) countries: Vec<String>,
    /// Code of the holder's nationality; empty where the source has none.
    pub(crate) nationality: String,
    /// Other numbers of the source, which are not the document's.
    pub(crate) other_numbers: Vec<String>,
    /// Other dates of the source.
    pub(crate) other_dates: Vec<identity::Date>,
}

#[derive(Clone)]
pub(crate) struct Agreement {
    pub(crate) number: Seen,
    pub(crate) surname: Seen,
    pub(crate) given_names: Seen,
    pub(crate) birth_date: Seen,
    pub(crate) expiry_date: Seen,
    pub(crate) country: Seen,
}

impl Agreement {
    pub(crate) fn between(
        viz: &Viz,
        expected: &Expected,
        today: Day,
        thresholds: &Thresholds,
    ) -> Self {
        let names = [&expected.surname, &expected.given_names];
        let [surname, given_names] =
            name::Names::new(viz, names, &expected.nationality, thresholds).compare();
        let stated = date::Expected {
            birth: expected.birth_date,
            expiry: expected.expiry_date,
            others: &expected.other_dates,
            today,
        };
        let dates = date::Dates::new(viz, stated, thresholds);
        let words = names.map(|name| name.text.split_whitespace());
        let holder: Vec<&str> = words.into_iter().flatten().collect();
        Self {
            number: number::compare(viz, &expected.number, &expected.other_numbers, thresholds),
            surname,
            given_names,
            birth_date: dates.compare(Label::BirthDate),
            expiry_date: dates.compare(Label::ExpiryDate),
            country: country::compare(viz, &expected.countries, &expected.nationality, &holder),
        }
    }

    pub(crate) fn field(&self, field: Field) -> &Seen {
        match field {
            Field::Number => &self.number,
            Field::Surname => &self.surname,
            Field::GivenNames => &self.given_names,
            Field::BirthDate => &self.birth_date,
            Field::ExpiryDate => &self.expiry_date,
            Field::Country => &self.country,
        }
    }

    pub(crate) fn agreeing(&self) -> Vec<&'static str> {
        let agreeing = Field::ALL
            .into_iter()
            .filter(|field| self.field(*field).agrees());
        agreeing.map(Field::name).collect()
    }

    /// Whether a source may do without the field: a person with one name has no surname, or no given
    /// names.
    pub(crate) fn can_lack(&self, field: Field) -> bool {
        let stated = |seen: &Seen| *seen != Seen::NotStated;
        match field {
            Field::Number => false,
            Field::Surname => stated(&self.given_names),
            Field::GivenNames => stated(&self.surname),
            Field::BirthDate | Field::ExpiryDate | Field::Country => true,
        }
    }

    /// Fields that the source has and print was not found to have.
    pub(crate) fn missing(&self) -> Vec<Field> {
        let mut fields = Field::ALL.to_vec();
        fields.retain(|field| !self.field(*field).is_settled());
        fields
    }

    pub(crate) fn contradictions(&self) -> Vec<(Field, &Place)> {
        let contradiction = |field| match self.field(field) {
            Seen::Contradicts(place) => Some((field, place)),
            _ => None,
        };
        Field::ALL.into_iter().filter_map(contradiction).collect()
    }

    /// Whether print and source speak of the same document: they agree on its number, or on its
    /// holder's surname and one more field.
    pub(crate) fn is_of_one_document(&self) -> bool {
        let others = [&self.given_names, &self.birth_date, &self.expiry_date];
        self.contradictions().is_empty()
            && (self.number.agrees()
                || (self.surname.agrees() && others.into_iter().any(Seen::agrees)))
    }
}

#[cfg(test)]
mod tests;
