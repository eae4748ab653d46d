use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use checks::Policy;
use clap::Args;
use jobs::WorkerSettings;
use sessions::Services;
use tokio_util::sync::CancellationToken;
use verification::{Limits, Observer};
use vision::Vision;

use crate::arguments::{MetricsArguments, ModelArguments, StorageArguments};
use crate::compose::Installation;
use crate::config::number_from_environment;
use crate::monitoring;
use crate::shutdown::Shutdown;

#[derive(Args, Debug)]
pub(crate) struct Worker {
    #[command(flatten)]
    metrics: MetricsArguments,
    #[command(flatten)]
    models: ModelArguments,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Worker {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let models = self.models.clone();
        let network = installation.config.presentation_network()?;
        let loaded = tokio::task::spawn_blocking(move || models.load_with(network.as_ref()));
        let opened = installation.open().await?;
        let vision = loaded.await.context("loading the models panicked")??;
        let observer = observer(&installation, vision);
        let outbound = outbound::Client::new(installation.address_policy(None));
        let worker = worker(&installation, &opened.services, &observer, outbound);
        let mut shutdown = Shutdown::new()?;
        let stop = CancellationToken::new();
        let address = self.metrics.metrics_listen;
        let monitoring = monitoring::start(address, &installation, &opened, stop.clone()).await?;
        let work = tokio::spawn(worker.run(stop.clone()));
        tracing::info!("working");
        shutdown.asked().await;
        stop.cancel();
        let drained = async {
            work.await.context("the worker panicked")?;
            if let Some(monitoring) = monitoring {
                monitoring.await.context("the metrics' server panicked")??;
            }
            opened.close().await
        };
        let limit = installation.config.limits.shutdown();
        shutdown.drain(drained, limit).await
    }
}

/// Verifications at once.
fn verifications(installation: &Installation) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let configured = installation.config.worker.verifications;
    configured.unwrap_or_else(cores).max(1)
}

/// All inference of the process, for whoever needs some.
pub(crate) fn observer(installation: &Installation, vision: Vision) -> Arc<Observer> {
    let limits = Limits::for_jobs(verifications(installation));
    Arc::new(Observer::for_server(Arc::new(vision), limits))
}

/// A worker as the configuration wants it.
pub(crate) fn worker(
    installation: &Installation,
    services: &Arc<Services>,
    observer: &Arc<Observer>,
    outbound: outbound::Client,
) -> Arc<jobs::Worker> {
    let config = &installation.config.worker;
    let defaults = WorkerSettings::default();
    let lease = number_from_environment("BONAFIDE_LEASE_SECONDS")
        .ok()
        .flatten();
    let orphan_grace = number_from_environment("BONAFIDE_ORPHAN_GRACE_SECONDS")
        .ok()
        .flatten();
    let settings = WorkerSettings {
        lease_seconds: lease
            .or(config.lease_seconds)
            .unwrap_or(defaults.lease_seconds)
            .max(1),
        verifications: verifications(installation),
        deliveries: config.deliveries.unwrap_or(defaults.deliveries).max(1),
        processing_limit: config
            .processing_limit_seconds
            .unwrap_or(defaults.processing_limit),
        orphan_grace: orphan_grace
            .or(config.orphan_grace_seconds)
            .unwrap_or(defaults.orphan_grace)
            .max(1),
    };
    let mut bytes = [0_u8; 8];
    services.random.fill(&mut bytes);
    let name = format!("{}-{:016x}", std::process::id(), u64::from_le_bytes(bytes));
    let mut policy = Policy::shipped().clone();
    if let Some(rate) = config.face_match_rate {
        policy = policy.with_face_match_rate(rate);
    }
    Arc::new(jobs::Worker {
        services: Arc::clone(services),
        observer: Arc::clone(observer),
        outbound,
        policy: Arc::new(policy),
        settings,
        name,
        pace: jobs::Pace::default(),
    })
}
