use async_trait::async_trait;
use identity::{Account, AccountId, Timestamp};
use store::{Accounts, StoreError};

use crate::failure::failure;
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("accounts");

struct Row {
    id: String,
    created: i64,
    name: String,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        Self {
            id: AccountId::from_stored(row.id),
            created: Timestamp(row.created),
            name: row.name,
        }
    }
}

#[async_trait]
impl Accounts for Unit {
    async fn insert_account(&mut self, account: &Account) -> Result<(), StoreError> {
        let id = account.id.as_str();
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO accounts (id, created, name) VALUES (?, ?, ?)",
                id,
                account.created.0,
                account.name
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn account(&mut self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let id = id.as_str();
        let row = sqlx::query_as!(
            Row,
            "SELECT id, created, name FROM accounts WHERE id = ?",
            id
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(row.map(Account::from))
    }

    async fn accounts(&mut self) -> Result<Vec<Account>, StoreError> {
        let rows = sqlx::query_as!(
            Row,
            "SELECT id, created, name FROM accounts ORDER BY position"
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(rows.into_iter().map(Account::from).collect())
    }
}
