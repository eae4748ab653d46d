use identity::TransitionError;
use store::StoreError;
use vault::{BlobError, KeyFileError, VaultError};

/// Why something could not be done. Messages never hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Transition(#[from] TransitionError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The keyring lists nothing to wrap under.
    #[error("the keyring lists no epoch key")]
    NoEpoch,
    /// Another process wraps keys anew.
    #[error("another process is tending the keyring; try again in half a minute")]
    KeyringBusy,
    /// Sealed contents are not what this version writes.
    #[error("sealed {0} is unreadable")]
    Unreadable(&'static str),
    /// The data key of a session or file is gone: it was redacted.
    #[error("the contents were redacted")]
    Redacted,
}
