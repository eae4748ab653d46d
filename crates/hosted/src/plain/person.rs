//! One person's steps, as calls to the routes that every client uses.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request};
use futures::stream::iter;
use http::header::{ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, SET_COOKIE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;
use url::form_urlencoded::Serializer;
use wire::FromWithin;

use super::fields::Fields;
use super::within_a_segment;

/// Bytes of an answer that are read.
const ANSWER_LIMIT: usize = 1 << 20;

/// Where a person is.
pub(super) enum Step {
    /// What the link is worth: `/start/{token}/context`, or its refusal.
    Link(Value),
    /// The page of an open session, and what was wrong with the form just sent.
    Page {
        page: Value,
        problem: Option<Value>,
        /// What `/start/{token}/begin` answers in a browser that is bound.
        begun: Value,
        again: bool,
    },
    /// The person said no.
    Declined(Value),
    /// A form was taken; the next step is another request.
    Taken,
}

pub(super) struct Person<'a> {
    routes: &'a Router,
    token: String,
    /// What tells the routes who calls, and how.
    headers: HeaderMap,
    peer: Option<ConnectInfo<SocketAddr>>,
    bound: Option<HeaderValue>,
}

impl<'a> Person<'a> {
    pub(super) fn new(routes: &'a Router, token: &str, request: &Request) -> Self {
        let mut headers = HeaderMap::new();
        for name in [
            COOKIE,
            ACCEPT_LANGUAGE,
            USER_AGENT,
            http::HeaderName::from_static("x-forwarded-for"),
        ] {
            for value in request.headers().get_all(&name) {
                headers.append(&name, value.clone());
            }
        }
        Self {
            routes,
            token: within_a_segment(token),
            headers,
            peer: request.extensions().get().copied(),
            bound: None,
        }
    }

    /// The cookie that binds this browser, where it was bound just now.
    pub(super) fn cookie(&self) -> Option<HeaderValue> {
        self.bound.clone()
    }

    /// Whether this browser has the session of the link open.
    pub(super) async fn is_bound(&self) -> bool {
        let context = self.get(&format!("/start/{}/context", self.token)).await;
        context["session"].is_string()
    }

    /// Where the person is now.
    pub(super) async fn step(&self, again: bool) -> Step {
        let context = self.get(&format!("/start/{}/context", self.token)).await;
        match context["session"].as_str() {
            Some(session) => self.page(session, None, again).await,
            None => Step::Link(context),
        }
    }

    /// Takes a form.
    pub(super) async fn take(&mut self, fields: Fields) -> Step {
        if fields.get("action") == "begin" {
            return self.begin().await;
        }
        let context = self.get(&format!("/start/{}/context", self.token)).await;
        let Some(session) = context["session"].as_str() else {
            return Step::Link(context);
        };
        let collected = match self.collect(session, fields).await {
            Ok(collected) => collected,
            Err(problem) => return self.page(session, Some(problem), true).await,
        };
        let declined = collected
            .iter()
            .any(|(name, value)| name == "collected_data[biometric_consent]" && value == "false");
        let data = self.post(session, "data", &collected).await;
        if declined {
            return Step::Declined(context);
        }
        let problem = match &data["requirements"]["errors"][0] {
            Value::Null => refusal(&data),
            problem => Some(problem.clone()),
        };
        if problem.is_some() {
            return self.page(session, problem, true).await;
        }
        let missing = data["requirements"]["missing"].as_array();
        if missing.is_some_and(Vec::is_empty) && data["submitted"] == false {
            self.post(session, "submit", &[]).await;
        }
        Step::Taken
    }

    async fn begin(&mut self) -> Step {
        let path = format!("/start/{}/begin", self.token);
        let (status, headers, body) = self.call(Method::POST, &path, "start", Vec::new()).await;
        if status != StatusCode::OK {
            return Step::Link(body);
        }
        self.bound = headers.get(SET_COOKIE).cloned();
        Step::Taken
    }

    async fn page(&self, session: &str, problem: Option<Value>, again: bool) -> Step {
        let page = self
            .get(&format!("/v1/identity/verification_pages/{session}"))
            .await;
        if page["error"].is_object() {
            return Step::Link(self.get(&format!("/start/{}/context", self.token)).await);
        }
        // In the browser that is bound, beginning again answers the same and spends nothing.
        let path = format!("/start/{}/begin", self.token);
        let (_, _, begun) = self.call(Method::POST, &path, session, Vec::new()).await;
        Step::Page {
            page,
            problem,
            begun,
            again,
        }
    }

    /// What a form collects, as fields of the protocol; uploads its picture.
    async fn collect(&self, session: &str, fields: Fields) -> Result<Vec<(String, String)>, Value> {
        let within = |name: &str, value: &str| (format!("collected_data{name}"), value.to_owned());
        let action = fields.get("action").to_owned();
        match action.as_str() {
            "agree" => Ok(vec![within("[biometric_consent]", "true")]),
            "decline" => Ok(vec![within("[biometric_consent]", "false")]),
            "id_document_front" | "id_document_back" => {
                let file = self.upload(session, fields.file.clone()).await?;
                let side =
                    |member: &str, value: &str| within(&format!("[{action}][{member}]"), value);
                let mut collected = vec![
                    side("high_res_image", &file),
                    side("upload_method", "file_upload"),
                ];
                if fields.get("anyway") == "true" {
                    collected.push(side("force_confirm", "true"));
                }
                if !fields.get("document").is_empty() {
                    collected.push(within("[id_document_type]", fields.get("document")));
                }
                Ok(collected)
            }
            "face" => {
                let file = self.upload(session, fields.file.clone()).await?;
                let images = ["first", "best", "last"].into_iter().flat_map(|which| {
                    ["high", "low"].map(|size| format!("[face][{which}_{size}_res_image]"))
                });
                let mut collected: Vec<_> = images.map(|name| within(&name, &file)).collect();
                collected.extend([
                    within("[face][best_face_score]", "0"),
                    within("[face][face_score_variance]", "0"),
                    within("[face][num_frames]", "1"),
                    within("[face][training_consent]", "false"),
                ]);
                Ok(collected)
            }
            _ => Ok(details(&fields)),
        }
    }

    async fn upload(&self, session: &str, file: Option<Bytes>) -> Result<String, Value> {
        let file = file.unwrap_or_default();
        // Between the parts (RFC 2046, 5.1.1) stands what no picture can hold: its own hash.
        let boundary = hex::encode(Sha256::digest(&file));
        let mut head = Vec::new();
        for (name, value) in [("purpose", "identity_private"), ("owned_by", session)] {
            let part = format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            head.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"picture\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        head.extend_from_slice(part.as_bytes());
        let end = format!("\r\n--{boundary}--\r\n");
        let kind = format!("multipart/form-data; boundary={boundary}");
        // The picture is not copied.
        let body = vec![head.into(), file, end.into()];
        let request = Sent { body, kind: &kind };
        let (_, _, answer) = self.send(Method::POST, "/v1/files", session, request).await;
        match answer["id"].as_str() {
            Some(id) => Ok(id.to_owned()),
            None => Err(refusal(&answer).unwrap_or_default()),
        }
    }

    async fn get(&self, path: &str) -> Value {
        self.call(Method::GET, path, "", Vec::new()).await.2
    }

    async fn post(&self, session: &str, name: &str, fields: &[(String, String)]) -> Value {
        let path = format!("/v1/identity/verification_pages/{session}/{name}");
        let body = Serializer::new(String::new()).extend_pairs(fields).finish();
        self.call(Method::POST, &path, session, body.into_bytes())
            .await
            .2
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        session: &str,
        body: Vec<u8>,
    ) -> (StatusCode, HeaderMap, Value) {
        let kind = "application/x-www-form-urlencoded";
        let body = vec![body.into()];
        self.send(method, path, session, Sent { body, kind }).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        session: &str,
        sent: Sent<'_>,
    ) -> (StatusCode, HeaderMap, Value) {
        let length: usize = sent.body.iter().map(Bytes::len).sum();
        let pieces = sent.body.into_iter().filter(|piece| !piece.is_empty());
        let pieces = iter(pieces.map(Ok::<_, Infallible>));
        let mut request = Request::new(if length == 0 {
            Body::empty()
        } else {
            Body::from_stream(pieces)
        });
        *request.method_mut() = method;
        *request.uri_mut() = path.parse().unwrap_or_default();
        *request.headers_mut() = self.headers.clone();
        for (name, value) in [
            ("x-bonafide-page", session),
            (CONTENT_TYPE.as_str(), sent.kind),
            (CONTENT_LENGTH.as_str(), &length.to_string()),
        ] {
            if let (Ok(name), Ok(value)) = (http::HeaderName::try_from(name), value.parse()) {
                request.headers_mut().insert(name, value);
            }
        }
        request.extensions_mut().insert(FromWithin);
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(peer);
        }
        let Ok(response) = self.routes.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, ANSWER_LIMIT).await.unwrap_or_default();
        let value = serde_json::from_slice(&bytes).unwrap_or_default();
        (parts.status, parts.headers, value)
    }
}

struct Sent<'a> {
    body: Vec<Bytes>,
    kind: &'a str,
}

/// A refusal of the server's in the form of a problem. Its message is for developers, so it is kept
/// from the person.
fn refusal(answer: &Value) -> Option<Value> {
    answer["error"]
        .is_object()
        .then(|| Value::String("refused".to_owned()))
}

/// What the person wrote down.
fn details(fields: &Fields) -> Vec<(String, String)> {
    let mut collected = Vec::new();
    let mut add = |name: &str, value: &str| {
        if !value.is_empty() {
            collected.push((format!("collected_data{name}"), value.to_owned()));
        }
    };
    add("[name][first_name]", fields.get("first_name"));
    add("[name][last_name]", fields.get("last_name"));
    let mut date = fields.get("dob").split('-');
    for part in ["year", "month", "day"] {
        let number = date.next().unwrap_or_default().trim_start_matches('0');
        add(&format!("[dob][{part}]"), number);
    }
    let country = fields.get("country");
    if !fields.get("number").is_empty() {
        let member = if country == "US" {
            "partial_value"
        } else {
            "value"
        };
        add("[id_number][country]", country);
        add(&format!("[id_number][{member}]"), fields.get("number"));
    }
    collected
}
