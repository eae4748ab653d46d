use async_trait::async_trait;
use identity::{AccountId, EphemeralKey, EphemeralKeyId, Mode, SessionId, Timestamp};
use store::{EphemeralKeys, Scope, StoreError};

use crate::failure::failure;
use crate::table::Table;
use crate::unit::Unit;

const TABLE: Table = Table("ephemeral_keys");

struct Row {
    id: String,
    account: String,
    mode: String,
    session: String,
    created: i64,
    expires: i64,
    hash: Vec<u8>,
}

impl Row {
    fn read(self) -> Result<EphemeralKey, StoreError> {
        Ok(EphemeralKey {
            id: EphemeralKeyId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            session: SessionId::from_stored(self.session),
            created: Timestamp(self.created),
            expires: Timestamp(self.expires),
            hash: TABLE.hash("hash", &self.hash)?,
        })
    }
}

#[async_trait]
impl EphemeralKeys for Unit {
    async fn insert_ephemeral_key(&mut self, key: &EphemeralKey) -> Result<(), StoreError> {
        let (id, account) = (key.id.as_str(), key.account.as_str());
        let (mode, session) = (key.mode.as_str(), key.session.as_str());
        let hash = key.hash.as_slice();
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO ephemeral_keys (id, account, mode, session, created, expires, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                mode,
                session,
                key.created.0,
                key.expires.0,
                hash
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn ephemeral_key_by_hash(
        &mut self,
        hash: &[u8; 32],
    ) -> Result<Option<EphemeralKey>, StoreError> {
        let hash = hash.as_slice();
        let row = sqlx::query_as!(
            Row,
            "SELECT id, account, mode, session, created, expires, hash
            FROM ephemeral_keys WHERE hash = ?",
            hash
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn delete_ephemeral_key(
        &mut self,
        scope: &Scope,
        id: &EphemeralKeyId,
    ) -> Result<Option<EphemeralKey>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = sqlx::query_as!(
            Row,
            "DELETE FROM ephemeral_keys WHERE id = ? AND account = ? AND mode = ?
            RETURNING id, account, mode, session, created, expires, hash",
            id,
            account,
            mode
        )
        .fetch_optional(self.connection().await?)
        .await
        .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn age_ephemeral_keys(
        &mut self,
        session: &SessionId,
        seconds: i64,
    ) -> Result<(), StoreError> {
        let session = session.as_str();
        sqlx::query!(
            "UPDATE ephemeral_keys SET expires = expires - ? WHERE session = ?",
            seconds,
            session
        )
        .execute(self.connection().await?)
        .await
        .map_err(failure)?;
        Ok(())
    }
}
