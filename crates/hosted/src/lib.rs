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
mod challenge;
mod closed;
mod cookie;
mod copy;
mod data;
mod handover;
mod id_number;
mod page;
mod page_data;
mod person;
mod plain;
mod review;
mod security;
mod sender;
mod start;
mod submit;
mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Extension;
use axum::middleware::map_response;
use verification::Observer;
use wire::{Operation, Surface};

pub use assets::FaceDetector;
pub use authenticator::PageAuthenticator;
pub use plain::with_plain_forms;

use crate::review::{ObservingReviewer, PictureReview};

/// The routes of the person's side, to be assembled with other surfaces. Their host needs the
/// [`PageAuthenticator`], and they need [`seeing`].
pub fn surface() -> Surface {
    const PAGE: &str = "/v1/identity/verification_pages/{id}";
    let below = |name: &str| format!("{PAGE}/{name}");
    Surface::new()
        .get("/start/{token}", assets::index, assets::index_operation())
        .get(
            "/start/{token}/context",
            start::context,
            start::context_operation(),
        )
        .post(
            "/start/{token}/begin",
            start::begin,
            start::begin_operation(),
        )
        .get("/assets/{*path}", assets::asset, assets::asset_operation())
        .get(
            "/assets/models/face-detector.onnx",
            assets::face_detector,
            assets::model_operation(),
        )
        .get(
            "/identity.js",
            assets::identity_script,
            assets::identity_operation(),
        )
        .get(PAGE, page::read, page::operation())
        // SDKs that are pointed here whole send their analytics too, to this path of their host.
        .post("/0", async || "", analytics())
        .post(&below("data"), data::data, data::operation())
        .post(
            &below("challenge"),
            challenge::challenge,
            challenge::operation(),
        )
        .post(
            &below("handover"),
            handover::hand_over,
            handover::operation(),
        )
        .get(
            &below("progress"),
            handover::progress,
            handover::progress_operation(),
        )
        .post(&below("submit"), submit::submit, submit::operation())
        .post(
            &below("testing/verify"),
            testing::verify,
            testing::verify_operation(),
        )
        .get(
            &below("testing/specimen"),
            testing::specimen,
            testing::specimen_operation(),
        )
        .post(
            &below("testing/unverify"),
            testing::unverify,
            testing::unverify_operation(),
        )
        .layered(map_response(security::harden))
}

/// BCP 47 tags of the languages that the person's side speaks.
pub fn languages() -> impl Iterator<Item = &'static str> {
    copy::Language::all().map(copy::Language::tag)
}

fn analytics() -> Operation {
    Operation::open(
        "PostAnalytics",
        "Take what SDKs tell about themselves, and forget it",
    )
}

/// The person's side with what looks at pictures, and the model that guides in the browser.
pub fn seeing(surface: Surface, observer: Arc<Observer>, guide: FaceDetector) -> Surface {
    looking(
        surface,
        PictureReview::new(Arc::new(ObservingReviewer(observer))),
    )
    .layered(Extension(guide))
}

fn looking(surface: Surface, look: PictureReview) -> Surface {
    surface.layered(Extension(Arc::new(look)))
}
