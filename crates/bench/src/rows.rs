//! Lists, filters and retrievals in a small and in a large database of the same shape: their
//! time must not grow with what they do not answer.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use bonafide::database::Database;
use bonafide::output;
use identity::{AccountId, Clock as _, EventType, Mode, SessionId, Status, SystemClock};
use serde_json::{Value, json};
use store::{
    CreatedRange, Cursor, EventFilter, Page, ReportFilter, Scope, SessionFilter, Store, UnitOfWork,
};
use store_sqlite::fill::{Filling, identifier};

use crate::numbers::rounded;
use crate::server::Folder;

const SMALL: i64 = 1000;
/// Two years.
const SPAN: i64 = 63_072_000;
/// How many of each are asked, spread over everything.
const ASKED: i64 = 200;
/// How often, of which the quickest counts: what else the machine does is not the statement's.
const ROUNDS: usize = 7;
/// By how much the 99th of a hundred may grow.
const GROWTH: f64 = 2.0;
/// Milliseconds below which growth does not count: some pages of a large database have to be
/// fetched from the system, which a small one has at hand.
const FLOOR: f64 = 1.0;

pub(crate) async fn measure(url: Option<&str>, rows: i64) -> anyhow::Result<Value> {
    let folder = Folder::new("rows")?;
    let database = match url {
        Some(url) => Database::parse(url, None)?,
        None => Database::Sqlite(folder.0.join("rows.db")),
    };
    let mut seen = BTreeMap::new();
    for rows in [SMALL, rows] {
        for (what, times) in in_database(&database, rows).await? {
            seen.entry(what).or_insert_with(Vec::new).push(times);
        }
    }
    output::line(&format!(
        "rows: milliseconds with {SMALL} and with {rows} sessions, {ASKED} of each, the \
         quickest of {ROUNDS} times; the database is {}",
        if url.is_some() {
            database.to_string()
        } else {
            "SQLite".to_owned()
        }
    ));
    let (mut grew, mut table) = (Vec::new(), serde_json::Map::new());
    for (what, times) in seen {
        let [small, large] = times[..] else {
            anyhow::bail!("something was measured once only");
        };
        let growth = large.p99.max(FLOOR) / small.p99.max(FLOOR);
        if growth > GROWTH {
            grew.push(what);
        }
        output::line(&format!(
            "  {what:44} p50 {:7.3} {:7.3}   p99 {:7.3} {:7.3}{}",
            small.p50,
            large.p50,
            small.p99,
            large.p99,
            if growth > GROWTH {
                "   grew too much"
            } else {
                ""
            }
        ));
        table.insert(
            what.to_owned(),
            json!({
                "p50_ms": [rounded(small.p50), rounded(large.p50)],
                "p99_ms": [rounded(small.p99), rounded(large.p99)],
            }),
        );
    }
    Ok(json!({"rows": [SMALL, rows], "times": table, "grew_too_much": grew}))
}

async fn in_database(database: &Database, rows: i64) -> anyhow::Result<Vec<(&'static str, Times)>> {
    let filling = Filling {
        scope: Scope {
            account: AccountId::from_stored("acct_bench".to_owned()),
            mode: Mode::Test,
        },
        sessions: rows,
        from: SystemClock.now().0 - SPAN,
        span: SPAN,
    };
    let opened = database.open().await?;
    let in_use = !opened.store().read().await?.accounts().await?.is_empty();
    anyhow::ensure!(!in_use, "{database} is in use: name an empty one");
    opened.close().await?;
    output::note(&format!("rows: filling with {rows} sessions"));
    let started = Instant::now();
    match database {
        Database::Sqlite(path) => store_sqlite::fill::fill(path, &filling).await,
        Database::Postgres { address, .. } => {
            let Filling {
                scope,
                sessions,
                from,
                span,
            } = filling.clone();
            let filling = store_postgres::fill::Filling {
                scope,
                sessions,
                from,
                span,
            };
            store_postgres::fill::fill(address, &filling).await
        }
    }
    .context("the database cannot be filled")?;
    output::note(&format!(
        "rows: filled in {} s",
        started.elapsed().as_secs()
    ));
    let opened = database.open().await?;
    let times = time_all(opened.store(), &filling).await;
    opened.close().await?;
    times
}

#[derive(Clone, Copy)]
struct Times {
    p50: f64,
    p99: f64,
}

async fn time_all(
    store: Arc<dyn Store>,
    filling: &Filling,
) -> anyhow::Result<Vec<(&'static str, Times)>> {
    let mut all = Vec::new();
    for question in QUESTIONS {
        let mut quickest = [f64::INFINITY; ASKED as usize];
        for _ in 0..ROUNDS {
            for (turn, quickest) in (0..).zip(&mut quickest) {
                // Each of eight of ten is in scope; every tenth surely.
                let number = turn * 7_919_317 % filling.sessions / 10 * 10;
                let mut unit = store.read().await?;
                let started = Instant::now();
                ask(question, unit.as_mut(), filling, number).await?;
                *quickest = quickest.min(started.elapsed().as_secs_f64() * 1000.0);
            }
        }
        quickest.sort_by(f64::total_cmp);
        let times = Times {
            p50: quickest[quickest.len() / 2],
            p99: quickest[quickest.len() * 99 / 100],
        };
        all.push((question, times));
    }
    Ok(all)
}

const QUESTIONS: [&str; 22] = [
    "sessions, first page",
    "sessions, starting_after",
    "sessions, ending_before",
    "sessions, status",
    "sessions, rare status",
    "sessions, rare status, created before",
    "sessions, status, a day long ago",
    "sessions, a day long ago",
    "sessions, a day long ago, starting_after",
    "sessions, created before",
    "sessions, created since",
    "sessions, client_reference_id",
    "sessions, related_customer",
    "sessions, related_customer and created",
    "session",
    "events, first page",
    "events, type",
    "events, rare type, created since",
    "events, two rare types",
    "reports, first page",
    "reports, rare type, created before",
    "reports, session",
];

async fn ask(
    question: &str,
    unit: &mut dyn UnitOfWork,
    filling: &Filling,
    number: i64,
) -> anyhow::Result<()> {
    let scope = &filling.scope;
    let moment = filling.from + number * filling.span / filling.sessions;
    let session = identifier("vs", number);
    let cursor = if question.contains("starting_after") {
        Some(Cursor::StartingAfter(session.clone()))
    } else if question.contains("ending_before") {
        Some(Cursor::EndingBefore(session.clone()))
    } else {
        None
    };
    let page = Page { limit: 10, cursor };
    let mut created = CreatedRange::default();
    if question.contains("a day") {
        (created.gte, created.lt) = (Some(moment - 86_400), Some(moment + 1));
    } else if question.contains("created since") {
        created.gte = Some(moment);
    } else if question.contains("created") {
        created.lte = Some(moment);
    }
    let text = question;
    if text == "session" {
        unit.session(scope, &SessionId::from_stored(session))
            .await?
            .context("a session is missing")?;
    } else if text.starts_with("sessions") {
        let status = if text.contains("rare status") {
            Some(Status::Processing)
        } else {
            text.contains("status").then_some(Status::Verified)
        };
        let filter = SessionFilter {
            status,
            client_reference_id: text
                .contains("client_reference_id")
                .then(|| format!("reference {}", number / 4)),
            related_customer: text
                .contains("related_customer")
                .then(|| format!("cus_{}", number % (filling.sessions / 10).max(1))),
            related_customer_account: None,
            created,
        };
        unit.sessions(scope, &filter, &page).await?;
    } else if text.starts_with("events") {
        let types = if text.contains("two rare") {
            Some(vec![EventType::Redacted, EventType::Canceled])
        } else if text.contains("rare") {
            Some(vec![EventType::Redacted])
        } else {
            text.contains("type").then(|| vec![EventType::Verified])
        };
        let filter = EventFilter {
            types,
            delivered: None,
            created,
        };
        unit.events(scope, &filter, &page).await?;
    } else {
        let filter = ReportFilter {
            verification_type: text
                .contains("rare")
                .then_some(identity::VerificationType::IdNumber),
            session: text
                .contains("session")
                .then(|| SessionId::from_stored(session)),
            client_reference_id: None,
            created,
        };
        unit.reports(scope, &filter, &page).await?;
    }
    Ok(())
}
