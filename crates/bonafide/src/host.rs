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
use hosted::PageAuthenticator;
use sessions::Services;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use vision::Vision;
use wire::{Host, Operation, Surface, TrustedProxies};

/// How long a draining server waits for requests in hand.
const DRAIN_LIMIT: Duration = Duration::from_secs(20);

/// API, page and health on one router.
pub(crate) fn application(
    services: &Arc<Services>,
    vision: &Arc<Vision>,
    proxies: TrustedProxies,
) -> Router {
    let host =
        Host::behind(Arc::clone(services), proxies).with_authenticator(Arc::new(PageAuthenticator));
    watched(wire::assemble(
        host,
        hosted::seeing(surface(), Arc::clone(vision)),
    ))
}

/// Debug builds hold every answer against the contract when tests ask for it.
#[cfg(debug_assertions)]
fn watched(router: Router) -> Router {
    let asked = std::env::var_os("BONAFIDE_CHECK_ANSWERS").is_some();
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
    let answered = async { host.services.store.read().await?.accounts().await };
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
