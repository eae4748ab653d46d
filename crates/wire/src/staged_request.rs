use axum::extract::FromRequest;
use axum::response::Response;
use http::Method;

use crate::Host;
use crate::describe::Operation;

/// A request that is read, by somebody who may send it, and for which nothing is begun.
pub trait StagedRequest: FromRequest<Host, Rejection = Response> + Send {
    /// By which it comes.
    const METHOD: Method;

    /// How an operation is described that takes such requests.
    fn operation(id: &'static str, summary: &'static str) -> Operation;
}
