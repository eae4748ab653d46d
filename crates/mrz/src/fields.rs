use crate::Format;
use std::fmt;

/// A machine readable zone that was read.
#[derive(Clone, PartialEq, Eq)]
pub struct Mrz {
    pub format: Format,
    /// The lines as they were given, each at the format's full length.
    pub lines: Vec<String>,
    pub fields: Fields,
    pub checks: Checks,
}

impl Mrz {
    /// Whether every check digit that the format defines holds.
    pub fn valid(&self) -> bool {
        self.checks.hold()
    }
}

/// The data elements, without trailing fillers. Names have spaces for fillers; in the other
/// elements a filler before the last character stays `<`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// One or two characters; the first says what kind of document it is.
    pub document_code: String,
    /// One to three letters, see [`country`](crate::country).
    pub issuing_state: String,
    /// The whole number, also where it goes on in the optional data (TD1, TD2).
    pub document_number: String,
    /// One to three letters, see [`country`](crate::country); empty on French cards, which don't say.
    pub nationality: String,
    /// Six characters as printed, `YYMMDD`, unknown parts `<<`.
    pub birth_date: String,
    /// One character as printed: `M`, `F` or `<`.
    pub sex: String,
    /// Six characters as printed, `YYMMDD`, unknown parts `<<`; empty on French cards, which don't say.
    pub expiry_date: String,
    /// The primary identifier; the whole name where the holder has only one, unless the issuer leaves
    /// this one blank and puts the name into the other.
    pub surname: String,
    /// The secondary identifier, empty where the holder has none. French cards part given names from
    /// each other: there a comma and a space stand between them.
    pub given_names: String,
    /// Optional data; in TD3 the personal number; in TD1 and TD2 what follows a long document
    /// number; of French cards the office that gave out the card.
    pub optional1: String,
    /// Optional data of the second line of TD1, else empty.
    pub optional2: String,
    /// The name fills its field to the last position, so part of it may be missing (9303-4 clause
    /// 4.2.3).
    pub names_truncated: bool,
}

/// Which check digits hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    pub document_number: bool,
    pub birth_date: bool,
    /// `None` where the zone has no date of expiry, nor a check digit of it: French cards, and zones
    /// with fillers for both.
    pub expiry_date: Option<bool>,
    /// Of the whole zone; `None` for visas, which have no composite check digit.
    pub composite: Option<bool>,
    /// `None` for all but TD3.
    pub personal_number: Option<bool>,
}

impl Checks {
    /// Whether every check digit that the format defines holds.
    pub fn hold(&self) -> bool {
        self.document_number
            && self.birth_date
            && self.expiry_date != Some(false)
            && self.composite != Some(false)
            && self.personal_number != Some(false)
    }
}

impl fmt::Debug for Mrz {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Mrz")
            .field("format", &self.format)
            .field("checks", &self.checks)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Fields").finish_non_exhaustive()
    }
}
