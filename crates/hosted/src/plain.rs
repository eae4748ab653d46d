//! The page for browsers without JavaScript: forms that a server answers, drawn by the same protocol
//! that the page with a script speaks. Each form becomes calls to the routes of the person's side, so
//! that nothing is checked, limited or kept in another way.

mod fields;
mod person;
mod view;

use askama::Template as _;
use axum::extract::{
    DefaultBodyLimit, FromRequest as _, Multipart, Path, RawQuery, Request, State,
};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::{Extension, Router};
use futures::StreamExt as _;
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use sessions::Services;
use url::form_urlencoded;
use wire::{Host, Meter, Operation, Surface};

use crate::sender;
use fields::Fields;
use person::{Person, Step};
use view::View;

/// A picture of 16 MB and its form.
const BODY_LIMIT: usize = 17 << 20;

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The person's side as every other client sees it.
#[derive(Clone)]
struct Routes(Router);

/// The same surface with the forms, which call `routes`: the surface without them, assembled.
pub fn with_plain_forms(surface: Surface, routes: Router) -> Surface {
    const PAGE: &str = "/start/{token}/plain";
    let forms = Surface::new()
        .serve(Method::GET, PAGE, show, show_operation())
        .serve(Method::POST, PAGE, take, take_operation())
        .serve(Method::GET, "/assets/plain.css", style, style_operation())
        .layered(DefaultBodyLimit::max(BODY_LIMIT))
        .layered(Extension(Routes(routes)));
    surface.merge(forms)
}

fn show_operation() -> Operation {
    Operation::open(
        "GetStartPlain",
        "Show the page of a link to a browser without JavaScript",
    )
    .answers_contents("text/html")
    .refuses_plainly()
    .takes_page_form()
}

fn take_operation() -> Operation {
    Operation::open(
        "PostStartPlain",
        "Take a form from a browser without JavaScript",
    )
    .answers_contents("text/html")
    .refuses_plainly()
    .takes_page_form()
}

fn style_operation() -> Operation {
    Operation::open(
        "GetAssetsPlainCss",
        "Load the style of pages without JavaScript",
    )
    .answers_contents("text/css")
    .refuses_plainly()
    .answers_shared()
}

/// What of a token can stand in a path without ending its segment.
fn within_a_segment(token: &str) -> String {
    let signs = token.chars();
    let token: String = signs
        .filter(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign))
        .collect();
    // Of nothing that can, there is a path too, and no link.
    if token.is_empty() {
        return "none".to_owned();
    }
    token
}

async fn style() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/css; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, include_str!("../templates/plain.css")).into_response()
}

async fn show(
    State(host): State<Host>,
    Extension(Routes(routes)): Extension<Routes>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let again = query.as_deref() == Some("again");
    let person = Person::new(&routes, &token, &request);
    let step = person.step(again).await;
    draw(&host.services, request.headers(), &step)
}

/// Does what a form asks for, and shows what comes next.
async fn take(
    State(host): State<Host>,
    Extension(Routes(routes)): Extension<Routes>,
    Path(token): Path<String>,
    Extension(meter): Extension<Meter>,
    request: Request,
) -> Response {
    let services = &host.services;
    // Without a referrer, browsers name no origin of a form: `null` is taken here.
    if sender::is_elsewhere(services, request.headers()) {
        return (StatusCode::FORBIDDEN, "A form is sent from its own page.\n").into_response();
    }
    let headers = request.headers().clone();
    let mut person = Person::new(&routes, &token, &request);
    // Nobody's picture is kept whose link does not open a session here.
    let is_multipart = is_multipart(&headers);
    if is_multipart && !person.is_bound().await {
        meter.discard();
        discard(request).await;
        return draw(services, &headers, &person.step(false).await);
    }
    let Some(fields) = read(request, is_multipart).await else {
        if meter.is_too_slow() {
            let message = "The form came too slowly. Please send it again.\n";
            return (StatusCode::REQUEST_TIMEOUT, message).into_response();
        }
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
        step => draw(services, &headers, &step),
    }
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
    if step.is_unknown() {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
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
