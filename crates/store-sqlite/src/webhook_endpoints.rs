use async_trait::async_trait;
use identity::{EndpointHealth, WebhookEndpointId};
use store::rows::webhook_endpoint::TABLE;
use store::{
    EndpointRecord, Listing, Page, Scope, StoreError, WebhookEndpoints, insert_endpoint,
    select_endpoints, update_endpoint,
};

use crate::failure::failure;
use crate::rows::webhook_endpoint::{Row, enabled};
use crate::table::{changed, changed_any, inserted};
use crate::unit::Unit;

#[async_trait]
impl WebhookEndpoints for Unit {
    async fn insert_endpoint(&mut self, record: &EndpointRecord) -> Result<(), StoreError> {
        let row = &Row::of(record)?;
        inserted(
            TABLE,
            insert_endpoint!(row)
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
        let row = select_endpoints!("id = $1 AND account = $2 AND mode = $3", id, account, mode)
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
                "UPDATE webhook_endpoints SET failures = $1, failing_since = $2, held_until = $3
                WHERE id = $4",
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
        let row = &Row::of(record)?;
        changed(
            TABLE,
            update_endpoint!(row)
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
                "DELETE FROM webhook_endpoints WHERE id = $1 AND account = $2 AND mode = $3",
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
                select_endpoints!(
                    "account = $1 AND mode = $2 AND position > $3 AND position < $4"
                    " ORDER BY position " $order " LIMIT $5",
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
