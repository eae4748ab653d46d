//! What can be done to a session, for everybody who does it: API, page, workers, command line.
//!
//! [`Services`] holds what these need. Every change is a method that takes the caller's unit of
//! work, so that it commits or vanishes together with whatever else the caller does.

mod abandon;
mod advance;
mod cancel;
mod case;
mod conclude;
mod create;
mod endpoint;
mod error;
mod event;
mod file;
mod links;
mod predefined;
mod redact;
mod render;
mod report;
mod services;
mod submit;

pub use case::Case;
pub use create::NewSession;
pub use error::Error;
pub use file::{NewFile, StoredFile};
pub use predefined::Predefined;
pub use services::{Operator, Services, Settings};

/// Results of this crate.
pub type Result<T> = std::result::Result<T, Error>;
