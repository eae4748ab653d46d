use identity::{AccountId, ApiKey, ApiKeyId, KeyKind, Mode, Permission, Timestamp};
use sqlx::SqliteConnection;
use store::StoreError;

use crate::failure::failure;
use crate::table::Table;

pub(crate) const TABLE: Table = Table("api_keys");

pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) mode: String,
    pub(crate) kind: String,
    pub(crate) permissions: String,
    pub(crate) allowed_networks: String,
    pub(crate) hash: Vec<u8>,
    pub(crate) last_four: String,
    pub(crate) created: i64,
    pub(crate) revoked: Option<i64>,
    pub(crate) brought_along: Option<String>,
}

impl Row {
    pub(crate) fn read(self) -> Result<ApiKey, StoreError> {
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

macro_rules! select_api_keys {
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
pub(crate) use select_api_keys as select;

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
