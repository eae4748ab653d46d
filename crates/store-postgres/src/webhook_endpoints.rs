use async_trait::async_trait;
use identity::{
    AccountId, EndpointHealth, Mode, Timestamp, WebhookEndpoint, WebhookEndpointId, WebhookStatus,
};
use serde_json::Value;
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
    enabled_events: Value,
    metadata: Value,
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
        self.lock_lists(&endpoint.account, endpoint.mode).await?;
        let (id, account) = (endpoint.id.as_str(), endpoint.account.as_str());
        let (mode, status) = (endpoint.mode.as_str(), endpoint.status.as_str());
        let enabled_events = to_json(&endpoint.enabled_events)?;
        let metadata = to_json(&endpoint.metadata)?;
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO webhook_endpoints (id, account, mode, created, url, description,
                    enabled_events, metadata, status, api_version, sealed_secret)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT DO NOTHING",
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
            .execute(self.connection())
            .await,
        )
    }

    async fn endpoint(
        &mut self,
        scope: &Scope,
        id: &WebhookEndpointId,
    ) -> Result<Option<EndpointRecord>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = find!(
            self,
            select,
            "id = $1 AND account = $2 AND mode = $3",
            id,
            account,
            mode
        )?;
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
                "UPDATE webhook_endpoints SET failures = $1, failing_since = $2, held_until = $3
                WHERE id = $4",
                failures,
                failing_since,
                held_until,
                id
            )
            .execute(self.connection())
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
                "UPDATE webhook_endpoints SET created = $1, url = $2, description = $3,
                    enabled_events = $4, metadata = $5, status = $6, api_version = $7,
                    sealed_secret = $8
                WHERE id = $9 AND account = $10 AND mode = $11",
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
            .execute(self.connection())
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
                "DELETE FROM webhook_endpoints WHERE id = $1 AND account = $2 AND mode = $3",
                id,
                account,
                mode
            )
            .execute(self.connection())
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
                    "account = $1 AND mode = $2 AND position > $3 AND position < $4"
                    " ORDER BY position " $order " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows,
                )
                .fetch_all(self.connection())
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
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let rows = select!(
            "account = $1 AND mode = $2 AND status = 'enabled' ORDER BY position",
            account,
            mode
        )
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }
}
