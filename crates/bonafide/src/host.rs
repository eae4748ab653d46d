//! Everything the process answers over HTTP, on one host.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use sessions::Services;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use vision::Vision;

/// API, page and health on one router.
pub(crate) fn application(services: &Arc<Services>, vision: &Arc<Vision>) -> Router {
    let ready = Arc::clone(services);
    let surfaces = api::router(Arc::clone(services))
        .merge(hosted::router(Arc::clone(services), Arc::clone(vision)));
    wire::host(Arc::clone(services), surfaces)
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
    tls: Option<(PathBuf, PathBuf)>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    anyhow::ensure!(tls.is_none(), "TLS is not ready");
    let service = application.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move { stop.cancelled().await })
        .await
        .context("the server stopped")
}
