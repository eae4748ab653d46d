//! `GET /{mode}/logs/{request}`: where the `request_log_url` of an error leads. Requests hold
//! personal data and are not kept, so it says where their traces are.

use axum::extract::Path;
use http::{Method, StatusCode};
use identity::{Mode, RequestId};

use crate::{Operation, Surface};

pub(crate) fn surface() -> Surface {
    let operation = Operation::open("GetLogsRequest", "Say where the traces of a request are")
        .answers_contents("text/plain")
        .refuses_plainly();
    Surface::new().serve(Method::GET, "/{mode}/logs/{request}", handler, operation)
}

async fn handler(Path((mode, request)): Path<(String, String)>) -> (StatusCode, String) {
    match (Mode::parse(&mode), RequestId::parse(&request)) {
        (Some(mode), Some(id)) => (
            StatusCode::OK,
            format!(
                "Requests are not kept: they hold personal data.\n\nIn this server's log, look \
                 for {id} ({mode} mode). Its lines say which\nendpoint was called, how the answer \
                 was and what was wrong.\n"
            ),
        ),
        _ => (StatusCode::NOT_FOUND, "There is nothing here.\n".to_owned()),
    }
}
