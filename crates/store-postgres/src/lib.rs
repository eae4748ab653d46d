//! Storage on PostgreSQL: any number of processes on any number of machines.
//!
//! A unit of work is one transaction on a connection of its own. Units that read see a snapshot
//! and wait for nobody. Units that write run side by side: they lock the rows that they read to
//! change, and [`lock`] what is no row. Lists page by `position`, which grows in the order of
//! commits. Jobs wake workers in every process ([`listener`]).

#[macro_use]
mod page;
#[macro_use]
mod unit;

mod accounts;
mod address;
mod api_keys;
mod data_keys;
mod ephemeral_keys;
mod erasure_receipts;
mod events;
mod failure;
mod file_links;
mod files;
pub mod fill;
mod idempotency;
mod jobs;
mod keyring;
mod known_frames;
mod leases;
mod listener;
mod lock;
mod moving;
mod observations;
mod open;
mod postgres_store;
mod reports;
mod retention;
mod schema;
mod sessions;
mod table;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod waker;
mod webhook_endpoints;

pub use address::{Address, AddressError};
pub use moving::Filling;
pub use open::OpenError;
pub use postgres_store::PostgresStore;

#[cfg(test)]
mod tests;
