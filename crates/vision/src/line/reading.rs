use super::lattice::Lattice;
use super::letters::Letter;

/// Mean probability below which a line is noise.
const LEAST_CONFIDENCE: f32 = 0.5;

/// A character of a line, and where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Character {
    pub(crate) character: char,
    /// Where its middle is, 0 to 1 along the line. The recogniser knows it to a third of a letter.
    pub(crate) place: f32,
}

/// What one line says.
pub(crate) struct LineReading {
    pub(crate) text: String,
    /// Mean probability of the characters, 0 to 1.
    pub(crate) confidence: f32,
    /// What the recogniser thought of each step, over the alphabet of machine readable zones.
    pub(crate) lattice: Lattice,
    /// Whether the reader of zones read the line, which reads nothing else: then its text as print is
    /// not known.
    pub(crate) of_mrz: bool,
    /// Letters of the line that could carry other marks than they were read with.
    pub(crate) letters: Vec<Letter>,
    /// The characters as the recogniser saw them, before their marks were looked at. Empty where the
    /// reader of zones read the line.
    pub(crate) characters: Vec<Character>,
}

impl LineReading {
    pub(crate) fn is_text(&self) -> bool {
        self.confidence >= LEAST_CONFIDENCE && !self.text.trim().is_empty()
    }
}
