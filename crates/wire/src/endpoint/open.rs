use std::sync::Arc;

use axum::extract::Request;
use axum::response::{IntoResponse as _, Response};
use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::ordinary::path_of;
use crate::answer::Answer;
use crate::{Host, Result};

/// An endpoint for anybody: what its path holds is all that is asked for.
pub trait OpenEndpoint: Send + Sync + 'static {
    /// The `operationId` of its description, also its name in logs and measures.
    const ID: &'static str;
    /// What it does, in a few words.
    const SUMMARY: &'static str;

    /// What stands in its path: `String` for one token, `()` for nothing.
    type Path: DeserializeOwned + Send + 'static;
    /// What it answers.
    type Answer: Answer;

    /// Does the work, in units of work of its own.
    fn answer(
        host: &Host,
        headers: &HeaderMap,
        path: Self::Path,
    ) -> impl Future<Output = Result<Self::Answer>> + Send;
}

pub(crate) async fn answer_openly<E: OpenEndpoint>(
    host: Host,
    route: Arc<str>,
    request: Request,
) -> Response {
    let (mut parts, _) = request.into_parts();
    let path = match path_of::<E::Path>(&mut parts).await {
        Ok(path) => path,
        Err(refusal) => return refusal,
    };
    match E::answer(&host, &parts.headers, path).await {
        Ok(answer) => answer.into_response(&route),
        Err(error) => error.into_response(),
    }
}
