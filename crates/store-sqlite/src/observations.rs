use async_trait::async_trait;
use identity::{AccountId, FileId, Mode, SessionId, Timestamp};
use store::{ObservationKind, ObservationRecord, Observations, Scope, StoreError};

use crate::failure::failure;
use crate::table::{Table, changed_any, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("observations");

struct Row {
    file: String,
    kind: String,
    account: String,
    mode: String,
    session: String,
    created: i64,
    fingerprint: Vec<u8>,
    sealed: Vec<u8>,
}

impl Row {
    fn read(self) -> Result<ObservationRecord, StoreError> {
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

#[async_trait]
impl Observations for Unit {
    async fn keep_observation(&mut self, record: &ObservationRecord) -> Result<bool, StoreError> {
        let (file, kind) = (record.file.as_str(), record.kind.as_str());
        let (account, mode) = (record.scope.account.as_str(), record.scope.mode.as_str());
        let (session, fingerprint) = (record.session.as_str(), &record.fingerprint[..]);
        changed_any(
            sqlx::query!(
                "INSERT INTO observations (file, kind, account, mode, session, created, fingerprint,
                    sealed)
                SELECT id, ?1, account, mode, session, ?2, ?3, ?4 FROM files
                WHERE id = ?5 AND account = ?6 AND mode = ?7 AND session = ?8
                ON CONFLICT (file, kind) DO UPDATE SET created = excluded.created,
                    fingerprint = excluded.fingerprint, sealed = excluded.sealed",
                kind,
                record.created.0,
                fingerprint,
                record.sealed,
                file,
                account,
                mode,
                session
            )
            .execute(self.connection().await?)
            .await,
        )
    }

    async fn observations(
        &mut self,
        session: &SessionId,
        files: &[FileId],
    ) -> Result<Vec<ObservationRecord>, StoreError> {
        let (session, files) = (session.as_str(), to_json(&files)?);
        let rows = sqlx::query_as!(
            Row,
            "SELECT file, kind, account, mode, session, created, fingerprint, sealed
            FROM observations WHERE session = ? AND file IN (SELECT value FROM json_each(?))",
            session,
            files
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn forget_observations(&mut self, session: &SessionId) -> Result<u64, StoreError> {
        let session = session.as_str();
        let forgotten = sqlx::query!("DELETE FROM observations WHERE session = ?", session)
            .execute(self.connection().await?)
            .await
            .map_err(failure)?;
        Ok(forgotten.rows_affected())
    }
}
