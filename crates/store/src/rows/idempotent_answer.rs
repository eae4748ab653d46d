use identity::{AccountId, Mode, SessionId, Timestamp};

use super::Table;
use crate::{IdempotentAnswer, Scope, StoreError};

pub const TABLE: Table = Table("idempotent_answers");

pub struct Row {
    pub account: String,
    pub mode: String,
    pub key: String,
    pub fingerprint: Vec<u8>,
    pub status: i64,
    pub session: Option<String>,
    pub sealed_body: Vec<u8>,
    pub created: i64,
}

impl Row {
    pub fn of(scope: &Scope, key: &str, answer: &IdempotentAnswer) -> Self {
        let session = answer.session.as_ref();
        Self {
            account: scope.account.as_str().to_owned(),
            mode: scope.mode.as_str().to_owned(),
            key: key.to_owned(),
            fingerprint: answer.fingerprint.to_vec(),
            status: answer.status.into(),
            session: session.map(|id| id.as_str().to_owned()),
            sealed_body: answer.sealed_body.clone(),
            created: answer.created.0,
        }
    }

    /// The answer to a key of a scope.
    pub fn read(self) -> Result<(Scope, String, IdempotentAnswer), StoreError> {
        let scope = Scope {
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
        };
        let answer = IdempotentAnswer {
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            status: TABLE.number("status", self.status)?,
            session: self.session.map(SessionId::from_stored),
            sealed_body: self.sealed_body,
            created: Timestamp(self.created),
        };
        Ok((scope, self.key, answer))
    }
}

/// Answers, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_idempotent_answers {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT account, mode, key, fingerprint, status, session, sealed_body, created
            FROM idempotent_answers WHERE " + $rest
            $(, $argument)*
        )
    };
}

/// Adds an answer, with what the database says behind an insertion. Some databases keep the status in
/// fewer bits than a row has.
#[macro_export]
macro_rules! insert_idempotent_answer {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO idempotent_answers (account, mode, key, fingerprint, status, session,
                sealed_body, created)
            VALUES ($1, $2, $3, $4, CAST($5 AS bigint), $6, $7, $8)" $(+ $rest)?,
            $row.account, $row.mode, $row.key, $row.fingerprint, $row.status, $row.session,
            $row.sealed_body, $row.created
        )
    };
}
