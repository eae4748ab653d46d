//! The zone of the French national identity card of 1988 to 2021. It is older than ICAO's formats for
//! cards and has its elements in an order of its own, which no part of Doc 9303 describes; issuers and
//! readers of the card have published it.
//!
//! First line: `ID`, `FRA`, 25 characters of surname, six of the office that gave the card out. Second
//! line: twelve characters of number (year and month of issue, department, count) and their check digit,
//! 14 of given names, `YYMMDD` of birth and its check digit, sex, and a check digit of all that stands
//! before it. There is no date of expiry, and no nationality.

use super::{Span, span};

pub(crate) const LINE: usize = 36;
pub(crate) const CODE: Span = span(0, 0, 2);
pub(crate) const STATE: Span = span(0, 2, 5);
pub(crate) const SURNAME: Span = span(0, 5, 30);
pub(crate) const OFFICE: Span = span(0, 30, 36);
pub(crate) const NUMBER: Span = span(1, 0, 12);
pub(crate) const NUMBER_CHECK: Span = span(1, 12, 13);
pub(crate) const GIVEN_NAMES: Span = span(1, 13, 27);
pub(crate) const BIRTH_DATE: Span = span(1, 27, 33);
pub(crate) const BIRTH_DATE_CHECK: Span = span(1, 33, 34);
pub(crate) const SEX: Span = span(1, 34, 35);
pub(crate) const COMPOSITE_CHECK: Span = span(1, 35, 36);

/// Between one given name and the next.
pub(crate) const PARTING: &str = "<<";
