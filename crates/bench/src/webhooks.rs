//! Webhooks delivered a second to a receiver on this machine, by the worker inside `serve`.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::api;
use crate::load;
use crate::numbers::rounded;
use crate::server::Server;

const LASTING: Duration = Duration::from_secs(2);
const MAX_WAIT: Duration = Duration::from_mins(1);

pub(crate) async fn measure(models: &ModelArguments) -> anyhow::Result<Value> {
    let received = Arc::new(AtomicUsize::new(0));
    let receiver = receiver(Arc::clone(&received)).await?;
    let server = Server::bonafide(models, &[])?;
    let body = format!("url=http://{receiver}/&enabled_events[]=*");
    load::once(
        server.address,
        format!(
            "POST /v1/webhook_endpoints HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            server.key,
            body.len()
        )
        .as_bytes(),
    )
    .await?;
    output::note("webhooks: making sessions");
    let started = Instant::now();
    let creates = api::creates(&server.key);
    let made = load::run(server.address, &creates, LASTING, None).await?;
    let made = made.sessions.len();
    let before = received.load(Ordering::Relaxed);
    let draining = Instant::now();
    output::note("webhooks: waiting for the rest");
    while received.load(Ordering::Relaxed) < made {
        anyhow::ensure!(
            draining.elapsed() < MAX_WAIT,
            "of {made} webhooks {} arrived",
            received.load(Ordering::Relaxed)
        );
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let overall = made as f64 / started.elapsed().as_secs_f64();
    let alone = (made - before) as f64 / draining.elapsed().as_secs_f64();
    output::line(&format!(
        "webhooks: {made} delivered, {alone:.0} a second once no sessions were made any more, \
         {overall:.0} a second from the first session on"
    ));
    Ok(json!({
        "delivered": made,
        "per_second": rounded(alone),
        "per_second_while_creating": rounded(overall),
    }))
}

async fn receiver(received: Arc<AtomicUsize>) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let count = async move || {
        received.fetch_add(1, Ordering::Relaxed);
    };
    let router = Router::new().route("/", post(count));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}
