//! How a request passes the boundary: its body is read, it takes a place, and it is answered within a
//! time. The place is held until the last byte of the answer.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::CONNECTION;
use measures::HTTP_REQUESTS_REFUSED;

use super::answered;
use crate::body::{FORM_LIMIT, Pace, Trouble, declared_length, metered, whole};
use crate::describe::Way;
use crate::held::{Seat, holding};
use crate::party::Party;
use crate::{ApiError, Code, Host, Result};

/// From having read a request to the head of its answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Marks a request on a connection beyond those that are served, which are there for who watches
/// over the server.
#[derive(Clone, Copy, Debug)]
pub struct Spare;

/// How long an answer may take to be taken, where it is not shared and ends by itself.
#[derive(Clone, Copy, Debug)]
pub struct TakenWithin(pub Duration);

/// Marks a request that another one makes within this process: its body is in memory already, in the
/// room of that one.
#[derive(Clone, Copy, Debug)]
pub struct FromWithin;

pub(super) async fn pass(host: &Host, way: Way, request: Request, next: Next) -> Response {
    if request.extensions().get::<Spare>().is_some() {
        return beyond_all(way, request, next).await;
    }
    if way == Way::Watch {
        return answered(request, next).await;
    }
    let passed = match way {
        Way::Upload => upload(host, request, next).await,
        Way::PageForm => page_form(host, request, next).await,
        way => whole_request(host, way, request, next).await,
    };
    let mut response = passed.unwrap_or_else(IntoResponse::into_response);
    if !matches!(way, Way::Asset | Way::Stream) {
        let limit = TakenWithin(host.pace.upload);
        response.extensions_mut().insert(limit);
    }
    response
}

/// Who watches is answered, and whoever came makes room for the next with the first answer.
async fn beyond_all(way: Way, request: Request, next: Next) -> Response {
    let mut response = if way == Way::Watch {
        answered(request, next).await
    } else {
        HTTP_REQUESTS_REFUSED.count(&["no_connection"]);
        no_connection().into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Reads the body first: who is slow to send it takes nobody's place.
async fn whole_request(host: &Host, way: Way, request: Request, next: Next) -> Result<Response> {
    let party = host.party(request.headers(), request.extensions());
    let (parts, body) = request.into_parts();
    let (read, room) = if body.is_end_stream() {
        (body, None)
    } else {
        let lane = &host.admission.bodies;
        let _place = lane.enter(&party, usize::MAX).await.inspect_err(no_room)?;
        let read = whole(body, FORM_LIMIT, host.pace, &host.rooms.forms).await;
        let (bytes, room) = read.inspect_err(|trouble| too_slow(*trouble))?;
        (Body::from(bytes), room)
    };
    let request = Request::from_parts(parts, read);
    let admission = &host.admission;
    let (lane, most) = match way {
        Way::Asset => (&admission.assets, usize::MAX),
        Way::Download => (&admission.downloads, usize::MAX),
        Way::Stream => (&admission.streams, most_streams(host, &party)),
        _ => (&admission.requests, usize::MAX),
    };
    let place = lane.enter(&party, most).await.inspect_err(no_room)?;
    let response = within(ANSWER_WITHIN, request, next).await?;
    drop(room);
    Ok(holding(response, place))
}

fn most_streams(host: &Host, party: &Party) -> usize {
    match party {
        Party::Known(_) => host.admission.settings.streams_of_one_person,
        Party::Address(_) | Party::Somewhere => usize::MAX,
    }
}

/// Its caller is told first, in a place among requests; what follows is [`crate::Upload`]'s.
async fn upload(host: &Host, mut request: Request, next: Next) -> Result<Response> {
    let party = host.party(request.headers(), request.extensions());
    let lane = &host.admission.requests;
    let place = lane.enter(&party, usize::MAX).await.inspect_err(no_room)?;
    let seat = Seat::new(place);
    request.extensions_mut().insert(seat.clone());
    let waiting = host.admission.settings.upload_max_wait;
    let limit = waiting + host.pace.upload + ANSWER_WITHIN;
    let response = within(limit, request, next).await?;
    Ok(holding(response, seat))
}

/// A form that may carry a picture is read by its handler, as it comes.
async fn page_form(host: &Host, request: Request, next: Next) -> Result<Response> {
    let party = host.party(request.headers(), request.extensions());
    let lane = &host.admission.forms;
    let most = match party {
        Party::Known(_) => host.admission.settings.uploads_of_one_person,
        Party::Address(_) | Party::Somewhere => usize::MAX,
    };
    let place = lane.enter(&party, most).await.inspect_err(no_room)?;
    let (mut parts, body) = request.into_parts();
    let length = declared_length(&parts.headers).unwrap_or_default();
    let room = Arc::new(host.rooms.uploads.open(length));
    let (body, meter) = metered(body, Pace::of_upload(host.pace), Some(Arc::clone(&room)));
    parts.extensions.insert(meter);
    let request = Request::from_parts(parts, body);
    let limit = host.pace.upload + host.admission.settings.upload_max_wait + ANSWER_WITHIN;
    let response = within(limit, request, next).await?;
    drop(room);
    Ok(holding(response, place))
}

async fn within(limit: Duration, request: Request, next: Next) -> Result<Response> {
    let in_time = tokio::time::timeout(limit, answered(request, next)).await;
    in_time.map_err(|_| {
        HTTP_REQUESTS_REFUSED.count(&["too_slow"]);
        let message = "This server's storage did not answer in time. The request may have been \
                       carried out all the same; with an Idempotency-Key it can be sent again \
                       safely.";
        ApiError::new(Code::Unavailable, message).with_retry_after(1)
    })
}

fn no_connection() -> ApiError {
    let message = "This server has more connections than it can serve. Nothing was changed; please \
                   send the request again a little later.";
    ApiError::new(Code::Unavailable, message).with_retry_after(1)
}

fn no_room(_: &ApiError) {
    HTTP_REQUESTS_REFUSED.count(&["no_room"]);
}

fn too_slow(trouble: Trouble) {
    if matches!(trouble, Trouble::TooSlow | Trouble::GaveWay) {
        HTTP_REQUESTS_REFUSED.count(&["too_slow"]);
    }
}
