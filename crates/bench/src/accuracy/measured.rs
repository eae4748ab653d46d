//! All that was measured for one card, real and simulated apart.

use serde_json::{Value, json};

use super::altered::{self, Altered};
use super::corpus::Corpus;
use super::faces::{self, Faces};
use super::simulated::Simulated;

#[derive(Default)]
pub(super) struct Measured {
    /// Pictures that this program did not draw, by folder.
    pub(super) corpora: Vec<Corpus>,
    pub(super) faces: Vec<Faces>,
    /// Documents on such pictures, with something else in their zone or barcode.
    pub(super) altered_documents: Vec<Altered>,
    pub(super) simulated: Simulated,
    /// Specimens with something else in their zone or barcode.
    pub(super) altered_specimens: Vec<Altered>,
    pub(super) threads: usize,
}

impl Measured {
    pub(super) fn json(&self) -> Value {
        let mut answer = self.simulated.json();
        let altered = self
            .altered_documents
            .iter()
            .chain(&self.altered_specimens)
            .map(altered::json);
        answer["altered"] = altered.collect();
        answer["corpora"] = self.corpora.iter().map(Corpus::json).collect();
        answer["faces"] = json!(self.faces.iter().map(faces::json).collect::<Vec<_>>());
        answer
    }
}
