use std::ops::Deref;

use zeroize::Zeroizing;

use crate::layout::{HEADER_BYTES, TAG_BYTES};

/// Bytes that come in piece by piece and are sealed where they lie: from the wire to the store there
/// is one copy of them. Zeroed when dropped unsealed.
#[derive(Clone)]
pub struct PlainBytes(Zeroizing<Vec<u8>>);

impl PlainBytes {
    /// No bytes yet, with room for so many.
    pub fn with_capacity(bytes: usize) -> Self {
        let mut buffer = Vec::with_capacity(HEADER_BYTES + bytes + TAG_BYTES);
        buffer.resize(HEADER_BYTES, 0);
        Self(Zeroizing::new(buffer))
    }

    /// Adds bytes.
    pub fn extend(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// The header's place, still zero, and the bytes; room for the tag behind them.
    pub(crate) fn into_buffer(mut self) -> Vec<u8> {
        std::mem::take(&mut *self.0)
    }
}

impl From<&[u8]> for PlainBytes {
    fn from(bytes: &[u8]) -> Self {
        let mut plain = Self::with_capacity(bytes.len());
        plain.extend(bytes);
        plain
    }
}

impl From<Vec<u8>> for PlainBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Zeroizing::new(bytes).as_slice())
    }
}

impl Deref for PlainBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0[HEADER_BYTES..]
    }
}
