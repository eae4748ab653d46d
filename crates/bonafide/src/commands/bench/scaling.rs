//! What a second worker adds, beside what a second process of nothing but inference adds: the
//! difference is what the queue, the database and sealing cost.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde_json::{Value, json};

use super::api::SESSIONS;
use super::server::Server;
use super::{load, rounded, verification};
use crate::arguments::ModelArguments;
use crate::output;

/// Verifications a process.
const EACH: u64 = 12;
const BOUNDARY: &str = "bonafide-bench";
const PAGE_VERSION: &str = "2020-08-27;identity_client_api=v7";
const LOOK_AGAIN: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_mins(10);

pub(crate) async fn measure(models: &ModelArguments) -> anyhow::Result<Value> {
    let (mut bare, mut workers) = (Vec::new(), Vec::new());
    for processes in [1, 2] {
        output::note(&format!("scaling: {processes} of each"));
        bare.push(bare_rate(models, processes)?);
        workers.push(worker_rate(models, processes).await?);
    }
    let gain = |rates: &[f64]| rates[1] / rates[0];
    let share = gain(&workers) / gain(&bare);
    output::line(&format!(
        "scaling: one worker verifies {:.2} passports a second, two {:.2}, {:.2} times as many; \
         processes of nothing but inference {:.2} and {:.2}, {:.2} times as many; the workers' gain \
         is {share:.2} of theirs",
        workers[0],
        workers[1],
        gain(&workers),
        bare[0],
        bare[1],
        gain(&bare)
    ));
    Ok(json!({
        "workers_per_second": [rounded(workers[0]), rounded(workers[1])],
        "bare_per_second": [rounded(bare[0]), rounded(bare[1])],
        "share": rounded(share),
    }))
}

/// Verifications a second of so many processes together.
fn bare_rate(models: &ModelArguments, processes: usize) -> anyhow::Result<f64> {
    let started = (0..processes).map(|_| {
        Command::new(std::env::current_exe()?)
            .args(["bench", "--bare-verifications", &EACH.to_string()])
            .args(models.to_arguments())
            .stdout(Stdio::piped())
            .spawn()
    });
    let started: Vec<_> = started.collect::<Result<_, _>>()?;
    let mut rate = 0.0;
    for process in started {
        let out = process.wait_with_output()?;
        let said: Value = serde_json::from_slice(&out.stdout).context("no rate was printed")?;
        rate += said["per_second"].as_f64().context("no rate was printed")?;
    }
    Ok(rate)
}

/// Verifications a second of so many workers on one queue, from the first that was concluded.
async fn worker_rate(models: &ModelArguments, processes: usize) -> anyhow::Result<f64> {
    let server = Server::bonafide(models, &["--no-worker"])?;
    let all = EACH * processes as u64 + processes as u64;
    for seed in 0..all {
        submit(&server, &verification::front(seed)?).await?;
    }
    let workers = (0..processes).map(|_| server.worker(models));
    let _workers: Vec<_> = workers.collect::<Result<_, _>>()?;
    let began = Instant::now();
    let mut first = None;
    loop {
        let waiting = waiting(&server).await?;
        let (concluded, now) = (all - waiting, Instant::now());
        if concluded > 0 && first.is_none() {
            first = Some((concluded, now));
        }
        if let Some((before, since)) = first
            && waiting == 0
        {
            let elapsed = now.duration_since(since).as_secs_f64();
            return Ok((all - before) as f64 / elapsed);
        }
        anyhow::ensure!(began.elapsed() < PATIENCE, "{waiting} verifications wait");
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

async fn waiting(server: &Server) -> anyhow::Result<u64> {
    let path = format!("{SESSIONS}?status=processing&limit=100");
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {}\r\n\r\n",
        server.key
    );
    let answer = load::once(server.address, request.as_bytes()).await?;
    let answer: Value = serde_json::from_slice(&answer)?;
    let found = answer["data"].as_array().context("a list has no data")?;
    Ok(found.len() as u64)
}

/// What an app sends for one person, up to the submission.
async fn submit(server: &Server, front: &[u8]) -> anyhow::Result<()> {
    let made = form(server, &server.key, SESSIONS, "type=document").await?;
    let session = text(&made, "id")?;
    let asked = format!("verification_session={session}");
    let key = form(server, &server.key, "/v1/ephemeral_keys", &asked).await?;
    let key = text(&key, "secret")?;
    let page = format!("/v1/identity/verification_pages/{session}");
    let data = format!("{page}/data");
    form(server, key, &data, "collected_data[biometric_consent]=true").await?;
    let file = upload(server, key, session, front).await?;
    let side = "collected_data[id_document_front]";
    let shown = format!(
        "collected_data[id_document_type]=passport&{side}[high_res_image]={}\
         &{side}[upload_method]=file_upload&{side}[force_confirm]=true",
        text(&file, "id")?
    );
    form(server, key, &data, &shown).await?;
    form(server, key, &format!("{page}/submit"), "").await?;
    Ok(())
}

async fn form(server: &Server, key: &str, path: &str, body: &str) -> anyhow::Result<Value> {
    let kind = "application/x-www-form-urlencoded";
    post(server, key, path, kind, body.as_bytes()).await
}

async fn upload(
    server: &Server,
    key: &str,
    session: &str,
    picture: &[u8],
) -> anyhow::Result<Value> {
    let mut body = Vec::new();
    for (name, value) in [("purpose", "identity_private"), ("owned_by", session)] {
        let part = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(
        format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; \
             filename=\"front.jpeg\"\r\ncontent-type: image/jpeg\r\n\r\n"
        )
        .as_bytes(),
    );
    body.extend_from_slice(picture);
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    post(server, key, "/v1/files", &kind, &body).await
}

async fn post(
    server: &Server,
    key: &str,
    path: &str,
    kind: &str,
    body: &[u8],
) -> anyhow::Result<Value> {
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {key}\r\n\
         stripe-version: {PAGE_VERSION}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend_from_slice(body);
    let answer = load::once(server.address, &request).await;
    let answer = answer.with_context(|| format!("POST {path}"))?;
    Ok(serde_json::from_slice(&answer)?)
}

fn text<'a>(answer: &'a Value, member: &str) -> anyhow::Result<&'a str> {
    let found = answer[member].as_str();
    found.with_context(|| format!("an answer has no {member}"))
}
