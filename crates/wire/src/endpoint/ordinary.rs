use std::sync::Arc;

use axum::RequestPartsExt as _;
use axum::extract::{FromRequest as _, Path, Request};
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::Context;
use crate::answer::{Answer, Shown};
use crate::command::PendingCommand;
use crate::parameters::Parameters;
use crate::query::open_query;
use crate::{Access, Host, Result};

/// An endpoint for callers who say who they are. One unit of work is open while it executes.
///
/// The method that it is registered under says what it may do: see [`Surface`](crate::Surface).
pub trait Endpoint: Send + Sync + 'static {
    /// The `operationId` of its description, also its name in logs and measures.
    const ID: &'static str;
    /// What it does, in a few words.
    const SUMMARY: &'static str;
    /// Whether its description offers `expand`.
    const EXPANDS: bool = true;

    /// Who may call it.
    type Access: Access;
    /// What stands in its path: `String` for one identifier, `()` for none.
    type Path: DeserializeOwned + Send + 'static;
    /// What it takes in the query or the form, beside `expand`; of lists, [`Paged`](crate::Paged).
    type Params: Parameters;
    /// What it answers.
    type Answer: Answer;

    /// Does the work.
    fn execute(
        context: &mut Context<'_>,
        path: Self::Path,
        params: Self::Params,
    ) -> impl Future<Output = Result<Self::Answer>> + Send;

    /// Called when what it did is committed, before anybody is told.
    fn committed() {}
}

/// Answers a call that reads.
pub(crate) async fn execute_query<E: Endpoint>(
    host: Host,
    route: Arc<str>,
    request: Request,
) -> Response {
    let (mut parts, _) = request.into_parts();
    let path = match path_of::<E::Path>(&mut parts).await {
        Ok(path) => path,
        Err(refusal) => return refusal,
    };
    let answered = async {
        let (call, tree, mut unit) = open_query::<E::Access>(&parts, &host).await?;
        let params = E::Params::decode(tree)?;
        let mut context = Context {
            services: &host.services,
            call: &call,
            unit: unit.as_mut(),
            headers: &parts.headers,
        };
        E::execute(&mut context, path, params).await
    };
    match answered.await {
        Ok(answer) => answer.into_response(&route),
        Err(error) => error.into_response(),
    }
}

/// Answers a call that changes something: commits, or undoes everything. A repetition under the same
/// idempotency key is not executed: it is answered as the first was.
pub(crate) async fn execute_command<E>(host: Host, route: Arc<str>, request: Request) -> Response
where
    E: Endpoint<Params: DeserializeOwned, Answer: Shown>,
{
    let (mut parts, body) = request.into_parts();
    let path = match path_of::<E::Path>(&mut parts).await {
        Ok(path) => path,
        Err(refusal) => return refusal,
    };
    let request = Request::from_parts(parts, body);
    let command = PendingCommand::<E::Params, E::Access>::from_request(request, &host).await;
    let PendingCommand {
        call,
        params,
        parts,
        pending,
        ..
    } = match command {
        Ok(command) => command,
        Err(refusal) => return refusal,
    };
    let (mut unit, finisher) = match pending.begin::<E::Answer>().await {
        Ok(begun) => begun,
        Err(answered) => return answered.into_response(&route),
    };
    let mut context = Context {
        services: &host.services,
        call: &call,
        unit: unit.as_mut(),
        headers: &parts.headers,
    };
    let outcome = E::execute(&mut context, path, params).await;
    let answered = finisher.finish(unit, outcome, E::committed).await;
    answered.into_response(&route)
}

/// What stands in the path, or the refusal of one that is no text.
pub(super) async fn path_of<P: DeserializeOwned + Send + 'static>(
    parts: &mut Parts,
) -> std::result::Result<P, Response> {
    match parts.extract::<Path<P>>().await {
        Ok(Path(path)) => Ok(path),
        Err(refusal) => Err(refusal.into_response()),
    }
}
