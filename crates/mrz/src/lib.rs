//! ICAO Doc 9303 machine readable zones: parse, check digits, generate.
//!
//! Six formats: TD1 (identity cards, part 5), TD2 (part 6), TD3 (passports, part 4), MRV-A and
//! MRV-B (visas, part 7), and the French identity card of 1988 to 2021, which follows none of them. No
//! type here shows document text in its `Debug` output or its errors.

mod check_digit;
pub mod country;
mod date;
mod fields;
mod format;
mod generate;
mod layout;
mod parse;
pub mod transliterate;

pub use check_digit::check_digit;
pub use date::{Date, birth_date, expiry_date};
pub use fields::{Checks, Fields, Mrz};
pub use format::Format;
pub use generate::{Document, GenerateError, generate};
pub use parse::{ParseError, parse};
pub use transliterate::{NameMatch, compare_names, name_matches, transliterate};
