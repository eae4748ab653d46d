//! The page for browsers without JavaScript: forms that a server answers, drawn by the same protocol
//! that the page with a script speaks. Each form becomes calls to the routes of the person's side, so
//! that nothing is checked, limited or kept in another way.

mod fields;
mod person;
mod view;

use std::sync::Arc;

use askama::Template as _;
use axum::Router;
use axum::extract::{
    DefaultBodyLimit, FromRequest as _, Multipart, Path, RawQuery, Request, State,
};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::get;
use futures::StreamExt as _;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use http::{HeaderMap, HeaderValue, StatusCode};
use sessions::Services;
use tokio::sync::Semaphore;
use url::form_urlencoded;

use crate::start::is_cross_site;
use fields::Fields;
use person::{Person, Step};
use view::View;

/// A picture of 16 MB and its form.
const BODY_LIMIT: usize = 17 << 20;

/// Forms with pictures that are taken at once; the others wait.
const PICTURES: usize = 4;

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

#[derive(Clone)]
struct Plain {
    /// The person's side as every other client sees it.
    routes: Router,
    services: Arc<Services>,
    /// Forms with pictures that are held in memory at once.
    room: Arc<Semaphore>,
}

/// The routes with the forms beside them.
pub fn with_plain_forms(routes: Router, services: &Arc<Services>) -> Router {
    let plain = Plain {
        routes: routes.clone(),
        services: Arc::clone(services),
        room: Arc::new(Semaphore::new(PICTURES)),
    };
    let forms = Router::new()
        .route("/start/{token}/plain", get(show).post(take))
        .route("/assets/plain.css", get(style))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(plain);
    forms.fallback_service(routes)
}

async fn style() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/css; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, include_str!("../templates/plain.css")).into_response()
}

async fn show(
    State(plain): State<Plain>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let again = query.as_deref() == Some("again");
    let person = Person::new(&plain.routes, &token, &request);
    let step = person.step(again).await;
    draw(&plain.services, request.headers(), &step)
}

/// Does what a form asks for, and shows what comes next.
async fn take(State(plain): State<Plain>, Path(token): Path<String>, request: Request) -> Response {
    if is_cross_site(request.headers()) || is_from_elsewhere(&plain.services, request.headers()) {
        return (StatusCode::FORBIDDEN, "A form is sent from its own page.\n").into_response();
    }
    let headers = request.headers().clone();
    let mut person = Person::new(&plain.routes, &token, &request);
    // Nobody's picture is kept whose link does not open a session here.
    let is_multipart = is_multipart(&headers);
    if is_multipart && !person.is_bound().await {
        discard(request).await;
        return draw(&plain.services, &headers, &person.step(false).await);
    }
    let _room = if is_multipart {
        plain.room.acquire().await.ok()
    } else {
        None
    };
    let Some(fields) = read(request, is_multipart).await else {
        let message = "The form could not be read, or its picture is larger than 16 MB.\n";
        return (StatusCode::BAD_REQUEST, message).into_response();
    };
    match person.take(fields).await {
        // A reload shows the page again and sends nothing.
        Step::Taken => {
            let mut response = Redirect::to("plain").into_response();
            if let Some(cookie) = person.cookie() {
                response
                    .headers_mut()
                    .insert(http::header::SET_COOKIE, cookie);
            }
            response
        }
        step => draw(&plain.services, &headers, &step),
    }
}

/// Whether a browser names another page as the sender (RFC 6454, 7).
fn is_from_elsewhere(services: &Services, headers: &HeaderMap) -> bool {
    headers.get("origin").is_some_and(|origin| {
        let own = url::Url::parse(&services.settings.public_url);
        let own = own.map(|url| url.origin().ascii_serialization());
        // Without a referrer, browsers name no origin of a form.
        origin != "null" && own.is_ok_and(|own| origin.as_bytes() != own.as_bytes())
    })
}

fn is_multipart(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}

/// Lets a body pass by: a browser that is answered before it has sent all shows no answer.
async fn discard(request: Request) {
    let mut left = BODY_LIMIT;
    let mut pieces = request.into_body().into_data_stream();
    while let Some(Ok(piece)) = pieces.next().await {
        left = left.saturating_sub(piece.len());
        if left == 0 {
            return;
        }
    }
}

async fn read(request: Request, is_multipart: bool) -> Option<Fields> {
    let mut fields = Fields::default();
    if is_multipart {
        let mut parts = Multipart::from_request(request, &()).await.ok()?;
        while let Some(part) = parts.next_field().await.ok()? {
            let name = part.name().unwrap_or_default().to_owned();
            let is_file = part.file_name().is_some();
            let contents = part.bytes().await.ok()?;
            if is_file {
                fields.file = Some(contents);
            } else {
                fields.add(&name, &String::from_utf8_lossy(&contents));
            }
        }
    } else {
        let body = axum::body::to_bytes(request.into_body(), 1 << 16)
            .await
            .ok()?;
        for (name, value) in form_urlencoded::parse(&body) {
            fields.add(&name, &value);
        }
    }
    Some(fields)
}

fn draw(services: &Services, headers: &HeaderMap, step: &Step) -> Response {
    let operator = step.operator();
    let Ok(drawn) = View::of(services, &operator, headers, step).render() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = Html(drawn).into_response();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
