use async_trait::async_trait;
use identity::{Account, AccountId};
use store::rows::account::{Row, TABLE};
use store::{Accounts, StoreError, insert_account, select_accounts};

use crate::failure::failure;
use crate::table::inserted;
use crate::unit::Unit;

#[async_trait]
impl Accounts for Unit {
    async fn insert_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let row = &Row::of(account);
        inserted(
            TABLE,
            insert_account!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn account(&mut self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let id = id.as_str();
        let row = select_accounts!("WHERE id = $1", id)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        Ok(row.map(Row::read))
    }

    async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        // Who adds the first account when there is none must be alone with that thought.
        if self.writes() {
            sqlx::query!("LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE")
                .execute(self.connection())
                .await
                .map_err(failure)?;
        }
        let rows = select_accounts!("ORDER BY position")
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        Ok(rows.into_iter().map(Row::read).collect())
    }
}
