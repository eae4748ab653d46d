//! Sealed bytes: one data key a session, and the blobs sealed under it.
//!
//! A [`Vault`] holds the master key. It makes a [`DataKey`] for every owner (a session, or a file
//! of no session) and hands it out wrapped, to be stored; destroying the [`WrappedKey`] makes all
//! that was sealed under it unreadable for good, which is what redaction is. [`Blobs`] keeps
//! sealed pictures durably. What the bytes mean is nothing the vault knows.

#![deny(missing_docs)]

mod blobs;
mod data_key;
mod error;
mod master_key;
mod passthrough;
mod vault;

pub use blobs::{BlobEntry, BlobError, Blobs};
pub use data_key::{DataKey, WrappedKey};
pub use error::VaultError;
pub use master_key::{MasterKey, MasterKeyError};
pub use vault::Vault;
