use std::sync::Arc;

use axum::extract::{FromRequest as _, Request};
use axum::response::Response;
use serde::de::DeserializeOwned;

use super::ordinary::path_of;
use crate::Host;
use crate::answer::Answer;
use crate::answered::Answered;
use crate::staged_request::StagedRequest;

/// An endpoint that works in several stages, with something in between that no unit of work waits
/// for: it opens its units of work itself.
pub trait StagedEndpoint: Send + Sync + 'static {
    /// The `operationId` of its description, also its name in logs and measures.
    const ID: &'static str;
    /// What it does, in a few words.
    const SUMMARY: &'static str;
    /// Whether its description offers `expand`.
    const EXPANDS: bool = true;

    /// What stands in its path: `String` for one identifier, `()` for none.
    type Path: DeserializeOwned + Send + 'static;
    /// What it takes and from whom: [`PendingQuery`](crate::PendingQuery),
    /// [`PendingCommand`](crate::PendingCommand) or [`Upload`](crate::Upload).
    type Request: StagedRequest;
    /// What it answers.
    type Answer: Answer;

    /// Does the work.
    fn answer(
        host: &Host,
        path: Self::Path,
        request: Self::Request,
    ) -> impl Future<Output = Answered<Self::Answer>> + Send;
}

pub(crate) async fn answer_staged<E: StagedEndpoint>(
    host: Host,
    route: Arc<str>,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = match path_of::<E::Path>(&mut parts).await {
        Ok(path) => path,
        Err(refusal) => return refusal,
    };
    match E::Request::from_request(Request::from_parts(parts, body), &host).await {
        Ok(request) => E::answer(&host, path, request).await.into_response(&route),
        Err(refusal) => refusal,
    }
}
