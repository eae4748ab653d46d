use serde::{Deserialize, Serialize};

use crate::Quad;

/// One recognised line of text.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct TextLine {
    /// As recognised, with diacritics and spaces; never empty.
    pub text: String,
    /// Mean probability of the characters, 0 to 1.
    pub confidence: f32,
    /// Where it stands, along the reading direction.
    pub quad: Quad,
}

/// The final reading of a machine readable zone, at full line length over A–Z, 0–9 and `<`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct MrzObservation {
    /// Two or three of 30 to 44 characters (ICAO Doc 9303-4 to -7), or one that was found alone.
    pub lines: Vec<String>,
    /// Characters that the reading has otherwise than the recogniser saw them, because format or check
    /// digits ask for it.
    pub corrections: Vec<Correction>,
    /// Mean probability of the characters, 0 to 1.
    pub confidence: f32,
    /// Where each line stands, in the order of `lines`.
    pub quads: Vec<Quad>,
}

/// One character that was read differently from what the recogniser saw.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Line, from 0.
    pub line: usize,
    /// Column, from 0.
    pub column: usize,
    /// What the recogniser saw.
    pub from: char,
    /// What stands in [`MrzObservation::lines`].
    pub to: char,
}

// Document text never reaches a log, an error or a panic: `Debug` shows shape alone.

impl std::fmt::Debug for TextLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TextLine")
            .field("characters", &self.text.chars().count())
            .field("confidence", &self.confidence)
            .field("quad", &self.quad)
            .finish()
    }
}

impl std::fmt::Debug for MrzObservation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MrzObservation")
            .field("lines", &self.lines.len())
            .field("corrections", &self.corrections.len())
            .field("confidence", &self.confidence)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Correction")
            .field("line", &self.line)
            .field("column", &self.column)
            .finish_non_exhaustive()
    }
}
