use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
use serde_json::json;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use wire::TrustedProxies;

use super::worker::{observer, worker};
use crate::arguments::{MetricsArguments, ModelArguments, StorageArguments};
use crate::compose::Installation;
use crate::connections::{Gate, raise_limit};
use crate::shutdown::Shutdown;
use crate::{accounts, monitoring, output};

#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Address to listen on; port 0 picks one.
    #[arg(long, env = "BONAFIDE_LISTEN", default_value = "127.0.0.1:12111")]
    listen: SocketAddr,
    /// Certificate chain (PEM); with --tls-key, serve https.
    #[arg(
        long,
        env = "BONAFIDE_TLS_CERT",
        requires = "tls_key",
        value_name = "FILE"
    )]
    tls_cert: Option<std::path::PathBuf>,
    /// Private key (PEM).
    #[arg(
        long,
        env = "BONAFIDE_TLS_KEY",
        requires = "tls_cert",
        value_name = "FILE"
    )]
    tls_key: Option<std::path::PathBuf>,
    /// Leave verifications and deliveries to `bonafide worker`.
    #[arg(long)]
    no_worker: bool,
    /// Print one JSON line once ready.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    metrics: MetricsArguments,
    #[command(flatten)]
    models: ModelArguments,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Serve {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let proxies = TrustedProxies::parse(&installation.config.trusted_proxies)
            .map_err(|text| anyhow::anyhow!("trusted_proxies: {text:?} is not a network"))?;
        let models = self.models.clone();
        let network = installation.config.presentation_network()?;
        // Models load while the database opens.
        let vision = tokio::task::spawn_blocking(move || models.load_with(network.as_ref()));
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("cannot listen on {}", self.listen))?;
        let listening = listener
            .local_addr()
            .context("the listener has no address")?;
        let certificate = match self.tls_cert.as_ref().zip(self.tls_key.as_ref()) {
            Some((chain, key)) => Some(
                RustlsConfig::from_pem_file(chain, key)
                    .await
                    .context("the certificate or its key cannot be used")?,
            ),
            None => None,
        };
        let scheme = if self.tls_cert.is_some() {
            "https"
        } else {
            "http"
        };
        let url = format!("{scheme}://{listening}");
        let opened = installation.open_listening_at(Some(&url)).await?;
        let services = Arc::clone(&opened.services);
        let keys = accounts::first_keys(&services).await?;
        let vision = vision.await.context("loading the models panicked")??;
        let observer = observer(&installation, vision);

        let stop = CancellationToken::new();
        let address = self.metrics.metrics_listen;
        let monitoring = monitoring::start(address, &installation, &opened, stop.clone()).await?;
        let work = (!self.no_worker).then(|| {
            let outbound = outbound::Client::new(installation.address_policy(Some(&url)));
            let worker = worker(&installation, &services, &observer, outbound);
            tokio::spawn(worker.run(stop.clone()))
        });
        let limits = &installation.config.limits;
        let guide = self.models.guide()?;
        let gate = Gate::new(limits.gate(raise_limit()), proxies.clone());
        let application = crate::host::application(&services, &observer, &guide, proxies, limits);
        let serving = tokio::spawn(crate::host::serve(
            listener,
            application,
            certificate,
            gate,
            stop.clone(),
            limits.shutdown(),
        ));
        let mut shutdown = Shutdown::new()?;
        self.announce(&services.settings.public_url, keys)?;

        shutdown.asked().await;
        stop.cancel();
        // A second signal does not wait for what is in hand.
        let drained = async {
            serving.await.context("the server panicked")??;
            if let Some(work) = work {
                work.await.context("the worker panicked")?;
            }
            if let Some(monitoring) = monitoring {
                monitoring.await.context("the metrics' server panicked")??;
            }
            drop(observer);
            drop(services);
            opened.close().await?;
            anyhow::Ok(())
        };
        shutdown.drain(drained, limits.shutdown()).await
    }

    /// Says that the server is ready, and at the first start what to paste next.
    fn announce(&self, url: &str, keys: Option<[String; 3]>) -> anyhow::Result<()> {
        let [secret, publishable, restricted] =
            keys.map_or([None, None, None], |keys| keys.map(Some));
        if self.json {
            return output::json(&json!({
                "event": "ready",
                "url": url,
                "secret_key": secret,
                "publishable_key": publishable,
                "restricted_key": restricted,
            }));
        }
        output::line(&format!("Bonafide serves {url}"));
        let (Some(secret), Some(publishable), Some(restricted)) = (secret, publishable, restricted)
        else {
            return Ok(());
        };
        output::line("");
        output::line("Test keys, shown this once:");
        output::line(&format!("  secret       {secret}"));
        output::line(&format!("  publishable  {publishable}"));
        output::line(&format!("  restricted   {restricted}"));
        output::line("");
        output::line("Create a session and open its url in a browser:");
        output::line(&format!(
            "  curl {url}/v1/identity/verification_sessions -u {secret}: -d type=document \\"
        ));
        output::line("    -d 'options[document][require_matching_selfie]=true'");
        Ok(())
    }
}
