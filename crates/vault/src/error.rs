use thiserror::Error;

/// Sealed bytes could not be opened. Never says what was in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum VaultError {
    /// Wrong key, wrong context, or the bytes were changed; which of them cannot be told.
    #[error("the sealed bytes do not open: wrong key, wrong context, or changed bytes")]
    Sealed,
    /// The first byte names a format this build does not open.
    #[error("the sealed bytes have an unknown format version")]
    Version,
    /// The epoch key that wraps this data key is destroyed or cannot be reached.
    #[error("the epoch key that wraps the data key cannot be had")]
    EpochMissing,
    /// No epoch key was made or confirmed.
    #[error("there is no epoch key to wrap under")]
    NoEpoch,
}
