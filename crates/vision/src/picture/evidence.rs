//! What a file tells of how it was made.

pub(crate) mod pasted;
pub(crate) mod traces;

/// What only the file tells, and no longer the pixels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    pub(crate) traces: traces::Traces,
    /// Turned as the picture is.
    pub(crate) pasted: Option<pasted::Map>,
}

impl Evidence {
    /// The evidence of the picture turned clockwise by quarters.
    pub(crate) fn turned(&self, quarters: u8) -> Self {
        Self {
            traces: self.traces,
            pasted: self.pasted.as_ref().map(|map| map.turned(quarters)),
        }
    }
}
