//! Everything that async-stripe offers for Identity, against the real binary.

mod documented;
mod endpoints;
mod errors;
mod events;
mod keys;
mod outcomes;
mod pictures;
mod sessions;
mod webhooks;
