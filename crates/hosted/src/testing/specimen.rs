//! `GET …/testing/specimen`: in test mode, a document that never existed, to try the page with.

use axum::response::{IntoResponse as _, Response};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use identity::{DocumentType, Mode, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::Deserialize;
use sessions::Services;
use specimen::{Kind, Request};
use tokio::sync::Semaphore;
use wire::{
    Answer, Answered, ApiError, Code, Host, Operation, PendingQuery, Persons, Result,
    StagedEndpoint,
};

use crate::person::find_own_session;

static DRAWING: Semaphore = Semaphore::const_new(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum SpecimenSide {
    Front,
    Back,
}

#[derive(Deserialize, JsonSchema)]
pub(crate) struct SpecimenQuery {
    #[serde(rename = "type")]
    document_type: DocumentType,
    /// The front unless told.
    side: Option<SpecimenSide>,
}

/// A picture of a document, to be saved.
pub(crate) struct SpecimenPicture {
    /// The value of `Content-Disposition`.
    name: String,
    picture: Vec<u8>,
}

impl Answer for SpecimenPicture {
    fn describe(operation: Operation) -> Operation {
        operation.answers_contents("image/jpeg")
    }

    fn into_response(self, _: &str) -> Response {
        let headers = [
            (CONTENT_TYPE, "image/jpeg".to_owned()),
            (CONTENT_DISPOSITION, self.name),
        ];
        (headers, self.picture).into_response()
    }
}

/// The same for a session each time, so that front and back belong together.
pub(crate) struct DrawSpecimen;

impl StagedEndpoint for DrawSpecimen {
    const ID: &'static str = "GetIdentityVerificationPagesIdTestingSpecimen";
    const SUMMARY: &'static str = "Draw a document to try the page with, in test mode";
    const EXPANDS: bool = false;

    type Path = String;
    type Request = PendingQuery<SpecimenQuery, Persons>;
    type Answer = SpecimenPicture;

    async fn answer(host: &Host, id: String, request: Self::Request) -> Answered<Self::Answer> {
        draw(&host.services, &id, request).await.into()
    }
}

async fn draw(
    services: &Services,
    id: &str,
    request: PendingQuery<SpecimenQuery, Persons>,
) -> Result<SpecimenPicture> {
    if request.call.mode() == Mode::Live {
        let message = "Specimens exist in test mode alone.";
        return Err(ApiError::new(Code::RouteUnknown, message));
    }
    let mut unit = services.store.read().await?;
    let opened = find_own_session(services, unit.as_mut(), &request.call, id).await?;
    drop(unit);
    let SpecimenQuery {
        document_type,
        side,
    } = request.params;
    let kind = match document_type {
        DocumentType::Passport => Kind::Passport,
        DocumentType::IdCard => Kind::IdCard,
        DocumentType::DrivingLicense => Kind::DrivingLicense,
    };
    let back = side == Some(SpecimenSide::Back);
    if back && !kind.has_back() {
        let message = "A passport has no back: leave `side` out.";
        return Err(ApiError::invalid("side".to_owned(), message));
    }
    let request = Request {
        kind,
        portrait: None,
        seed: seed(opened.session.id.as_str()),
        expired: false,
        degrade: Vec::new(),
        today: day(services.now())?,
    };
    // Drawing takes about a second of a core: one at a time, whoever asks for how many.
    let turn = DRAWING.acquire().await.ok();
    let drawn = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let specimen = specimen::generate(&request)?;
        if back {
            specimen.back_jpeg()
        } else {
            specimen.front_jpeg().map(Some)
        }
    });
    let picture = drawn
        .await
        .ok()
        .and_then(std::result::Result::ok)
        .flatten()
        .ok_or_else(|| ApiError::internal("a specimen could not be drawn"))?;
    let side = if back { "back" } else { "front" };
    let name = format!(
        "attachment; filename=\"specimen-{}-{side}.jpg\"",
        document_type.as_str()
    );
    Ok(SpecimenPicture { name, picture })
}

fn seed(session: &str) -> u64 {
    session.bytes().fold(0, |seed: u64, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    })
}

fn day(now: Timestamp) -> Result<Date> {
    jiff::Timestamp::from_second(now.0)
        .map(|moment| moment.to_zoned(TimeZone::UTC).date())
        .map_err(|_| ApiError::internal("the clock stands outside the calendar"))
}
