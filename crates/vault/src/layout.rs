//! How sealed bytes lie: a byte for the version, the nonce, the ciphertext, the tag.

const NONCE_BYTES: usize = 24;
pub(crate) const TAG_BYTES: usize = 16;
/// What stands before the ciphertext.
pub(crate) const HEADER_BYTES: usize = 1 + NONCE_BYTES;
