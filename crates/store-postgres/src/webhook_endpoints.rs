use async_trait::async_trait;
use identity::{EndpointHealth, WebhookEndpointId};
use serde_json::Value;
use store::rows::webhook_endpoint::{self, TABLE};
use store::{
    EndpointRecord, Listing, Page, Scope, StoreError, WebhookEndpoints, insert_endpoint,
    select_endpoints, update_endpoint,
};

use crate::failure::failure;
use crate::table::{changed, changed_any, inserted};
use crate::unit::Unit;

type Row = webhook_endpoint::Row<Value>;

#[async_trait]
impl WebhookEndpoints for Unit {
    async fn insert_endpoint(&mut self, record: &EndpointRecord) -> Result<(), StoreError> {
        let endpoint = &record.endpoint;
        self.lock_lists(&endpoint.account, endpoint.mode).await?;
        let row = &Row::of(record)?;
        inserted(
            TABLE,
            insert_endpoint!(row, " ON CONFLICT DO NOTHING")
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
            select_endpoints,
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
        let row = &Row::of(record)?;
        changed(
            TABLE,
            update_endpoint!(row).execute(self.connection()).await,
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
                select_endpoints!(
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
        let rows = select_endpoints!(
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
