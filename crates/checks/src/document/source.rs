//! What states a document's data in a form that machines read.

use super::{CardBarcode, SideMrz};
use crate::agreement::{Expected, Field};
use crate::{Day, Side};

/// A zone or a barcode: its check digits or its error correction tell misreadings.
#[derive(Clone, Copy)]
pub(crate) enum Source<'d, 'a> {
    Mrz(&'d SideMrz<'a>),
    Barcode(&'d CardBarcode),
}

impl Source<'_, '_> {
    pub(crate) fn side(self) -> Side {
        match self {
            Self::Mrz(mrz) => mrz.side,
            Self::Barcode(barcode) => barcode.side,
        }
    }

    /// The source's name in sentences for operators.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Mrz(_) => "machine readable zone",
            Self::Barcode(_) => "barcode",
        }
    }

    /// What print is expected to have, by the source. A field whose check digit doesn't hold is
    /// expected too: print can still confirm it.
    pub(crate) fn expected(self, today: Day) -> Expected {
        match self {
            Self::Mrz(mrz) => mrz.expected(today),
            Self::Barcode(barcode) => barcode.expected(),
        }
    }

    /// Whether error correction or check digits prove number and dates.
    pub(crate) fn proves_fields(self) -> bool {
        match self {
            Self::Mrz(mrz) => {
                let checks = mrz.parsed.checks;
                checks.document_number && checks.birth_date && checks.expiry_date != Some(false)
            }
            Self::Barcode(_) => true,
        }
    }

    /// The source's value of a field, for sentences to operators.
    pub(crate) fn value(self, field: Field) -> String {
        let fields = match self {
            Self::Mrz(mrz) => &mrz.parsed.fields,
            Self::Barcode(barcode) => return barcode_value(barcode, field).unwrap_or_default(),
        };
        let value = match field {
            Field::Number => &fields.document_number,
            Field::Surname => &fields.surname,
            Field::GivenNames => &fields.given_names,
            Field::BirthDate => &fields.birth_date,
            Field::ExpiryDate => &fields.expiry_date,
            Field::Country => &fields.issuing_state,
        };
        value.clone()
    }
}

fn barcode_value(barcode: &CardBarcode, field: Field) -> Option<String> {
    let license = &barcode.license;
    let written = |date: Option<aamva::Date>| {
        date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    };
    match field {
        Field::Number => license.number.clone(),
        Field::Surname => license.name.last.clone(),
        Field::GivenNames => barcode.given_names(),
        Field::BirthDate => written(license.birth_date),
        Field::ExpiryDate => written(license.expiry_date),
        Field::Country => Some(barcode.countries().join(", ")),
    }
}
