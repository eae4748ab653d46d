//! Rows as the databases keep them: how a record becomes one, how one is read, and the statements on
//! its columns that every database understands.
//!
//! A column is named here, once for all databases, and in their migrations. The macros say SQL to
//! `sqlx` wherever they are used: each database has it checked against its own tables. What rows are
//! read into, the macros call `Row`; whoever uses one has a type of that name, which says how its
//! database hands JSON over ([`StoredJson`]).

#![expect(
    missing_docs,
    reason = "columns are described where they are made, in the migrations"
)]

pub mod account;
pub mod api_key;
pub mod data_key;
pub mod ephemeral_key;
pub mod erasure_receipt;
pub mod event;
pub mod file;
pub mod file_link;
pub mod idempotent_answer;
pub mod job;
mod json;
pub mod keyring;
pub mod known_frame;
pub mod observation;
pub mod report;
pub mod session;
mod table;
pub mod webhook_endpoint;

pub use json::StoredJson;
pub use table::Table;

/// A query that was put together while running, with values.
#[doc(hidden)]
#[macro_export]
macro_rules! bind_values {
    ($query:ident; $($value:expr),*) => {
        $query$(.bind(&$value))*
    };
}
