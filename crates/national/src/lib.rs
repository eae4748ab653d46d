//! What single states put into numbers of persons and lines of driving licences, where no standard of
//! all of them says it: the form, the check digits, and what is said of the holder once more.
//!
//! [`number`] has national identification numbers, one scheme a file; [`mod@line`] the lines for machines on
//! driving licences. No type here shows a number or a name in its `Debug` output.

#![deny(missing_docs)]

pub mod line;
pub mod number;
