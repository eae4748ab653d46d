//! Everything the process answers over HTTP, on one host.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hosted::{FaceDetector, PageAuthenticator};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use sessions::Services;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use verification::Observer;
use wire::{Host, Operation, Surface, TrustedProxies};

use crate::config::LimitsConfig;
use crate::connections::Gate;

/// How long a client may take for the head of a request, and rest between two.
const HEAD_WITHIN: Duration = Duration::from_secs(20);
/// How often a client that is silent on HTTP/2 is asked whether it is still there.
const ASK_AFTER: Duration = Duration::from_secs(20);
/// Bytes of a head, and of an answer that waits for its turn on a connection.
const HEAD_LIMIT: usize = 64 * 1024;
/// Requests of one connection at once, on HTTP/2.
const STREAMS: u32 = 64;
/// Bytes that a client may send ahead, of one body and of all of a connection, on HTTP/2.
const STREAM_WINDOW: u32 = 128 * 1024;
const CONNECTION_WINDOW: u32 = 256 * 1024;
/// Requests that a client takes back, of one connection, before it is left.
const TAKEN_BACK: usize = 64;

/// API, page and health on one router, all of it behind one boundary.
pub(crate) fn application(
    services: &Arc<Services>,
    observer: &Arc<Observer>,
    guide: &FaceDetector,
    proxies: TrustedProxies,
    limits: &LimitsConfig,
) -> Router {
    let host = Host::behind(Arc::clone(services), proxies)
        .with_limits(limits.admission(), limits.pace(), limits.each_caller())
        .with_authenticator(Arc::new(PageAuthenticator));
    let seeing = |surface| hosted::seeing(surface, Arc::clone(observer), guide.clone());
    // What the forms without a script call.
    let within = watched(wire::assemble(host.clone(), seeing(surface())));
    let side = hosted::with_plain_forms(seeing(surface()), within);
    watched(wire::assemble(host, side))
}

/// Debug builds hold every answer against the contract when tests ask for it.
#[cfg(debug_assertions)]
fn watched(router: Router) -> Router {
    let asked = std::env::var_os("BONAFIDE_CHECK_ANSWERS").is_some_and(|set| !set.is_empty());
    if asked {
        let document = contract::Document::new(described().document());
        contract::checked(contract::spoiled(router), document)
    } else {
        router
    }
}

#[cfg(not(debug_assertions))]
fn watched(router: Router) -> Router {
    router
}

fn surface() -> Surface {
    let healthy = Operation::open("GetHealthz", "Say that the process runs").watches();
    let ready = Operation::open("GetReadyz", "Say whether the database answers").watches();
    Surface::new()
        .merge(api::surface())
        .merge(hosted::surface())
        .serve(Method::GET, "/healthz", async || "ok\n", healthy)
        .serve(Method::GET, "/readyz", readiness, ready)
}

/// All that is served, to be described.
#[cfg(any(test, debug_assertions))]
fn described() -> Surface {
    hosted::with_plain_forms(surface(), Router::new())
}

/// 200 once the database answers.
async fn readiness(State(host): State<Host>) -> (StatusCode, &'static str) {
    readiness_of(&host.services).await
}

pub(crate) async fn readiness_of(services: &Services) -> (StatusCode, &'static str) {
    let answered = async { services.store.read().await?.accounts().await };
    match answered.await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        ),
    }
}

/// Serves until `stop`, then lets requests in hand finish.
pub(crate) async fn serve(
    listener: TcpListener,
    application: Router,
    certificate: Option<RustlsConfig>,
    gate: Gate,
    stop: CancellationToken,
    drain_limit: Duration,
) -> anyhow::Result<()> {
    let service = application.into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener
        .into_std()
        .context("the listener cannot be taken over")?;
    let handle = Handle::new();
    let closing = handle.clone();
    tokio::spawn(async move {
        stop.cancelled().await;
        closing.graceful_shutdown(Some(drain_limit));
    });
    let served = if let Some(config) = certificate {
        let mut server = axum_server::from_tcp_rustls(listener, config)?
            .map(|secured| secured.acceptor(gate))
            .first_request_timeout(HEAD_WITHIN)
            .handle(handle);
        limit_waiting(server.http_builder());
        server.serve(service).await
    } else {
        let mut server = axum_server::from_tcp(listener)?
            .acceptor(gate)
            .first_request_timeout(HEAD_WITHIN)
            .handle(handle);
        limit_waiting(server.http_builder());
        server.serve(service).await
    };
    served.context("the server stopped")
}

/// Clients that say nothing, or say it too slowly, are left, and none has more in memory than it needs.
fn limit_waiting(builder: &mut Builder<TokioExecutor>) {
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(HEAD_LIMIT);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(ASK_AFTER)
        .keep_alive_timeout(HEAD_WITHIN)
        .max_concurrent_streams(STREAMS)
        .initial_stream_window_size(STREAM_WINDOW)
        .initial_connection_window_size(CONNECTION_WINDOW)
        .max_send_buf_size(HEAD_LIMIT)
        .max_header_list_size(HEAD_LIMIT as u32)
        .max_pending_accept_reset_streams(TAKEN_BACK)
        .max_local_error_reset_streams(TAKEN_BACK);
}

#[cfg(test)]
mod tests;
