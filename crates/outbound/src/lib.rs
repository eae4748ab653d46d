//! The one HTTP client that leaves the house.
//!
//! Every outgoing call is guarded the same way: only http and https, no redirects, limits on time
//! and size, and an address guard that judges the address actually connected to, after name
//! resolution: link-local and cloud metadata addresses are always refused, loopback and private
//! ones unless the operator allows them.

#![forbid(unsafe_code)]

mod address;
mod client;
mod resolver;

pub use address::{AddressPolicy, Refusal};
pub use client::{Client, Error, Response, TimeLimits};
