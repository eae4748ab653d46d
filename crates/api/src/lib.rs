//! The Stripe-compatible HTTP surface: one endpoint a file, forms in, JSON out.
//!
//! Every endpoint is two functions: `handler` connects it to HTTP, `execute` does the work on an
//! open unit of work. What callers may see is decided here; what happens to a session is decided
//! in [`sessions`].

mod ephemeral_keys;
mod events;
mod file_links;
mod files;
mod no_parameters;
mod parameters;
mod redacted;
mod sensitive;
#[cfg(test)]
mod tests;
mod verification_reports;
mod verification_sessions;
mod webhook_endpoints;

use std::sync::Arc;

use axum::Router;
use sessions::Services;
use wire::Host;

pub(crate) use no_parameters::NoParameters;

/// The routes of the API, to be assembled with those of other surfaces.
pub fn routes() -> Router<Host> {
    Router::new()
        .merge(verification_sessions::routes())
        .merge(verification_reports::routes())
        .merge(files::routes())
        .merge(file_links::routes())
        .merge(ephemeral_keys::routes())
        .merge(webhook_endpoints::routes())
        .merge(events::routes())
}

/// The API alone, ready to serve.
pub fn router(services: Arc<Services>) -> Router {
    wire::assemble(Host::new(services), routes())
}
