//! Sealed bytes: one data key a session, and the blobs sealed under it.
//!
//! The [`MasterKey`] wraps the key files ([`KeyFiles`]), which lie outside the database: one root
//! key, from which the installation's own keys are derived, and dated epoch keys. A [`Vault`] makes
//! a [`DataKey`] for every owner (a session, or a file of no session) and hands it out wrapped under
//! the newest epoch key, to be stored. Destroying the [`WrappedKey`] makes all that was sealed under
//! it unreadable in the live system, which is what redaction is; destroying the epoch key does the
//! same to every copy of the database that was taken before. [`Blobs`] keeps sealed pictures
//! durably. What the bytes mean is nothing the vault knows.

#![deny(missing_docs)]

mod blobs;
mod data_key;
mod derive;
mod digest_key;
mod epochs;
mod error;
mod keys;
mod layout;
mod master_key;
mod passthrough;
mod plain_bytes;
mod receipt_key;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod vault;

pub use blobs::{BlobEntry, BlobError, BlobLocation, Blobs, Bucket};
pub use data_key::{DataKey, WrappedKey};
pub use digest_key::DigestKey;
pub use error::VaultError;
pub use keys::{KeyFileError, KeyFiles};
pub use master_key::{MasterKey, MasterKeyError};
pub use plain_bytes::PlainBytes;
pub use receipt_key::ReceiptKey;
pub use vault::{EPOCH_TRUSTED, Vault};
