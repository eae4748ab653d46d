//! Machine readable zones: finding the lines, reading every character in its place, deciding.
//!
//! OCR-B stands at a fixed pitch and every format has a fixed number of characters a line. So a
//! line isn't decoded freely, as prose is: [`cells`] places exactly that many characters along it
//! and keeps what the recogniser thought of each, [`choose`] picks the reading that fits the
//! format, and [`bands`] says where the lines are.

mod alone;
mod bands;
mod cells;
mod choose;
mod classes;
mod ink;
mod names;
mod read;
mod reader;
#[cfg(test)]
mod samples;

pub(crate) use alone::{is_slim, read_alone};
pub(crate) use bands::{Piece, is_mrz_line, neighbourhood};
pub(crate) use read::{MrzDetection, Readers, read};
pub(crate) use reader::Reader;
