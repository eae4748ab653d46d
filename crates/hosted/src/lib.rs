//! The person's side: the page on which somebody is verified, and the protocol behind it.
//!
//! The page and the mobile SDKs speak one protocol, Stripe's verification pages: read the page,
//! post what was collected, submit. An SDK comes with an ephemeral key of the session; the page
//! comes with the cookie of the browser that spent one of the session's links, and with a header
//! that no other site can send ([`PageAuthenticator`]).
//!
//! A picture is looked at as soon as it is handed in, so that the person hears what is wrong with
//! it while the document is still in their hands; whether it is verified is decided after the
//! submission, elsewhere.

mod assets;
mod authenticator;
mod closed;
mod cookie;
mod copy;
mod data;
mod id_number;
mod look;
mod page;
mod page_data;
mod person;
mod security;
mod start;
mod submit;
mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::middleware::map_response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use vision::Vision;
use wire::Host;

pub use authenticator::PageAuthenticator;

use crate::look::{Look, VisionEye};

/// The routes of the person's side, to be assembled with those of other surfaces. Their host needs
/// the [`PageAuthenticator`].
pub fn routes(vision: Arc<Vision>) -> Router<Host> {
    routes_with(Look::new(Arc::new(VisionEye::new(vision))))
}

fn routes_with(look: Look) -> Router<Host> {
    Router::new()
        .route("/start/{token}", get(assets::index))
        .route("/start/{token}/context", get(start::context))
        .route("/start/{token}/begin", post(start::begin))
        .route("/assets/{*path}", get(assets::asset))
        .route("/v1/identity/verification_pages/{id}", get(page::read))
        .route(
            "/v1/identity/verification_pages/{id}/data",
            post(data::data),
        )
        .route(
            "/v1/identity/verification_pages/{id}/submit",
            post(submit::submit),
        )
        .route(
            "/v1/identity/verification_pages/{id}/testing/verify",
            post(testing::verify),
        )
        .route(
            "/v1/identity/verification_pages/{id}/testing/unverify",
            post(testing::unverify),
        )
        .layer(Extension(Arc::new(look)))
        .layer(map_response(security::harden))
}
