use async_trait::async_trait;
use identity::{AccountId, ApiKey, ApiKeyId, KeyKind, Mode, Permission, Timestamp};
use sqlx::SqliteConnection;
use store::{ApiKeys, StoreError};

use crate::failure::failure;
use crate::table::{Table, changed_any, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("api_keys");

struct Row {
    id: String,
    account: String,
    mode: String,
    kind: String,
    permissions: String,
    allowed_networks: String,
    hash: Vec<u8>,
    last_four: String,
    created: i64,
    revoked: Option<i64>,
    brought_along: Option<String>,
}

impl Row {
    fn read(self) -> Result<ApiKey, StoreError> {
        let brought_along = self.brought_along.as_deref();
        let brought_along = brought_along
            .map(|text| TABLE.word("brought_along", text, Permission::parse))
            .transpose()?;
        Ok(ApiKey {
            id: ApiKeyId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            kind: TABLE.word("kind", &self.kind, KeyKind::parse)?,
            permissions: TABLE.json("permissions", &self.permissions)?,
            brought_along,
            allowed_networks: TABLE.json("allowed_networks", &self.allowed_networks)?,
            hash: TABLE.hash("hash", &self.hash)?,
            last_four: self.last_four,
            created: Timestamp(self.created),
            revoked: self.revoked.map(Timestamp),
        })
    }
}

macro_rules! select {
    ($rest:tt $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, kind, permissions, allowed_networks, hash, last_four,
                created, revoked, brought_along
            FROM api_keys " + $rest
            $(, $argument)*
        )
    };
}

#[async_trait]
impl ApiKeys for Unit {
    async fn insert_api_key(&mut self, key: &ApiKey) -> Result<(), StoreError> {
        let (id, account) = (key.id.as_str(), key.account.as_str());
        let (mode, kind) = (key.mode.as_str(), key.kind.as_str());
        let permissions = to_json(&key.permissions)?;
        let allowed_networks = to_json(&key.allowed_networks)?;
        let hash = key.hash.as_slice();
        let revoked = key.revoked.map(|time| time.0);
        let brought_along = key.brought_along.map(Permission::as_str);
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO api_keys (id, account, mode, kind, permissions, allowed_networks,
                    hash, last_four, created, revoked, brought_along)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                mode,
                kind,
                permissions,
                allowed_networks,
                hash,
                key.last_four,
                key.created.0,
                revoked,
                brought_along
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn api_key_by_hash(&mut self, hash: &[u8; 32]) -> Result<Option<ApiKey>, StoreError> {
        if let Some(aside) = self.aside()
            && let Some(found) = aside.key(hash).await
        {
            return Ok(found);
        }
        of_hash(self.connection().await?, hash).await
    }

    async fn api_keys(&mut self) -> Result<Vec<ApiKey>, StoreError> {
        let rows = select!("ORDER BY position")
            .fetch_all(self.connection().await?)
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn revoke_api_key(&mut self, id: &ApiKeyId, now: Timestamp) -> Result<bool, StoreError> {
        let id = id.as_str();
        changed_any(
            sqlx::query!(
                "UPDATE api_keys SET revoked = ? WHERE id = ? AND revoked IS NULL",
                now.0,
                id
            )
            .execute(self.connection().await?)
            .await,
        )
    }
}

/// The key whose text hashes to this.
pub(crate) async fn of_hash(
    connection: &mut SqliteConnection,
    hash: &[u8; 32],
) -> Result<Option<ApiKey>, StoreError> {
    let hash = hash.as_slice();
    let row = select!("WHERE hash = ?", hash)
        .fetch_optional(connection)
        .await
        .map_err(failure)?;
    row.map(Row::read).transpose()
}
