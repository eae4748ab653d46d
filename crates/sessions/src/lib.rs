//! What can be done to a session, for everybody who does it: API, page, workers, command line.
//!
//! [`Services`] holds what these need. Every change is a method that takes the caller's unit of
//! work, so that it commits or vanishes together with whatever else the caller does.

#![deny(missing_docs)]

mod abandon;
mod advance;
mod cancel;
mod conclude;
mod create;
mod endpoint;
mod error;
mod event;
mod file;
mod keyring;
mod known_frames;
mod links;
mod liveness;
mod observation;
mod opened_session;
mod predefined;
mod receipt;
mod redact;
mod render;
mod report;
mod retention;
mod services;
mod settings;
mod submit;

pub use create::NewSession;
pub use error::Error;
pub use file::{FetchedFile, NewFile, SealedFile, StoredFile};
pub use keyring::{Tended, open_vault};
pub use observation::{KeptObservation, NewObservation, ObservationKey};
pub use opened_session::OpenedSession;
pub use predefined::Predefined;
pub use receipt::{Counts, Receipt, ReceiptError, check_receipt, key_of_jwk, receipt_jwk};
pub use retention::Expired;
pub use services::Services;
pub use settings::{
    EpochPolicy, Liveness, LivenessLevels, Operator, PageSettings, RetentionRule, Settings,
};

/// What an answer kept under an idempotency key is sealed for.
pub fn answer_context(scope: &store::Scope, key: &str) -> String {
    format!("idempotent/{}/{key}", scope.account)
}

/// Results of this crate.
pub type Result<T> = std::result::Result<T, Error>;

#[cfg(test)]
mod tests;
