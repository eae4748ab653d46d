//! What an operator's monitoring asks, on a listener of its own: nobody who can reach the API can
//! reach it unless the operator says so.

mod process;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use measures::{
    BUILD, DISK_FREE_BYTES, ENDPOINTS_FAILING, JOBS, JOBS_OVERDUE_SECONDS, Kind, STORE_ANSWERS,
    STORE_CONNECTIONS,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sessions::Services;
use store::{DeliveryQueue, JobKind, StoreError};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use wire::TrustedProxies;

use crate::compose::{Installation, Opened};
use crate::connections::{Gate, GateSettings};
use crate::database::Connections;
use crate::disk;

/// How often what was recorded is folded into the histograms, asked for or not.
const UPKEEP: Duration = Duration::from_secs(5);
/// How long a page waits for the database.
const MAX_WAIT: Duration = Duration::from_secs(2);
/// Who watches needs few connections.
const GATE: GateSettings = GateSettings {
    listener: "metrics",
    at_once: 64,
    of_one_address: 64,
    spare: 0,
    least_bytes_per_second: 2048,
};
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What a page is made from.
#[derive(Clone)]
struct Monitor {
    recorded: PrometheusHandle,
    services: Arc<Services>,
    connections: Arc<Connections>,
    data_dir: PathBuf,
}

/// Counts from now on, and says what it counts at `address`, until `stop`. Without an address
/// nothing is counted.
pub(crate) async fn start(
    address: Option<SocketAddr>,
    installation: &Installation,
    opened: &Opened,
    stop: CancellationToken,
) -> anyhow::Result<Option<JoinHandle<anyhow::Result<()>>>> {
    let Some(address) = address.or(installation.config.metrics_listen) else {
        return Ok(None);
    };
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen on {address} for metrics"))?;
    let address = listener
        .local_addr()
        .context("the listener has no address")?;
    let monitor = Monitor {
        recorded: record()?,
        services: Arc::clone(&opened.services),
        connections: Arc::new(opened.connections()),
        data_dir: installation.data_dir.clone(),
    };
    tracing::info!(%address, "metrics are served");
    Ok(Some(tokio::spawn(async move {
        let upkeep = monitor.recorded.clone();
        let gate = Gate::new(GATE, TrustedProxies::default());
        let serving = crate::host::serve(listener, monitor.router(), None, gate, stop, MAX_WAIT);
        tokio::select! {
            served = serving => served,
            () = keep_up(upkeep) => Ok(()),
        }
    })))
}

/// Installs the recorder with what the table says.
fn record() -> anyhow::Result<PrometheusHandle> {
    let mut builder = PrometheusBuilder::new();
    for measure in measures::ALL {
        if let Kind::Histogram(bounds) = measure.kind {
            let matcher = Matcher::Full(measure.name.to_owned());
            builder = builder.set_buckets_for_metric(matcher, bounds)?;
        }
    }
    let recorded = builder.install_recorder()?;
    for measure in measures::ALL {
        match measure.kind {
            Kind::Counter => metrics::describe_counter!(measure.name, measure.help),
            Kind::Gauge => metrics::describe_gauge!(measure.name, measure.help),
            Kind::Histogram(_) => metrics::describe_histogram!(measure.name, measure.help),
        }
    }
    measures::start();
    BUILD.set(&[env!("CARGO_PKG_VERSION")], 1.0);
    Ok(recorded)
}

async fn keep_up(recorded: PrometheusHandle) {
    loop {
        tokio::time::sleep(UPKEEP).await;
        recorded.run_upkeep();
    }
}

impl Monitor {
    fn router(self) -> Router {
        Router::new()
            .route("/metrics", get(page))
            .route("/healthz", get(async || "ok\n"))
            .route("/readyz", get(readiness))
            .with_state(self)
    }

    /// Reads what nobody records as it happens.
    async fn look(&self) {
        let read = tokio::time::timeout(MAX_WAIT, self.read_jobs()).await;
        let answers = matches!(read, Ok(Ok(())));
        STORE_ANSWERS.set(&[], if answers { 1.0 } else { 0.0 });
        if let Some((busy, idle)) = self.connections.count() {
            STORE_CONNECTIONS.set(&["busy"], busy as f64);
            STORE_CONNECTIONS.set(&["idle"], idle as f64);
        }
        if let Some(room) = disk::room(&self.data_dir) {
            DISK_FREE_BYTES.set(&[], room.free as f64);
        }
        process::look();
    }

    async fn read_jobs(&self) -> Result<(), StoreError> {
        let mut unit = self.services.store.read().await?;
        let now = self.services.now();
        let queues = unit.delivery_queues(now).await?;
        let (failing, answering): (Vec<_>, Vec<_>) =
            queues.into_iter().partition(DeliveryQueue::keeps_failing);
        ENDPOINTS_FAILING.set(&[], failing.len() as f64);
        for kind in JobKind::ALL {
            let labels = [kind.as_str()];
            JOBS.set(&labels, unit.count_jobs(kind).await? as f64);
            let due = match kind {
                // Of what waits beside deliveries in hand, the endpoint says how long it takes.
                JobKind::Deliver => {
                    let waiting = answering.iter().filter(|queue| queue.in_hand == 0);
                    waiting.map(|queue| queue.due).min()
                }
                JobKind::Verify | JobKind::Redact => unit.next_due((kind, "")).await?,
            };
            let overdue = due.map_or(0, |due| now.0.saturating_sub(due.0).max(0));
            JOBS_OVERDUE_SECONDS.set(&labels, overdue as f64);
        }
        Ok(())
    }
}

async fn page(State(monitor): State<Monitor>) -> impl IntoResponse {
    monitor.look().await;
    ([(CONTENT_TYPE, TEXT)], monitor.recorded.render())
}

/// For workers, who have no listener but this one.
async fn readiness(State(monitor): State<Monitor>) -> (StatusCode, &'static str) {
    crate::host::readiness_of(&monitor.services).await
}
