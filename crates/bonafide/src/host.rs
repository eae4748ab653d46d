//! Everything the process answers over HTTP, on one host.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hosted::{FaceDetector, PageAuthenticator};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use sessions::Services;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use vision::Vision;
use wire::{Host, Operation, Surface, TrustedProxies};

use crate::config::LimitsConfig;

/// How long a client may take for the head of a request, and rest between two.
const HEAD_WITHIN: Duration = Duration::from_secs(20);
/// How often a client that is silent on HTTP/2 is asked whether it is still there.
const ASK_AFTER: Duration = Duration::from_secs(20);

/// API, page and health on one router.
pub(crate) fn application(
    services: &Arc<Services>,
    vision: &Arc<Vision>,
    guide: FaceDetector,
    proxies: TrustedProxies,
    limits: &LimitsConfig,
) -> Router {
    let host = Host::behind(Arc::clone(services), proxies)
        .with_limits(limits.admission(), limits.each_caller())
        .with_authenticator(Arc::new(PageAuthenticator));
    let side = hosted::seeing(surface(), Arc::clone(vision), guide);
    hosted::with_plain_forms(watched(wire::assemble(host, side)), services)
}

/// Debug builds hold every answer against the contract when tests ask for it.
#[cfg(debug_assertions)]
fn watched(router: Router) -> Router {
    let asked = std::env::var_os("BONAFIDE_CHECK_ANSWERS").is_some_and(|set| !set.is_empty());
    let document = contract::Document::new(surface().document());
    if asked {
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
    let healthy = Operation::open("GetHealthz", "Say that the process runs");
    let ready = Operation::open("GetReadyz", "Say whether the database answers");
    Surface::new()
        .merge(api::surface())
        .merge(hosted::surface())
        .get("/healthz", async || "ok\n", healthy)
        .get("/readyz", readiness, ready)
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
            .first_request_timeout(HEAD_WITHIN)
            .handle(handle);
        limit_waiting(server.http_builder());
        server.serve(service).await
    } else {
        let mut server = axum_server::from_tcp(listener)?
            .first_request_timeout(HEAD_WITHIN)
            .handle(handle);
        limit_waiting(server.http_builder());
        server.serve(service).await
    };
    served.context("the server stopped")
}

/// Clients that say nothing, or say it too slowly, are left.
fn limit_waiting(builder: &mut Builder<TokioExecutor>) {
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(ASK_AFTER)
        .keep_alive_timeout(HEAD_WITHIN);
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::surface;

    /// Set, the test writes what it would have compared.
    const UPDATE: &str = "BONAFIDE_UPDATE";

    #[test]
    fn the_description_is_not_different_from_stripes() {
        let ours = contract::Document::new(surface().document());
        let found = contract::compare(&ours);
        let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert!(lines.is_empty(), "{}", lines.join("\n"));
    }

    #[test]
    fn the_description_in_the_docs_is_that_of_the_code() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
        let document = surface().self_described().document();
        let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
        if std::env::var_os(UPDATE).is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            written == text,
            "docs/openapi.json is stale: `make update` writes it anew"
        );
    }
}
