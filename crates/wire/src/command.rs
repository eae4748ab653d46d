use std::marker::PhantomData;

use axum::RequestExt as _;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::body::Trouble;
use crate::describe::Operation;
use crate::form::{self, Node};
use crate::idempotency::Idempotency;
use crate::prepared_command::PreparedCommand;
use crate::staged_request::StagedRequest;
use crate::{Access, ApiError, Call, Code, Host, Result};

/// A call with a form, for which nothing is begun: see [`PreparedCommand::begin`].
pub struct PendingCommand<P, A> {
    /// Who sends it.
    pub call: Call,
    /// What the form says.
    pub params: P,
    /// The request that the form came with.
    pub parts: Parts,
    /// Opens the unit of work.
    pub pending: PreparedCommand,
    /// Whom it was opened to.
    pub access: PhantomData<A>,
}

impl<P: DeserializeOwned + Send, A: Access> FromRequest<Host> for PendingCommand<P, A> {
    type Rejection = Response;

    async fn from_request(request: Request, host: &Host) -> std::result::Result<Self, Response> {
        read(request, host)
            .await
            .map_err(IntoResponse::into_response)
    }
}

impl<P, A> StagedRequest for PendingCommand<P, A>
where
    P: DeserializeOwned + JsonSchema + Send,
    A: Access,
{
    const METHOD: Method = Method::POST;

    fn operation(id: &'static str, summary: &'static str) -> Operation {
        Operation::form::<P, A>(id, summary)
    }
}

async fn read<P: DeserializeOwned, A: Access>(
    request: Request,
    host: &Host,
) -> Result<PendingCommand<P, A>> {
    let (parts, body) = request.into_parts();
    let mut call = open::<A>(host, &parts).await?;
    let mut tree = query_tree(&parts)?;
    let body = read_body(Request::from_parts(parts.clone(), body)).await?;
    if !body.is_empty() {
        require_form(&parts.headers)?;
        form::parse_into(&mut tree, &body)?;
    }
    let idempotency = Idempotency::of(&parts, &call.caller, &tree, None)?;
    call.idempotency_key = idempotency.as_ref().map(|used| used.key.clone());
    call.expand = take_expand(&mut tree)?;
    let params = form::decode(tree)?;
    let pending = PreparedCommand {
        host: host.clone(),
        request: call.request.clone(),
        idempotency,
    };
    Ok(PendingCommand {
        call,
        params,
        parts,
        pending,
        access: PhantomData,
    })
}

/// Authenticates in a unit of work of its own, before anything else of the request is looked at.
pub(crate) async fn open<A: Access>(host: &Host, parts: &Parts) -> Result<Call> {
    let mut unit = host.services.store.read().await?;
    Call::open::<A>(host, parts, unit.as_mut()).await
}

pub(crate) fn query_tree(parts: &Parts) -> Result<Node> {
    form::parse(parts.uri.query().unwrap_or_default().as_bytes())
}

/// Takes `expand` out of the parameters; every endpoint has it.
pub(crate) fn take_expand(tree: &mut Node) -> Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Expanded {
        expand: Vec<String>,
    }
    let Some(node) = tree.take("expand") else {
        return Ok(Vec::new());
    };
    let own = Node::Branch([("expand".to_owned(), node)].into());
    form::decode(own).map(|expanded: Expanded| expanded.expand)
}

async fn read_body(request: Request) -> Result<Bytes> {
    request.extract::<Bytes, _>().await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Trouble::TooLarge.into()
        } else {
            let message = "The body of the request could not be read to its end.";
            ApiError::new(Code::RequestMalformed, message)
        }
    })
}

fn require_form(headers: &HeaderMap) -> Result<()> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let essence = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    if essence.is_some_and(|kind| kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")) {
        return Ok(());
    }
    let message = "The body has to be form-encoded: send it with the content type \
                   `application/x-www-form-urlencoded`.";
    Err(ApiError::new(Code::ContentTypeUnsupported, message))
}
