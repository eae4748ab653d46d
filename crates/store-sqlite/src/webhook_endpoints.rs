use async_trait::async_trait;
use identity::{
    AccountId, EndpointHealth, Mode, Timestamp, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};
use sqlx::SqliteConnection;
use store::{EndpointRecord, Listing, Page, Scope, StoreError, WebhookEndpoints};

use crate::failure::failure;
use crate::table::{Table, changed_any, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("webhook_endpoints");

struct Row {
    id: String,
    account: String,
    mode: String,
    created: i64,
    url: String,
    description: Option<String>,
    enabled_events: String,
    metadata: String,
    status: String,
    api_version: Option<String>,
    sealed_secret: Vec<u8>,
    failures: i64,
    failing_since: Option<i64>,
    held_until: Option<i64>,
}

impl Row {
    fn read(self) -> Result<EndpointRecord, StoreError> {
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

macro_rules! select {
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

#[async_trait]
impl WebhookEndpoints for Unit {
    async fn insert_endpoint(&mut self, record: &EndpointRecord) -> Result<(), StoreError> {
        let endpoint = &record.endpoint;
        let (id, account) = (endpoint.id.as_str(), endpoint.account.as_str());
        let (mode, status) = (endpoint.mode.as_str(), endpoint.status.as_str());
        let enabled_events = to_json(&endpoint.enabled_events)?;
        let metadata = to_json(&endpoint.metadata)?;
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO webhook_endpoints (id, account, mode, created, url, description,
                    enabled_events, metadata, status, api_version, sealed_secret)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                mode,
                endpoint.created.0,
                endpoint.url,
                endpoint.description,
                enabled_events,
                metadata,
                status,
                endpoint.api_version,
                record.sealed_secret
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn endpoint(
        &mut self,
        scope: &Scope,
        id: &WebhookEndpointId,
    ) -> Result<Option<EndpointRecord>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select!("id = ? AND account = ? AND mode = ?", id, account, mode)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn set_endpoint_health(
        &mut self,
        id: &WebhookEndpointId,
        health: &EndpointHealth,
    ) -> Result<(), StoreError> {
        let id = id.as_str();
        let failures = i64::from(health.failures);
        let failing_since = health.failing_since.map(|time| time.0);
        let held_until = health.held_until.map(|time| time.0);
        changed_any(
            sqlx::query!(
                "UPDATE webhook_endpoints SET failures = ?, failing_since = ?, held_until = ?
                WHERE id = ?",
                failures,
                failing_since,
                held_until,
                id
            )
            .execute(self.connection().await?)
            .await,
        )?;
        Ok(())
    }

    async fn update_endpoint(&mut self, record: &EndpointRecord) -> Result<(), StoreError> {
        let endpoint = &record.endpoint;
        let (id, account) = (endpoint.id.as_str(), endpoint.account.as_str());
        let (mode, status) = (endpoint.mode.as_str(), endpoint.status.as_str());
        let enabled_events = to_json(&endpoint.enabled_events)?;
        let metadata = to_json(&endpoint.metadata)?;
        TABLE.changed(
            sqlx::query!(
                "UPDATE webhook_endpoints SET created = ?, url = ?, description = ?,
                    enabled_events = ?, metadata = ?, status = ?, api_version = ?,
                    sealed_secret = ?
                WHERE id = ? AND account = ? AND mode = ?",
                endpoint.created.0,
                endpoint.url,
                endpoint.description,
                enabled_events,
                metadata,
                status,
                endpoint.api_version,
                record.sealed_secret,
                id,
                account,
                mode
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn delete_endpoint(
        &mut self,
        scope: &Scope,
        id: &WebhookEndpointId,
    ) -> Result<bool, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        changed_any(
            sqlx::query!(
                "DELETE FROM webhook_endpoints WHERE id = ? AND account = ? AND mode = ?",
                id,
                account,
                mode
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn endpoints(
        &mut self,
        scope: &Scope,
        page: &Page,
    ) -> Result<Listing<EndpointRecord>, StoreError> {
        let bounds = bounds!(
            self,
            scope,
            page,
            store::CreatedRange::default(),
            "webhook_endpoints"
        );
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        macro_rules! list {
            ($order:tt) => {
                select!(
                    "account = ?1 AND mode = ?2 AND position > ?3 AND position < ?4"
                    " ORDER BY position " $order " LIMIT ?5",
                    account, mode, bounds.above, bounds.below, bounds.rows,
                )
                .fetch_all(self.connection().await?)
                .await
            };
        }
        let rows = if bounds.newest_first {
            list!("DESC")
        } else {
            list!("ASC")
        };
        bounds.listing(rows.map_err(failure)?, Row::read)
    }

    async fn enabled_endpoints(
        &mut self,
        scope: &Scope,
    ) -> Result<Vec<EndpointRecord>, StoreError> {
        if let Some(aside) = self.aside()
            && let Some(found) = aside.endpoints(scope).await
        {
            return Ok(found);
        }
        enabled(self.connection().await?, scope).await
    }
}

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
