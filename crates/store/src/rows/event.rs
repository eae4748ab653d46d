use identity::{
    AccountId, Event, EventId, EventType, Mode, RequestId, RequestOrigin, SessionId, Timestamp,
};

use super::{StoredJson, Table};
use crate::StoreError;

pub const TABLE: Table = Table("events");

pub struct Row<J> {
    pub position: i64,
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub event_type: String,
    pub session: String,
    pub object: J,
    pub request_id: Option<String>,
    pub idempotency_key: Option<String>,
    pub pending_webhooks: i64,
}

impl<J: StoredJson> Row<J> {
    /// As it is added; its position is the database's to give.
    pub fn of(event: &Event) -> Result<Self, StoreError> {
        Ok(Self {
            position: 0,
            id: event.id.as_str().to_owned(),
            account: event.account.as_str().to_owned(),
            mode: event.mode.as_str().to_owned(),
            created: event.created.0,
            event_type: event.event_type.as_str().to_owned(),
            session: event.session.as_str().to_owned(),
            object: J::of(&event.object)?,
            request_id: event.origin.id.as_ref().map(|id| id.as_str().to_owned()),
            idempotency_key: event.origin.idempotency_key.clone(),
            pending_webhooks: event.pending_webhooks.into(),
        })
    }

    pub fn read(self) -> Result<Event, StoreError> {
        Ok(Event {
            id: EventId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            event_type: TABLE.word("event_type", &self.event_type, EventType::parse)?,
            session: SessionId::from_stored(self.session),
            object: TABLE.json("object", self.object)?,
            origin: RequestOrigin {
                id: self.request_id.map(RequestId::from_stored),
                idempotency_key: self.idempotency_key,
            },
            pending_webhooks: TABLE.number("pending_webhooks", self.pending_webhooks)?,
        })
    }
}

/// Events, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_events {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT position AS \"position!\", id, account, mode, created, event_type, session,
                object, request_id, idempotency_key, pending_webhooks
            FROM events WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}

/// The macro that is named, with the values of `$row`, in the order in which an insertion names the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! with_event_values {
    ($row:ident, [$($macro:tt)+], $($before:tt)*) => {
        $($macro)+!(
            $($before)*
            $row.id, $row.account, $row.mode, $row.created, $row.event_type, $row.session,
            $row.object, $row.request_id, $row.idempotency_key, $row.pending_webhooks
        )
    };
}

/// Adds an event, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_event {
    ($row:ident $(, $rest:literal)?) => {
        $crate::with_event_values!(
            $row, [sqlx::query],
            "INSERT INTO events (id, account, mode, created, event_type, session, object,
                request_id, idempotency_key, pending_webhooks)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)" $(+ $rest)?,
        )
    };
}

/// `$query` with an event's values, as [`insert_event!`](crate::insert_event) numbers them.
#[macro_export]
macro_rules! bind_event {
    ($query:ident, $row:ident) => {
        $crate::with_event_values!($row, [$crate::bind_values], $query;)
    };
}
