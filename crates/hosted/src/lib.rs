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
use http::Method;
use verification::Observer;
use wire::{Operation, Surface};

pub use assets::FaceDetector;
pub use authenticator::PageAuthenticator;
pub use plain::with_plain_forms;

use crate::challenge::Draw;
use crate::data::TakeData;
use crate::handover::{Follow, HandOver};
use crate::page::ReadPage;
use crate::review::{ObservingReviewer, PictureReview};
use crate::start::{Begin, ReadContext};
use crate::submit::Submit;
use crate::testing::{DrawSpecimen, Unverify, Verify};

/// The routes of the person's side, to be assembled with other surfaces. Their host needs the
/// [`PageAuthenticator`], and they need [`seeing`].
pub fn surface() -> Surface {
    const PAGE: &str = "/v1/identity/verification_pages/{id}";
    let below = |name: &str| format!("{PAGE}/{name}");
    Surface::new()
        .serve(
            Method::GET,
            "/start/{token}",
            assets::index,
            assets::index_operation(),
        )
        .get_open::<ReadContext>("/start/{token}/context")
        .post_open::<Begin>("/start/{token}/begin")
        .serve(
            Method::GET,
            "/assets/{*path}",
            assets::asset,
            assets::asset_operation(),
        )
        .serve(
            Method::GET,
            "/assets/models/face-detector.onnx",
            assets::face_detector,
            assets::model_operation(),
        )
        .serve(
            Method::GET,
            "/identity.js",
            assets::identity_script,
            assets::identity_operation(),
        )
        .get::<ReadPage>(PAGE)
        // SDKs that are pointed here whole send their analytics too, to this path of their host.
        .serve(Method::POST, "/0", async || "", analytics())
        .staged::<TakeData>(&below("data"))
        .post::<Draw>(&below("challenge"))
        .post::<HandOver>(&below("handover"))
        .get::<Follow>(&below("progress"))
        .post::<Submit>(&below("submit"))
        .post::<Verify>(&below("testing/verify"))
        .staged::<DrawSpecimen>(&below("testing/specimen"))
        .post::<Unverify>(&below("testing/unverify"))
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
