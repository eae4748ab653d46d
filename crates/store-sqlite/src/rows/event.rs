use identity::Event;
use sqlx::SqliteConnection;
use store::StoreError;

use crate::table::{Query, Table, to_json};

const TABLE: Table = Table("events");

/// An event as it is added.
pub(crate) struct EventRow {
    id: String,
    account: String,
    mode: &'static str,
    created: i64,
    event_type: &'static str,
    session: String,
    object: String,
    request_id: Option<String>,
    idempotency_key: Option<String>,
    pending_webhooks: u32,
}

impl EventRow {
    pub(crate) const COLUMNS: [&'static str; 10] = [
        "id",
        "account",
        "mode",
        "created",
        "event_type",
        "session",
        "object",
        "request_id",
        "idempotency_key",
        "pending_webhooks",
    ];

    pub(crate) fn of(event: &Event) -> Result<Self, StoreError> {
        Ok(Self {
            id: event.id.as_str().to_owned(),
            account: event.account.as_str().to_owned(),
            mode: event.mode.as_str(),
            created: event.created.0,
            event_type: event.event_type.as_str(),
            session: event.session.as_str().to_owned(),
            object: to_json(&event.object)?,
            request_id: event.origin.id.as_ref().map(|id| id.as_str().to_owned()),
            idempotency_key: event.origin.idempotency_key.clone(),
            pending_webhooks: event.pending_webhooks,
        })
    }

    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO events (id, account, mode, created, event_type, session, object,
                    request_id, idempotency_key, pending_webhooks)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                self.id,
                self.account,
                self.mode,
                self.created,
                self.event_type,
                self.session,
                self.object,
                self.request_id,
                self.idempotency_key,
                self.pending_webhooks
            )
            .execute(connection)
            .await,
        )
    }

    pub(crate) fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        query
            .bind(self.id.as_str())
            .bind(self.account.as_str())
            .bind(self.mode)
            .bind(self.created)
            .bind(self.event_type)
            .bind(self.session.as_str())
            .bind(self.object.as_str())
            .bind(self.request_id.as_deref())
            .bind(self.idempotency_key.as_deref())
            .bind(self.pending_webhooks)
    }
}
