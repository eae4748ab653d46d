//! What values look like.

use serde::Deserialize;

use crate::text::date::dates_in;
use crate::text::name::is_name;

/// The form of a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Form {
    Name,
    Date,
    /// A date, and a place behind it or in the next line.
    DateAndPlace,
    /// Letters and digits.
    Number,
    Sex,
    /// Lines with letters.
    Address,
    Place,
    /// Categories of vehicles, as `AM/B`.
    Categories,
    Text,
}

impl Form {
    /// Whether a text can be a value of this form.
    pub(crate) fn fits(self, text: &str) -> bool {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        match self {
            Self::Name => is_name(text),
            Self::Date | Self::DateAndPlace => dates_in(text).len() == 1,
            Self::Number => digits >= 3,
            Self::Address => letters >= 2,
            Self::Place => letters >= 2 && dates_in(text).is_empty(),
            Self::Categories => letters >= 1 && letters + digits <= 24,
            Self::Sex | Self::Text => letters + digits > 0,
        }
    }

    /// Whether a value of this form may go on in a second line.
    pub(crate) fn continues(self) -> bool {
        matches!(
            self,
            Self::Name | Self::DateAndPlace | Self::Address | Self::Place
        )
    }
}
