//! Requests that are sent again with the same `Idempotency-Key` are answered as the first was.

use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderName, HeaderValue, Method, StatusCode};
use identity::SessionId;
use sessions::Services;
use sha2::{Digest, Sha256};
use store::{IdempotentAnswer, Scope, UnitOfWork};

use crate::form::Node;
use crate::{ApiError, Caller, Code, Result};

pub(crate) const HEADER: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

const KEY_LIMIT: usize = 255;

/// One use of a key.
#[derive(Clone)]
pub(crate) struct Idempotency {
    pub(crate) scope: Scope,
    pub(crate) key: String,
    fingerprint: [u8; 32],
}

impl Idempotency {
    /// The key of a request, if it has one. Only POSTs of back ends have any use for one.
    pub(crate) fn of(
        parts: &Parts,
        caller: &Caller,
        tree: &Node,
        file: Option<&[u8]>,
    ) -> Result<Option<Self>> {
        let (Some(header), Caller::Key(api_key)) = (parts.headers.get(HEADER), caller) else {
            return Ok(None);
        };
        if parts.method != Method::POST || header.is_empty() {
            return Ok(None);
        }
        let key = header.to_str().ok().filter(|key| key.len() <= KEY_LIMIT);
        let key = key.ok_or_else(|| {
            let message =
                format!("An Idempotency-Key has at most {KEY_LIMIT} characters of ASCII.");
            ApiError::new(Code::RequestMalformed, message)
        })?;
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        // The API key is part of it: an answer that one key may see need not be for another.
        add(api_key.id.as_str().as_bytes());
        add(parts.uri.path().as_bytes());
        tree.leaves("", &mut |name, value| {
            add(name.as_bytes());
            add(value.as_bytes());
        });
        if let Some(contents) = file {
            add(contents);
        }
        Ok(Some(Self {
            scope: caller.scope().clone(),
            key: key.to_owned(),
            fingerprint: hash.finalize().into(),
        }))
    }

    /// The answer that was given to this request before.
    pub(crate) async fn replay(
        &self,
        unit: &mut dyn UnitOfWork,
        services: &Services,
    ) -> Result<Option<Response>> {
        let now = services.now();
        let Some(answer) = unit.idempotent_answer(&self.scope, &self.key).await? else {
            return Ok(None);
        };
        if answer.created.plus(IdempotentAnswer::LIFETIME) <= now {
            unit.forget_idempotent_answers(answer.created.plus(1))
                .await?;
            return Ok(None);
        }
        if answer.fingerprint != self.fingerprint {
            let message = format!(
                "The idempotency key '{}' was first used for a request with other parameters, \
                 another path or another API key. Send the same request, or take a new key.",
                self.key
            );
            return Err(ApiError::new(Code::IdempotencyMismatch, message));
        }
        let key = match &answer.session {
            Some(session) => services.session_key(unit, session).await?,
            None => Some(services.vault.own_key()),
        };
        let key = key.ok_or_else(|| ApiError::internal(sessions::Error::Redacted))?;
        let body = key
            .open(&self.context(), &answer.sealed_body)
            .map_err(ApiError::internal)?;
        let status = StatusCode::from_u16(answer.status).map_err(ApiError::internal)?;
        let mut response = json(status, body.to_vec());
        response
            .headers_mut()
            .insert(REPLAYED, HeaderValue::from_static("true"));
        self.echo(&mut response);
        Ok(Some(response))
    }

    /// Keeps an answer. Two requests with one key that reach this at once: the second is refused.
    pub(crate) async fn keep(
        &self,
        unit: &mut dyn UnitOfWork,
        services: &Services,
        status: StatusCode,
        body: &[u8],
    ) -> Result<()> {
        let mut session = session_of(body);
        let mut key = services.vault.own_key();
        if let Some(id) = &session {
            match services.session_key(unit, id).await? {
                Some(its_own) => key = its_own,
                // Redacted: nothing in the answer is personal.
                None => session = None,
            }
        }
        let answer = IdempotentAnswer {
            fingerprint: self.fingerprint,
            status: status.as_u16(),
            session,
            sealed_body: key.seal(&self.context(), body),
            created: services.now(),
        };
        match unit
            .insert_idempotent_answer(&self.scope, &self.key, &answer)
            .await
        {
            Err(store::StoreError::Conflict { .. }) => {
                let message = format!(
                    "Another request with the idempotency key '{}' is in progress.",
                    self.key
                );
                Err(ApiError::new(Code::IdempotencyKeyInUse, message))
            }
            kept => Ok(kept?),
        }
    }

    pub(crate) fn echo(&self, response: &mut Response) {
        if let Ok(value) = HeaderValue::from_str(&self.key) {
            response.headers_mut().insert(HEADER, value);
        }
    }

    fn context(&self) -> String {
        sessions::answer_context(&self.scope, &self.key)
    }
}

/// The session that an answer shows.
fn session_of(body: &[u8]) -> Option<SessionId> {
    #[derive(serde::Deserialize)]
    struct Head {
        object: String,
        id: String,
    }
    let head: Head = serde_json::from_slice(body).ok()?;
    (head.object == "identity.verification_session").then(|| SessionId::from_stored(head.id))
}

pub(crate) fn json(status: StatusCode, body: Vec<u8>) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(CONTENT_TYPE, kind)], body).into_response()
}
