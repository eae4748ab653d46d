use identity::{
    AccountId, EndpointHealth, Mode, Timestamp, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};

use super::{StoredJson, Table};
use crate::{EndpointRecord, StoreError};

pub const TABLE: Table = Table("webhook_endpoints");

pub struct Row<J> {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub url: String,
    pub description: Option<String>,
    pub enabled_events: J,
    pub metadata: J,
    pub status: String,
    pub api_version: Option<String>,
    pub sealed_secret: Vec<u8>,
    pub failures: i64,
    pub failing_since: Option<i64>,
    pub held_until: Option<i64>,
}

impl<J: StoredJson> Row<J> {
    pub fn of(record: &EndpointRecord) -> Result<Self, StoreError> {
        let endpoint = record.endpoint.clone();
        Ok(Self {
            id: endpoint.id.as_str().to_owned(),
            account: endpoint.account.as_str().to_owned(),
            mode: endpoint.mode.as_str().to_owned(),
            created: endpoint.created.0,
            url: endpoint.url,
            description: endpoint.description,
            enabled_events: J::of(&endpoint.enabled_events)?,
            metadata: J::of(&endpoint.metadata)?,
            status: endpoint.status.as_str().to_owned(),
            api_version: endpoint.api_version,
            sealed_secret: record.sealed_secret.clone(),
            failures: record.health.failures.into(),
            failing_since: record.health.failing_since.map(|time| time.0),
            held_until: record.health.held_until.map(|time| time.0),
        })
    }

    pub fn read(self) -> Result<EndpointRecord, StoreError> {
        let endpoint = WebhookEndpoint {
            id: WebhookEndpointId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            url: self.url,
            description: self.description,
            enabled_events: TABLE.json("enabled_events", self.enabled_events)?,
            metadata: TABLE.json("metadata", self.metadata)?,
            status: TABLE.word("status", &self.status, WebhookStatus::parse)?,
            api_version: self.api_version,
        };
        Ok(EndpointRecord {
            endpoint,
            sealed_secret: self.sealed_secret,
            health: EndpointHealth {
                failures: TABLE.number("failures", self.failures)?,
                failing_since: self.failing_since.map(Timestamp),
                held_until: self.held_until.map(Timestamp),
            },
        })
    }
}

/// A statement with the columns in it that somebody asked for; the others say how deliveries go.
#[doc(hidden)]
#[macro_export]
macro_rules! with_endpoint_columns {
    ($query:ident!($($into:tt)*), $before:literal, $($after:literal),+; $($argument:expr),*) => {
        sqlx::$query!(
            $($into)* $before + "created, url, description, enabled_events, metadata, status,
            api_version, sealed_secret" $(+ $after)+ $(, $argument)*
        )
    };
}

/// A statement that gives an endpoint the values of `$row`, but for how deliveries go.
#[doc(hidden)]
#[macro_export]
macro_rules! write_endpoint {
    ($row:ident, $before:literal, $between:literal, $($after:literal),+) => {
        $crate::with_endpoint_columns!(
            query!(), $before, $between, "$4, $5, $6, $7, $8, $9, $10, $11", $($after),+;
            $row.id, $row.account, $row.mode, $row.created, $row.url, $row.description,
            $row.enabled_events, $row.metadata, $row.status, $row.api_version, $row.sealed_secret
        )
    };
}

/// Endpoints, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_endpoints {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        $crate::with_endpoint_columns!(
            query_as!(Row,), "SELECT id, account, mode, failures, failing_since, held_until, ",
            " FROM webhook_endpoints WHERE " $(, $part)+;
            $($argument),*
        )
    };
}

/// Adds an endpoint, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_endpoint {
    ($row:ident $(, $rest:literal)?) => {
        $crate::write_endpoint!(
            $row, "INSERT INTO webhook_endpoints (id, account, mode, ",
            ") VALUES ($1, $2, $3, ", ")" $(, $rest)?
        )
    };
}

/// Changes an endpoint.
#[macro_export]
macro_rules! update_endpoint {
    ($row:ident) => {
        $crate::write_endpoint!(
            $row,
            "UPDATE webhook_endpoints SET (",
            ") = (",
            ") WHERE id = $1 AND account = $2 AND mode = $3"
        )
    };
}
