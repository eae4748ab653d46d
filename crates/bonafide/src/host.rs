//! Everything the process answers over HTTP, on one host.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hosted::PageAuthenticator;
use sessions::Services;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use vision::Vision;
use wire::{Host, TrustedProxies};

/// How long a draining server waits for requests in hand.
const DRAIN_LIMIT: Duration = Duration::from_secs(20);

/// API, page and health on one router.
pub(crate) fn application(
    services: &Arc<Services>,
    vision: &Arc<Vision>,
    proxies: TrustedProxies,
) -> Router {
    let ready = Arc::clone(services);
    let host =
        Host::behind(Arc::clone(services), proxies).with_authenticator(Arc::new(PageAuthenticator));
    let surfaces = api::routes().merge(hosted::routes(Arc::clone(vision)));
    wire::assemble(host, surfaces)
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(move || readiness(Arc::clone(&ready))))
}

/// 200 once the database answers.
async fn readiness(services: Arc<Services>) -> (StatusCode, &'static str) {
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
) -> anyhow::Result<()> {
    let service = application.into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener
        .into_std()
        .context("the listener cannot be taken over")?;
    let handle = Handle::new();
    let closing = handle.clone();
    tokio::spawn(async move {
        stop.cancelled().await;
        closing.graceful_shutdown(Some(DRAIN_LIMIT));
    });
    let served = match certificate {
        Some(config) => {
            let server = axum_server::from_tcp_rustls(listener, config)?.handle(handle);
            server.serve(service).await
        }
        None => {
            axum_server::from_tcp(listener)?
                .handle(handle)
                .serve(service)
                .await
        }
    };
    served.context("the server stopped")
}
