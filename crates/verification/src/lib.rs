//! What becomes of a submission: its pictures are observed, once, and from what was seen and what was asked for
//! comes the report.
//!
//! [`Observer`] is all inference of a process: for the person who waits at the page, for the worker, for
//! commands. What it sees in a session's picture is kept sealed beside the picture, so that a submission
//! whose pictures were looked at when they were handed in is decided without looking again. When there is
//! something to verify is known elsewhere.

mod conclusion;
mod contact;
mod error;
mod evidence;
mod examine;
mod fingerprint;
mod id_number;
mod keeping;
mod kept;
mod look;
mod networks;
mod observe;
mod observer;
mod picture;
mod pool;
#[cfg(debug_assertions)]
mod recorded;
mod report;
mod request;
mod seen;
mod submission;
#[cfg(test)]
mod tests;

pub use conclusion::Conclusion;
pub use error::Error;
pub use examine::Examined;
pub use keeping::Keeping;
pub use look::Looked;
pub use networks::Networks;
pub use observer::Observer;
pub use picture::{Picture, Pictures};
pub use pool::Limits;
pub use report::conclude;
pub use request::VerificationRequest;
pub use seen::{Seen, Verified};
pub use submission::Submission;
