//! What endpoints answer, as types that describe themselves.

use axum::Json;
use axum::response::{IntoResponse as _, Response};
use identity::resource::{self, Rendered};
use schemars::JsonSchema;
use serde_json::Value;

use crate::describe::Operation;

/// What an endpoint answers, and how that is described.
pub trait Answer: Send {
    /// Says in an operation's description what is answered.
    fn describe(operation: Operation) -> Operation;

    /// `route` is the path that the endpoint is registered under.
    fn into_response(self, route: &str) -> Response;
}

/// An answer of one JSON object, which can be kept for repetitions.
pub trait Shown: Answer {
    /// The object as it is sent and kept.
    fn into_value(self) -> Value;
}

impl<T: JsonSchema> Answer for Rendered<T> {
    fn describe(operation: Operation) -> Operation {
        operation.answers::<T>()
    }

    fn into_response(self, _: &str) -> Response {
        Json(self.into_value()).into_response()
    }
}

impl<T: JsonSchema> Shown for Rendered<T> {
    fn into_value(self) -> Value {
        self.into_value()
    }
}

/// One page of a list, the newest object first.
pub struct ListPage<T> {
    /// The page, in the order of the list.
    pub data: Vec<Rendered<T>>,
    /// Whether objects follow.
    pub has_more: bool,
}

impl<T: JsonSchema> Answer for ListPage<T> {
    fn describe(operation: Operation) -> Operation {
        operation.answers_list::<T>()
    }

    fn into_response(self, route: &str) -> Response {
        Json(resource::list(route, self.data, self.has_more)).into_response()
    }
}
