//! From observations to a decision.
//!
//! Pure: no I/O, no clock, no randomness. [`decide()`] judges what was seen under a [`Policy`], the
//! decision table as data; [`read()`] says what a document says; [`advice()`] tells a person what is
//! wrong with a picture before it is submitted. Each check is one file in `check/` and makes
//! findings; the policy says which of these a document of each type has to pass.
//!
//! Sources rank: check digits over printed text. Where the printed zone says something else than
//! the machine readable zone, that is a finding with both values, never a silent choice; where a
//! field could not be read in print, that is one too, and asks for another picture.

#![deny(missing_docs)]

mod advice;
mod agreement;
mod calibration;
mod card;
mod check;
mod day;
mod decide;
mod document;
#[cfg(test)]
mod documented;
mod face;
mod finding;
mod kind;
mod policy;
#[cfg(test)]
mod properties;
mod reading;
mod request;
#[cfg(test)]
mod samples;
mod several;
mod template;
mod text;
mod viz;

pub use advice::{Advice, advice, needs_back, selfie_advice};
pub use calibration::{FalseMatchRate, FalseMatchRateError};
pub use day::Day;
pub use decide::{decide, liveness};
pub use document::portrait;
pub use kind::Kind;
pub use policy::{Policy, PolicyError, Thresholds};
pub use reading::{Reading, read};
pub use request::{Answer, Grounds, Liveness, Outcome, Request, Side};
