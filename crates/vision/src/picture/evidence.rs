//! What a file tells of how it was made.

pub(crate) mod lattice;
pub(crate) mod pasted;
pub(crate) mod saving;
pub(crate) mod traces;

/// What only the file tells, and no longer the pixels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    pub(crate) traces: traces::Traces,
    pub(crate) saving: saving::Saving,
    /// What [`lattice::measure`] found, on the pixels of the file.
    pub(crate) lattice: Option<f32>,
    /// Turned as the picture is.
    pub(crate) pasted: Option<pasted::Map>,
}

impl Evidence {
    /// The evidence of the picture turned clockwise by quarters.
    pub(crate) fn turned(&self, quarters: u8) -> Self {
        Self {
            pasted: self.pasted.as_ref().map(|map| map.turned(quarters)),
            ..*self
        }
    }
}
