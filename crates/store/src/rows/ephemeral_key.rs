use identity::{AccountId, EphemeralKey, EphemeralKeyId, Mode, SessionId, Timestamp};

use super::Table;
use crate::StoreError;

pub const TABLE: Table = Table("ephemeral_keys");

pub struct Row {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub session: String,
    pub created: i64,
    pub expires: i64,
    pub hash: Vec<u8>,
}

impl Row {
    pub fn of(key: &EphemeralKey) -> Self {
        Self {
            id: key.id.as_str().to_owned(),
            account: key.account.as_str().to_owned(),
            mode: key.mode.as_str().to_owned(),
            session: key.session.as_str().to_owned(),
            created: key.created.0,
            expires: key.expires.0,
            hash: key.hash.to_vec(),
        }
    }

    pub fn read(self) -> Result<EphemeralKey, StoreError> {
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

/// Ephemeral keys, between what begins the statement and what ends it: they are read when they go, too.
#[macro_export]
macro_rules! ephemeral_keys {
    ($before:literal, $after:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            $before + " id, account, mode, session, created, expires, hash " + $after
            $(, $argument)*
        )
    };
}

/// Adds an ephemeral key, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_ephemeral_key {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO ephemeral_keys (id, account, mode, session, created, expires, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7)" $(+ $rest)?,
            $row.id, $row.account, $row.mode, $row.session, $row.created, $row.expires, $row.hash
        )
    };
}
