use identity::{
    AccountId, EndpointHealth, Mode, Timestamp, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};
use sqlx::SqliteConnection;
use store::{EndpointRecord, Scope, StoreError};

use crate::failure::failure;
use crate::table::Table;

pub(crate) const TABLE: Table = Table("webhook_endpoints");

pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) mode: String,
    pub(crate) created: i64,
    pub(crate) url: String,
    pub(crate) description: Option<String>,
    pub(crate) enabled_events: String,
    pub(crate) metadata: String,
    pub(crate) status: String,
    pub(crate) api_version: Option<String>,
    pub(crate) sealed_secret: Vec<u8>,
    pub(crate) failures: i64,
    pub(crate) failing_since: Option<i64>,
    pub(crate) held_until: Option<i64>,
}

impl Row {
    pub(crate) fn read(self) -> Result<EndpointRecord, StoreError> {
        let endpoint = WebhookEndpoint {
            id: WebhookEndpointId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            url: self.url,
            description: self.description,
            enabled_events: TABLE.json("enabled_events", &self.enabled_events)?,
            metadata: TABLE.json("metadata", &self.metadata)?,
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

macro_rules! select_endpoints {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, url, description, enabled_events, metadata, status,
                api_version, sealed_secret, failures, failing_since, held_until
            FROM webhook_endpoints WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}
pub(crate) use select_endpoints as select;

/// Those of a scope that are enabled, oldest first.
pub(crate) async fn enabled(
    connection: &mut SqliteConnection,
    scope: &Scope,
) -> Result<Vec<EndpointRecord>, StoreError> {
    let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
    let rows = select!(
        "account = ? AND mode = ? AND status = 'enabled' ORDER BY position",
        account,
        mode
    )
    .fetch_all(connection)
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
