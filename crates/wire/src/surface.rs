use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::response::IntoResponse;
use axum::routing::{MethodFilter, Route, get, on};
use http::Method;
use http::header::CONTENT_TYPE;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower::{Layer, Service};

use crate::Host;
use crate::answer::{Answer as _, Shown};
use crate::describe::{self, Operation, OperationNames};
use crate::endpoint::{
    Endpoint, OpenEndpoint, StagedEndpoint, answer_openly, answer_staged, execute_command,
    execute_query,
};
use crate::parameters::Parameters as _;
use crate::staged_request::StagedRequest as _;

/// Routes and their descriptions.
#[derive(Default)]
pub struct Surface {
    pub(crate) router: Router<Host>,
    operations: Vec<(Method, String, Operation)>,
}

impl Surface {
    /// A surface without routes.
    pub fn new() -> Self {
        Self::default()
    }

    /// An endpoint that reads, one object or a list.
    #[must_use]
    pub fn get<E: Endpoint>(self, path: &str) -> Self {
        let route: Arc<str> = path.into();
        let handler = move |State(host): State<Host>, request: Request| {
            execute_query::<E>(host, Arc::clone(&route), request)
        };
        let operation = Operation::query::<E::Access>(E::ID, E::SUMMARY, E::Params::in_query());
        let operation = E::Answer::describe(operation.expanding(E::EXPANDS));
        self.serve(Method::GET, path, handler, operation)
    }

    /// An endpoint that changes something.
    #[must_use]
    pub fn post<E>(self, path: &str) -> Self
    where
        E: Endpoint<Params: DeserializeOwned + JsonSchema, Answer: Shown>,
    {
        self.command::<E>(Method::POST, path)
    }

    /// An endpoint that takes something away.
    #[must_use]
    pub fn delete<E>(self, path: &str) -> Self
    where
        E: Endpoint<Params: DeserializeOwned + JsonSchema, Answer: Shown>,
    {
        self.command::<E>(Method::DELETE, path)
    }

    fn command<E>(self, method: Method, path: &str) -> Self
    where
        E: Endpoint<Params: DeserializeOwned + JsonSchema, Answer: Shown>,
    {
        let route: Arc<str> = path.into();
        let handler = move |State(host): State<Host>, request: Request| {
            execute_command::<E>(host, Arc::clone(&route), request)
        };
        let operation = Operation::form::<E::Params, E::Access>(E::ID, E::SUMMARY);
        let operation = E::Answer::describe(operation.expanding(E::EXPANDS));
        self.serve(method, path, handler, operation)
    }

    /// An endpoint that works in several stages.
    #[must_use]
    pub fn staged<E: StagedEndpoint>(self, path: &str) -> Self {
        let route: Arc<str> = path.into();
        let handler = move |State(host): State<Host>, request: Request| {
            answer_staged::<E>(host, Arc::clone(&route), request)
        };
        let operation = E::Request::operation(E::ID, E::SUMMARY).expanding(E::EXPANDS);
        let operation = E::Answer::describe(operation);
        self.serve(E::Request::METHOD, path, handler, operation)
    }

    /// An endpoint for anybody that reads.
    #[must_use]
    pub fn get_open<E: OpenEndpoint>(self, path: &str) -> Self {
        self.open::<E>(Method::GET, path)
    }

    /// An endpoint for anybody that changes something.
    #[must_use]
    pub fn post_open<E: OpenEndpoint>(self, path: &str) -> Self {
        self.open::<E>(Method::POST, path)
    }

    fn open<E: OpenEndpoint>(self, method: Method, path: &str) -> Self {
        let route: Arc<str> = path.into();
        let handler = move |State(host): State<Host>, request: Request| {
            answer_openly::<E>(host, Arc::clone(&route), request)
        };
        let operation = E::Answer::describe(Operation::open(E::ID, E::SUMMARY));
        self.serve(method, path, handler, operation)
    }

    /// Pages, files and texts: what neither takes a form nor answers JSON.
    #[must_use]
    pub fn serve<H, T>(
        mut self,
        method: Method,
        path: &str,
        handler: H,
        operation: Operation,
    ) -> Self
    where
        H: Handler<T, Host>,
        T: 'static,
    {
        let filter = match method {
            Method::POST => MethodFilter::POST,
            Method::DELETE => MethodFilter::DELETE,
            _ => MethodFilter::GET,
        };
        self.router = self.router.route(path, on(filter, handler));
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
        describe::document(&self.operations)
    }
}
