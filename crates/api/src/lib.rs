//! The Stripe-compatible HTTP surface: one endpoint a file, forms in, JSON out.
//!
//! Every endpoint is a type that says who may call it, what it takes and what it answers, and whose
//! `execute` does the work on an open unit of work. What callers may see is decided here; what happens to a session is decided
//! in [`sessions`].

mod ephemeral_keys;
mod events;
mod file_access;
mod file_links;
mod files;
mod no_parameters;
mod parameters;
mod redacted;
mod sensitive;
mod test_helpers;
#[cfg(test)]
mod tests;
mod verification_reports;
mod verification_sessions;
mod webhook_endpoints;

use std::sync::Arc;

use axum::Router;
use sessions::Services;
use wire::{Host, Surface};

pub(crate) use no_parameters::NoParameters;

/// The routes of the API, to be assembled with other surfaces.
pub fn surface() -> Surface {
    Surface::new()
        .merge(verification_sessions::surface())
        .merge(verification_reports::surface())
        .merge(files::surface())
        .merge(file_links::surface())
        .merge(ephemeral_keys::surface())
        .merge(webhook_endpoints::surface())
        .merge(events::surface())
        .merge(test_helpers::surface())
}

/// The API alone, ready to serve.
pub fn router(services: Arc<Services>) -> Router {
    wire::assemble(Host::new(services), surface())
}
