//! What a second worker adds, beside what a second process of nothing but inference adds: the
//! difference is what the queue, the database and sealing cost.

use std::process::{Command, Stdio};
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

/// Verifications a process.
const EACH: u64 = 12;
const LOOK_AGAIN: Duration = Duration::from_millis(20);
const MAX_WAIT: Duration = Duration::from_mins(10);

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
            .args(["--bare-verifications", &EACH.to_string()])
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
        let back = verification::front(all + seed)?;
        submit(&server, &verification::front(seed)?, &back).await?;
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
        anyhow::ensure!(began.elapsed() < MAX_WAIT, "{waiting} verifications wait");
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

/// What an app sends for one person, up to the submission. The front is looked at as it comes; what the worker
/// has to look at is the back, for which another passport stands.
async fn submit(server: &Server, front: &[u8], back: &[u8]) -> anyhow::Result<()> {
    let person = Person::begin(server, "type=document").await?;
    person.front(front, "passport").await?;
    person.back(back, Look::Later).await?;
    person.submit().await
}
