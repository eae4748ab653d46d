//! Storage on SQLite: one file, any number of processes on one machine.
//!
//! Writes go through one connection ([`writer`]), whose commits are durable and shared by all
//! units that wait at the same time; what only adds is added in common ([`deferred_insert`]). Reads go
//! through read-only connections ([`readers`]), each unit on its own snapshot; what nearly every call
//! asks first is asked in common ([`shared_reads`]). Lists page by `position`, which only grows, in the order of
//! commits.

#[macro_use]
mod page;

mod accounts;
mod api_keys;
mod checkpointer;
mod copy;
mod data_keys;
mod deferred_insert;
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
mod moving;
mod observations;
mod open;
mod readers;
mod reports;
mod retention;
mod rows;
mod schema;
mod sessions;
mod several;
mod shared_reads;
mod sqlite_store;
mod table;
mod unit;
mod wake;
mod webhook_endpoints;
mod writer;

pub use copy::{Copied, copy};
pub use moving::Exclusive;
pub use open::OpenError;
pub use sqlite_store::SqliteStore;

#[cfg(test)]
mod tests;
