use identity::{AccountId, ApiKey, ApiKeyId, KeyKind, Mode, Permission, Timestamp};

use super::{StoredJson, Table};
use crate::StoreError;

pub const TABLE: Table = Table("api_keys");

pub struct Row<J> {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub kind: String,
    pub permissions: J,
    pub allowed_networks: J,
    pub hash: Vec<u8>,
    pub last_four: String,
    pub created: i64,
    pub revoked: Option<i64>,
    pub brought_along: Option<String>,
}

impl<J: StoredJson> Row<J> {
    pub fn of(key: &ApiKey) -> Result<Self, StoreError> {
        let brought_along = key.brought_along.map(Permission::as_str);
        Ok(Self {
            id: key.id.as_str().to_owned(),
            account: key.account.as_str().to_owned(),
            mode: key.mode.as_str().to_owned(),
            kind: key.kind.as_str().to_owned(),
            permissions: J::of(&key.permissions)?,
            allowed_networks: J::of(&key.allowed_networks)?,
            hash: key.hash.to_vec(),
            last_four: key.last_four.clone(),
            created: key.created.0,
            revoked: key.revoked.map(|time| time.0),
            brought_along: brought_along.map(ToOwned::to_owned),
        })
    }

    pub fn read(self) -> Result<ApiKey, StoreError> {
        let brought_along = self.brought_along.as_deref();
        Ok(ApiKey {
            id: ApiKeyId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            kind: TABLE.word("kind", &self.kind, KeyKind::parse)?,
            permissions: TABLE.json("permissions", self.permissions)?,
            brought_along: TABLE.optional_word(
                "brought_along",
                brought_along,
                Permission::parse,
            )?,
            allowed_networks: TABLE.json("allowed_networks", self.allowed_networks)?,
            hash: TABLE.hash("hash", &self.hash)?,
            last_four: self.last_four,
            created: Timestamp(self.created),
            revoked: self.revoked.map(Timestamp),
        })
    }
}

/// API keys, with what stands behind the table's name.
#[macro_export]
macro_rules! select_api_keys {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, kind, permissions, allowed_networks, hash, last_four,
                created, revoked, brought_along
            FROM api_keys " + $rest
            $(, $argument)*
        )
    };
}

/// Adds an API key, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_api_key {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO api_keys (id, account, mode, kind, permissions, allowed_networks, hash,
                last_four, created, revoked, brought_along)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)" $(+ $rest)?,
            $row.id, $row.account, $row.mode, $row.kind, $row.permissions, $row.allowed_networks,
            $row.hash, $row.last_four, $row.created, $row.revoked, $row.brought_along
        )
    };
}
