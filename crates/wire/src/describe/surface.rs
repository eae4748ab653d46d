use std::convert::Infallible;

use axum::Router;
use axum::body::Bytes;
use axum::extract::Request;
use axum::handler::Handler;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route, delete, get, post};
use http::Method;
use http::header::CONTENT_TYPE;
use serde_json::Value;
use tower::{Layer, Service};

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

    /// Puts a layer around the routes so far. There is no way to add a route without an operation.
    #[must_use]
    pub fn layered<L>(mut self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        self.router = self.router.layer(layer);
        self
    }

    /// The same with `/openapi.json`, which describes all of it.
    #[must_use]
    pub fn self_described(mut self) -> Self {
        let operation = Operation::open("GetOpenApi", "Describe this server's HTTP surface")
            .answers::<serde_json::Map<String, Value>>()
            .answers_shared();
        let path = "/openapi.json".to_owned();
        self.operations.push((Method::GET, path.clone(), operation));
        let document = Bytes::from(self.document().to_string());
        let handler = move || async move { ([(CONTENT_TYPE, "application/json")], document) };
        self.router = self.router.route(&path, get(handler));
        self
    }

    /// What the operations are called.
    pub(crate) fn names(&self) -> OperationNames {
        OperationNames::new(self.operations.iter())
    }

    /// The OpenAPI document of these routes.
    pub fn document(&self) -> Value {
        super::document(&self.operations)
    }
}
