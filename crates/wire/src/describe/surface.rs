use std::sync::Arc;

use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, post};
use axum::{Json, Router};
use http::Method;
use serde_json::Value;

use super::{Operation, OperationNames};
use crate::Host;

/// Routes and their descriptions.
#[derive(Default)]
pub struct Surface {
    pub(crate) router: Router<Host>,
    pub(super) operations: Vec<(Method, String, Operation)>,
}

impl Surface {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn get<H, T>(self, path: &str, handler: H, operation: Operation) -> Self
    where
        H: Handler<T, Host>,
        T: 'static,
    {
        self.route(Method::GET, path, get(handler), operation)
    }

    #[must_use]
    pub fn post<H, T>(self, path: &str, handler: H, operation: Operation) -> Self
    where
        H: Handler<T, Host>,
        T: 'static,
    {
        self.route(Method::POST, path, post(handler), operation)
    }

    #[must_use]
    pub fn delete<H, T>(self, path: &str, handler: H, operation: Operation) -> Self
    where
        H: Handler<T, Host>,
        T: 'static,
    {
        self.route(Method::DELETE, path, delete(handler), operation)
    }

    fn route(
        mut self,
        method: Method,
        path: &str,
        handler: MethodRouter<Host>,
        operation: Operation,
    ) -> Self {
        self.router = self.router.route(path, handler);
        self.operations.push((method, path.to_owned(), operation));
        self
    }

    /// Adds the routes of another surface.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.operations.extend(other.operations);
        self
    }

    /// Puts layers around the routes so far.
    #[must_use]
    pub fn layered(mut self, layers: impl FnOnce(Router<Host>) -> Router<Host>) -> Self {
        self.router = layers(self.router);
        self
    }

    /// The same with `/openapi.json`, which describes all of it.
    #[must_use]
    pub fn self_described(mut self) -> Self {
        let operation = Operation::open("GetOpenApi", "Describe this server's HTTP surface")
            .answers::<serde_json::Map<String, Value>>();
        let path = "/openapi.json".to_owned();
        self.operations.push((Method::GET, path.clone(), operation));
        let document = Arc::new(self.document());
        let handler = move || async move { Json(document.as_ref().clone()) };
        self.router = self.router.route(&path, get(handler));
        self
    }

    /// What the operations are called.
    pub(crate) fn names(&self) -> OperationNames {
        let operations = self.operations.iter();
        OperationNames::new(
            operations
                .map(|(method, path, operation)| (method.clone(), path.clone(), operation.id)),
        )
    }

    /// The OpenAPI document of these routes.
    pub fn document(&self) -> Value {
        super::document(&self.operations)
    }
}
