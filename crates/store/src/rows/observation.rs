use identity::{AccountId, FileId, Mode, SessionId, Timestamp};

use super::Table;
use crate::{ObservationKind, ObservationRecord, Scope, StoreError};

pub const TABLE: Table = Table("observations");

pub struct Row {
    pub file: String,
    pub kind: String,
    pub account: String,
    pub mode: String,
    pub session: String,
    pub created: i64,
    pub fingerprint: Vec<u8>,
    pub sealed: Vec<u8>,
}

impl Row {
    pub fn of(record: &ObservationRecord) -> Self {
        Self {
            file: record.file.as_str().to_owned(),
            kind: record.kind.as_str().to_owned(),
            account: record.scope.account.as_str().to_owned(),
            mode: record.scope.mode.as_str().to_owned(),
            session: record.session.as_str().to_owned(),
            created: record.created.0,
            fingerprint: record.fingerprint.to_vec(),
            sealed: record.sealed.clone(),
        }
    }

    pub fn read(self) -> Result<ObservationRecord, StoreError> {
        Ok(ObservationRecord {
            file: FileId::from_stored(self.file),
            kind: TABLE.word("kind", &self.kind, ObservationKind::parse)?,
            scope: Scope {
                account: AccountId::from_stored(self.account),
                mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            },
            session: SessionId::from_stored(self.session),
            created: Timestamp(self.created),
            fingerprint: TABLE.hash("fingerprint", &self.fingerprint)?,
            sealed: self.sealed,
        })
    }
}

/// Observations, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_observations {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT file, kind, account, mode, session, created, fingerprint, sealed
            FROM observations WHERE " + $rest
            $(, $argument)*
        )
    };
}

/// Keeps an observation in place of one that was kept before, if its file is there and its session's;
/// `$lock` is what the database says to keep the file there meanwhile.
#[macro_export]
macro_rules! keep_observation {
    ($row:ident $(, $lock:literal)?) => {
        sqlx::query!(
            "INSERT INTO observations (file, kind, account, mode, session, created, fingerprint,
                sealed)
            SELECT id, CAST($1 AS text), account, mode, session, CAST($2 AS bigint), $3, $4
            FROM files WHERE id = $5 AND account = $6 AND mode = $7 AND session = $8 "
            $(+ $lock)? + "
            ON CONFLICT (file, kind) DO UPDATE SET created = excluded.created,
                fingerprint = excluded.fingerprint, sealed = excluded.sealed",
            $row.kind, $row.created, $row.fingerprint, $row.sealed, $row.file, $row.account,
            $row.mode, $row.session
        )
    };
}
