//! One line of text: cut out of a picture, and what it says.

mod alphabet;
mod crop;
mod ctc;
mod diacritics;
mod lattice;
mod letters;
mod reading;
mod recognise;

pub(crate) use crop::{LINE_HEIGHT, LineCrop};
pub(crate) use diacritics::Diacritics;
pub(crate) use lattice::{ALPHABET, BLANK, FILLER, Lattice, Mark, symbol_like};
pub(crate) use reading::{Character, LineReading};
pub(crate) use recognise::Recogniser;
