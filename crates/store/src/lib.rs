//! What storage has to offer, whichever database is behind it.
//!
//! A [`Store`] opens units of work; a unit of work is one transaction that holds every repository;
//! [`UnitOfWork::save`] commits it, dropping it rolls back. Personal data arrives here sealed:
//! columns named `sealed` are ciphertext, and no backend can read them.
//!
//! "Not found" is `Ok(None)`; an error means that storage itself failed.

#![deny(missing_docs)]

mod coalescer;
#[cfg(feature = "conformance")]
pub mod conformance;
mod error;
mod filter;
mod job;
pub mod moving;
pub mod paging;
mod read_ahead;
mod record;
mod repository;
pub mod rows;
pub mod schema;
mod unit_of_work;

pub use coalescer::Coalescer;
pub use error::StoreError;
pub use filter::{
    CreatedRange, Cursor, EventFilter, FileFilter, FileLinkFilter, Listing, Page, ReportFilter,
    Scope, SessionFilter,
};
pub use job::{DeliveryQueue, Erased, Job, JobKind, JobPayload};
pub use read_ahead::{Batch, ReadAhead};
pub use record::{
    EndpointRecord, ErasureReceiptRecord, FileRecord, IdempotentAnswer, KeyringEntry, KeyringKind,
    KnownFrame, ObservationKind, ObservationRecord, ReportRecord, RetentionKind, SessionRecord,
    keyring_order,
};
pub use repository::{
    Accounts, ApiKeys, DataKeys, EphemeralKeys, ErasureReceipts, Events, FileLinks, Files,
    Idempotency, Jobs, Keyring, KnownFrames, Leases, Observations, Reports, Retention, Sessions,
    WebhookEndpoints,
};
pub use unit_of_work::{Store, UnitOfWork};
pub use vault::WrappedKey;
