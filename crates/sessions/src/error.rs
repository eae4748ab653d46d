use identity::TransitionError;
use store::StoreError;
use vault::{BlobError, KeyFileError, VaultError};

/// Why something could not be done. Messages never hold personal data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The session's status does not allow it.
    #[error(transparent)]
    Transition(#[from] TransitionError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something sealed does not open, or its key does not.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The place of sealed contents.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// The files of the epoch keys.
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
