//! Fills a database with made-up rows as fast as it can, to measure on. Everything in the three
//! tables is lost: only for databases that hold nothing else.

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _};
use store::Scope;

use crate::Address;

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
        SELECT 'vs_' || lpad(i::text, 10, '0') || lpad(((i * 2654435761) % 4294967296)::text, 14, '0'), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n}, 'document',
            CASE WHEN i % {rare} = 0 THEN 'processing' WHEN i % 20 = 1 THEN 'canceled' WHEN i % 5 = 2 THEN 'requires_input' ELSE 'verified' END,
            '{{}}'::jsonb, '{{}}'::jsonb, CASE WHEN i % 2 = 0 THEN 'reference ' || i / 4 END,
            'cus_' || i % {customers}, 1, 1, decode(repeat('00', 200), 'hex')
        FROM generate_series(0::bigint, {n}::bigint - 1) AS series (i)"
        ),
        format!(
            r#"INSERT INTO events (id, account, mode, created, event_type, session, object,
            pending_webhooks)
        SELECT 'evt_' || lpad(i::text, 10, '0') || lpad(((i * 2654435761) % 4294967296)::text, 14, '0'), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n},
            'identity.verification_session.' || CASE WHEN i % {rare} = 0 THEN 'redacted' WHEN i % {rare} = 1 THEN 'canceled' WHEN i % 4 = 2 THEN 'processing' WHEN i % 4 = 3 THEN 'verified' ELSE 'created' END,
            'vs_' || lpad(i::text, 10, '0') || lpad(((i * 2654435761) % 4294967296)::text, 14, '0'), '{{"object":"identity.verification_session"}}'::jsonb, 0
        FROM generate_series(0::bigint, {n}::bigint - 1) AS series (i)"#
        ),
        format!(
            r"INSERT INTO reports (id, account, mode, created, verification_type, session,
            client_reference_id, sealed)
        SELECT 'vr_' || lpad(i::text, 10, '0') || lpad(((i * 2654435761) % 4294967296)::text, 14, '0'), CASE WHEN i % 10 = 9 THEN '{other}' ELSE '{account}' END, CASE WHEN i % 10 = 8 THEN 'live' ELSE 'test' END,
            {from} + i * {span} / {n}, CASE WHEN i % {rare} = 0 THEN 'id_number' ELSE 'document' END,
            'vs_' || lpad(i::text, 10, '0') || lpad(((i * 2654435761) % 4294967296)::text, 14, '0'), CASE WHEN i % 2 = 0 THEN 'reference ' || i / 4 END, decode(repeat('00', 300), 'hex')
        FROM generate_series(0::bigint, {n}::bigint - 1) AS series (i) WHERE i % 2 = 0"
        ),
    ]
}

/// Empties the tables and fills them. The database has been opened before.
pub async fn fill(address: &Address, filling: &Filling) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect_with(&address.options()).await?;
    let indexes = sqlx::query(
        "SELECT indexname, indexdef FROM pg_indexes
        WHERE tablename IN ('sessions', 'events', 'reports')
        AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'
        AND schemaname = current_schema()",
    )
    .fetch_all(&mut connection)
    .await?;
    connection
        .execute("TRUNCATE sessions, events, reports")
        .await?;
    connection
        .execute("SET maintenance_work_mem = '512MB'")
        .await?;
    for index in &indexes {
        let drop = format!("DROP INDEX {}", index.get::<String, _>("indexname"));
        connection.execute(AssertSqlSafe(drop)).await?;
    }
    for insertion in insertions(filling) {
        connection.execute(AssertSqlSafe(insertion)).await?;
    }
    for index in indexes {
        let create: String = index.get("indexdef");
        connection.execute(AssertSqlSafe(create)).await?;
    }
    // Outside of a transaction, each by itself.
    for table in ["sessions", "events", "reports"] {
        let analyze = format!("VACUUM ANALYZE {table}");
        connection.execute(AssertSqlSafe(analyze)).await?;
    }
    connection.close().await
}
