//! What workers do: verify submissions, deliver events, remove redacted blobs, keep house.
//!
//! Jobs are leased, never locked: a worker that dies stops extending its lease and another takes
//! over. Whatever a job changes is committed together with the job's own removal, which fails if
//! the lease was lost, so that every effect happens once.

mod deliver;
mod delivery;
mod error;
mod heartbeat;
mod housekeeping;
mod orphans;
mod overdue;
mod places;
mod queue;
mod redact;
mod run;
mod signature;
#[cfg(test)]
mod tests;
mod verify;
mod worker;

pub use delivery::Delivery;
pub use error::Error;
pub use places::Pace;
pub use signature::sign;
pub use worker::{Worker, WorkerSettings};
