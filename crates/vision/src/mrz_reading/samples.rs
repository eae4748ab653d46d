//! Lattices for tests.

use crate::line::{ALPHABET, BLANK, Lattice};

/// Steps from one character to the next.
pub(super) const PITCH: usize = 4;

/// A lattice that shows `text` at [`PITCH`]; places marked `_` stay silent.
pub(super) fn lattice(text: &str) -> Lattice {
    let mut steps = Vec::new();
    for byte in text.bytes() {
        for phase in 0..PITCH {
            let mut row = [0.0; ALPHABET.len() + 1];
            match ALPHABET.iter().position(|&symbol| symbol == byte) {
                Some(symbol) if phase == PITCH / 2 => {
                    row[symbol] = 0.9;
                    row[BLANK] = 0.1;
                }
                _ => row[BLANK] = 1.0,
            }
            steps.push(row);
        }
    }
    Lattice {
        steps,
        pixels_a_step: 8.0,
    }
}
