//! What a person waits for who has handed in everything: from the submission to the verdict.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::{Value, json};

use crate::api::SESSIONS;
use crate::numbers::rounded;
use crate::person::{Look, Person};
use crate::server::Server;
use crate::{load, verification};

/// Submissions for each round: a p99 needs some.
const A_ROUND: u32 = 5;
const LOOK_AGAIN: Duration = Duration::from_millis(1);
const MAX_WAIT: Duration = Duration::from_mins(1);

/// Times submissions of a document, its back and a selfie, one after the other, on a server that has nothing else to
/// do. One submission has one core.
pub(crate) async fn measure(models: &ModelArguments, rounds: u32) -> anyhow::Result<Value> {
    let server = Server::bonafide(models, &[])?;
    let mut times = Vec::new();
    let rounds = rounds.max(1) * A_ROUND;
    // The first warms everything.
    for round in 0..=rounds {
        let time = submission(&server, u64::from(round)).await?;
        if round > 0 {
            times.push(time);
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    let (median, p99) = (at(0.5), at(0.99));
    output::line(&format!(
        "submission to verdict, of {rounds} whose front, back and selfie were looked at when they were handed \
         in: p50 {median:.1} ms, p99 {p99:.1} ms"
    ));
    Ok(json!({"p50_ms": rounded(median), "p99_ms": rounded(p99)}))
}

/// Milliseconds.
async fn submission(server: &Server, seed: u64) -> anyhow::Result<f64> {
    let selfie = "type=document&options[document][require_matching_selfie]=true\
                  &metadata[bonafide_liveness]=passive";
    let person = Person::begin(server, selfie).await?;
    let (front, back) = verification::card(seed)?;
    person.front(&front, "driving_license").await?;
    person.back(&back, Look::Now).await?;
    // Drawn faces stand in for selfies: what is timed does not depend on whose they are.
    person.selfie(&verification::front(seed)?).await?;
    let submitted = Instant::now();
    person.submit().await?;
    while status(server, &person.session).await? == "processing" {
        anyhow::ensure!(submitted.elapsed() < MAX_WAIT, "a submission waits");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    Ok(submitted.elapsed().as_secs_f64() * 1000.0)
}

async fn status(server: &Server, session: &str) -> anyhow::Result<String> {
    let request = format!(
        "GET {SESSIONS}/{session} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {}\r\n\r\n",
        server.key
    );
    let answer = load::once(server.address, request.as_bytes()).await?;
    let answer: Value = serde_json::from_slice(&answer)?;
    let status = answer["status"].as_str();
    Ok(status.context("a session has no status")?.to_owned())
}
