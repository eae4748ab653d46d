use async_trait::async_trait;
use identity::Timestamp;
use store::{Leases, StoreError};

use crate::table::changed_any;
use crate::unit::Unit;

#[async_trait]
impl Leases for Unit {
    async fn hold_lease(
        &mut self,
        name: &str,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<bool, StoreError> {
        changed_any(
            sqlx::query!(
                "INSERT INTO leases (name, owner, until) VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET owner = $2, until = $3
                WHERE leases.owner = $2 OR leases.until <= $4",
                name,
                owner,
                until.0,
                now.0
            )
            .execute(self.connection().await?)
            .await,
        )
    }
}
