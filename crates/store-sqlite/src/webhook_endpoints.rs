use async_trait::async_trait;
use identity::{EndpointHealth, WebhookEndpointId};
use store::{EndpointRecord, Listing, Page, Scope, StoreError, WebhookEndpoints};

use crate::failure::failure;
use crate::rows::webhook_endpoint::{Row, TABLE, enabled, select};
use crate::table::{changed_any, to_json};
use crate::unit::Unit;

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
        if let Some(shared_reads) = self.shared_reads()
            && let Some(found) = shared_reads.endpoints(scope).await
        {
            return Ok(found);
        }
        enabled(self.connection().await?, scope).await
    }
}
