use serde::{Deserialize, Serialize};

use crate::Quad;

/// One recognised line of text.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct TextLine {
    pub text: String,
    /// Mean probability of the characters, 0 to 1.
    pub confidence: f32,
    pub quad: Quad,
}

/// The final reading of a machine readable zone, at full line length over A–Z, 0–9 and `<`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct MrzObservation {
    pub lines: Vec<String>,
    /// What the reading changed in what the recogniser saw.
    pub corrections: Vec<Correction>,
    /// Mean probability of the characters, 0 to 1.
    pub confidence: f32,
    pub quads: Vec<Quad>,
}

/// One character that was read differently from what the recogniser saw.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Line, from 0.
    pub line: usize,
    /// Column, from 0.
    pub column: usize,
    pub from: char,
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
