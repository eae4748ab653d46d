//! Sessions created, retrieved and listed a second, beside a bare handler that does the same SQL.

use std::sync::Arc;
use std::time::Duration;

use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::{Value, json};

use crate::load::{self, CONNECTIONS, Requests};
use crate::numbers::{median, rounded};
use crate::server::Server;

pub(crate) const SESSIONS: &str = "/v1/identity/verification_sessions";
/// Has every session of a page opened.
const EXPANDED: &str = "?limit=100&expand[]=data.verified_outputs";
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(4);
const ROUNDS: usize = 3;
/// Creations and retrievals a second at which waiting is measured.
const PACES: [f64; 2] = [4000.0, 10_000.0];

/// Answers a second, by what is asked, one value a round.
#[derive(Default)]
struct Seen {
    creates: Vec<f64>,
    retrieves: Vec<f64>,
    lists: Vec<f64>,
    /// Pages of a hundred, with what `expand` adds to each session.
    expanded_lists: Vec<f64>,
    /// Microseconds of processor time that the server spends on a creation and on a retrieval.
    create_costs: Vec<f64>,
    retrieve_costs: Vec<f64>,
}

pub(crate) async fn measure(models: &ModelArguments) -> anyhow::Result<Value> {
    let bonafide = Server::bonafide(models, &["--no-worker"])?;
    let bare = Server::bare()?;
    let (mut ours, mut theirs) = (Seen::default(), Seen::default());
    let mut sessions = Arc::new(Vec::new());
    for round in 1..=ROUNDS {
        output::note(&format!("api: round {round} of {ROUNDS}"));
        sessions = ours.round(&bonafide).await?;
        ours.expanded(&bonafide).await?;
        theirs.round(&bare).await?;
    }
    let paced = |requests, pace| {
        let address = bonafide.address;
        async move { load::run(address, &requests, MEASURED, Some(pace)).await }
    };
    let waiting = [
        paced(creates(&bonafide.key), PACES[0]).await?,
        paced(retrieves(&bonafide.key, sessions), PACES[1]).await?,
    ];
    let mut found = serde_json::Map::new();
    output::line(&format!(
        "api: {CONNECTIONS} connections, the load generator beside the server, SQLite with durable \
         commits, medians of {ROUNDS} rounds"
    ));
    for (what, ours, theirs) in [
        ("creates", &ours.creates, &theirs.creates),
        ("retrieves", &ours.retrieves, &theirs.retrieves),
        ("lists", &ours.lists, &theirs.lists),
    ] {
        let (ours, theirs) = (median(ours), median(theirs));
        output::line(&format!(
            "  {what}: {ours:.0} a second; a bare handler with the same SQL: {theirs:.0}, {:.2} times \
             as many",
            theirs / ours
        ));
        found.insert(
            what.to_owned(),
            json!({
                "per_second": rounded(ours),
                "bare_per_second": rounded(theirs),
                "ratio": rounded(theirs / ours),
            }),
        );
    }
    let expanded = median(&ours.expanded_lists);
    output::line(&format!("  lists of 100, expanded: {expanded:.0} a second"));
    found.insert(
        "expanded_lists".to_owned(),
        json!({"per_second": rounded(expanded)}),
    );
    for (what, ours, theirs) in [
        ("create", &ours.create_costs, &theirs.create_costs),
        ("retrieve", &ours.retrieve_costs, &theirs.retrieve_costs),
    ] {
        let (ours, theirs) = (median(ours), median(theirs));
        output::line(&format!(
            "  processor time of a {what}: {ours:.0} microseconds; of the bare handler {theirs:.0}"
        ));
        found.insert(
            format!("{what}_processor_microseconds"),
            json!({"bonafide": rounded(ours), "bare": rounded(theirs)}),
        );
    }
    for (what, pace, outcome) in [
        ("creates", PACES[0], &waiting[0]),
        ("retrieves", PACES[1], &waiting[1]),
    ] {
        output::line(&format!(
            "  {what} asked for {pace:.0} times a second: {:.0} answered, 99 of 100 within {:.1} ms",
            outcome.rate, outcome.p99
        ));
        found.insert(
            format!("{what}_paced"),
            json!({"asked": pace, "per_second": rounded(outcome.rate), "p99_ms": rounded(outcome.p99)}),
        );
    }
    Ok(found.into())
}

impl Seen {
    /// Measures one server once; returns sessions that it made.
    async fn round(&mut self, server: &Server) -> anyhow::Result<Arc<Vec<String>>> {
        let at = server.address;
        let creating = creates(&server.key);
        load::run(at, &creating, WARM_UP, None).await?;
        let before = server.processor()?;
        let created = load::run(at, &creating, MEASURED, None).await?;
        self.creates.push(created.rate);
        let spent = server.processor()? - before;
        self.create_costs.push(spent * 1e6 / created.answers as f64);
        let sessions = Arc::new(created.sessions);
        let retrieving = retrieves(&server.key, Arc::clone(&sessions));
        load::run(at, &retrieving, WARM_UP, None).await?;
        let before = server.processor()?;
        let retrieved = load::run(at, &retrieving, MEASURED, None).await?;
        self.retrieves.push(retrieved.rate);
        let spent = server.processor()? - before;
        self.retrieve_costs
            .push(spent * 1e6 / retrieved.answers as f64);
        let listed = load::run(at, &lists(&server.key, ""), MEASURED, None).await?;
        self.lists.push(listed.rate);
        Ok(sessions)
    }

    /// Measures what the bare handler has no like of.
    async fn expanded(&mut self, server: &Server) -> anyhow::Result<()> {
        let expanded = lists(&server.key, EXPANDED);
        let listed = load::run(server.address, &expanded, MEASURED, None).await?;
        self.expanded_lists.push(listed.rate);
        Ok(())
    }
}

pub(crate) fn creates(key: &str) -> Requests {
    let key = key.to_owned();
    Arc::new(move |number| {
        let body = format!("type=document&metadata[order]={number}");
        format!(
            "POST {SESSIONS} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {key}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    })
}

fn retrieves(key: &str, sessions: Arc<Vec<String>>) -> Requests {
    let key = key.to_owned();
    Arc::new(move |number| {
        // Not in the order in which they were made.
        let session = &sessions[number.wrapping_mul(7919) % sessions.len()];
        get(&format!("{SESSIONS}/{session}"), &key)
    })
}

fn lists(key: &str, query: &str) -> Requests {
    let request = get(&format!("{SESSIONS}{query}"), key);
    Arc::new(move |_| request.clone())
}

fn get(path: &str, key: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {key}\r\n\r\n")
        .into_bytes()
}
