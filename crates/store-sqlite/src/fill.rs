//! Fills a database with made-up rows as fast as it can, to measure on. Everything in the three
//! tables is lost: only for databases that hold nothing else.

use std::path::Path;
use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, Row as _, SqliteConnection};
use store::Scope;

/// How long and how often a database that is still open elsewhere is waited for: ten seconds in all.
const RELEASE_PAUSE: Duration = Duration::from_millis(20);
const RELEASE_TRIES: usize = 500;
/// SQLite's code for a database that is locked.
const BUSY: &str = "5";

/// Sessions, beside as many events and half as many reports.
#[derive(Clone, Debug)]
pub struct Filling {
    /// Whose eight of ten rows are; the others are of live mode and of another account.
    pub scope: Scope,
    /// How many sessions.
    pub sessions: i64,
    /// The Unix second of the oldest.
    pub from: i64,
    /// Seconds between the oldest and the newest.
    pub span: i64,
}

/// The identifier of the n-th row of a table whose identifiers begin so: in the order of their making,
/// and as long as real ones.
pub fn identifier(prefix: &str, number: i64) -> String {
    format!(
        "{prefix}_{number:010}{:014}",
        number * 2654435761 % 4294967296
    )
}

fn insertions(filling: &Filling) -> [String; 3] {
    let Filling {
        scope,
        sessions: n,
        from,
        span,
    } = filling;
    let account = scope.account.as_str();
    let other = "acct_other";
    // As many rows of the rare kinds, and as many of one customer, however many there are.
    let (rare, customers) = ((n / 50).max(1), (n / 10).max(1));
    [
        format!(
            r"INSERT INTO sessions (id, account, mode, created, verification_type, status, options,
            metadata, client_reference_id, related_customer, submissions, links_spent, sealed)
        WITH RECURSIVE series (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM series WHERE i + 1 < {n})
            SELECT 'vs_' || printf('%010d%014d', i, (i * 2654435761) % 4294967296), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n}, 'document',
            CASE WHEN i % {rare} = 0 THEN 'processing' WHEN i % 20 = 1 THEN 'canceled' WHEN i % 5 = 2 THEN 'requires_input' ELSE 'verified' END,
            '{{}}', '{{}}', CASE WHEN i % 2 = 0 THEN 'reference ' || i / 4 END,
            'cus_' || i % {customers}, 1, 1, zeroblob(200)
        FROM series"
        ),
        format!(
            r#"INSERT INTO events (id, account, mode, created, event_type, session, object,
            pending_webhooks)
        WITH RECURSIVE series (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM series WHERE i + 1 < {n})
            SELECT 'evt_' || printf('%010d%014d', i, (i * 2654435761) % 4294967296), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n},
            'identity.verification_session.' || CASE WHEN i % {rare} = 0 THEN 'redacted' WHEN i % {rare} = 1 THEN 'canceled' WHEN i % 4 = 2 THEN 'processing' WHEN i % 4 = 3 THEN 'verified' ELSE 'created' END,
            'vs_' || printf('%010d%014d', i, (i * 2654435761) % 4294967296), '{{"object":"identity.verification_session"}}', 0
        FROM series"#
        ),
        format!(
            r"INSERT INTO reports (id, account, mode, created, verification_type, session,
            client_reference_id, sealed)
        WITH RECURSIVE series (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM series WHERE i + 1 < {n})
            SELECT 'vr_' || printf('%010d%014d', i, (i * 2654435761) % 4294967296), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n}, CASE WHEN i % {rare} = 0 THEN 'id_number' ELSE 'document' END,
            'vs_' || printf('%010d%014d', i, (i * 2654435761) % 4294967296), CASE WHEN i % 2 = 0 THEN 'reference ' || i / 4 END, zeroblob(300)
        FROM series WHERE i % 2 = 0"
        ),
    ]
}

/// Goes on without a journal as soon as nobody else has the database open: a connection that was let go is
/// closed by its thread a moment later, and SQLite doesn't wait for that by itself.
async fn stop_journal(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for _ in 0..RELEASE_TRIES {
        match connection.execute("PRAGMA journal_mode = OFF").await {
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(BUSY) => {
                tokio::time::sleep(RELEASE_PAUSE).await;
            }
            other => return other.map(|_| ()),
        }
    }
    connection
        .execute("PRAGMA journal_mode = OFF")
        .await
        .map(|_| ())
}

/// Empties the tables and fills them. The database has been opened before, and is not now.
pub async fn fill(path: &Path, filling: &Filling) -> Result<(), sqlx::Error> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    stop_journal(&mut connection).await?;
    connection
        .execute(
            "PRAGMA synchronous = OFF; PRAGMA cache_size = -600000; PRAGMA secure_delete = OFF",
        )
        .await?;
    let indexes = sqlx::query(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
        AND tbl_name IN ('sessions', 'events', 'reports')",
    )
    .fetch_all(&mut connection)
    .await?;
    connection
        .execute("DELETE FROM sessions; DELETE FROM events; DELETE FROM reports")
        .await?;
    for index in &indexes {
        let drop = format!("DROP INDEX {}", index.get::<String, _>("name"));
        connection.execute(AssertSqlSafe(drop)).await?;
    }
    for insertion in insertions(filling) {
        connection.execute(AssertSqlSafe(insertion)).await?;
    }
    for index in indexes {
        let create: String = index.get("sql");
        connection.execute(AssertSqlSafe(create)).await?;
    }
    connection.close().await
}
