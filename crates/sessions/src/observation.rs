//! What was seen in a session's pictures, kept from the look at them until the verdict, so that nobody has to
//! look again. It holds more of a face than reports do, so nothing of it outlives what it is kept for.

use identity::{FileId, SessionId, Status};
use store::{ObservationKind, ObservationRecord, Scope, UnitOfWork};
use vault::DataKey;
use zeroize::Zeroizing;

use crate::{OpenedSession, Result, Services};

/// Something that was seen in a file.
pub struct NewObservation {
    /// The file that it was seen in.
    pub file: FileId,
    /// What was looked for.
    pub kind: ObservationKind,
    /// By what it was seen; see [`ObservationRecord::fingerprint`]. It has no part of the picture's own
    /// digest, which would tell whoever has the picture whose session had it.
    pub fingerprint: [u8; 32],
    /// What was seen, as JSON; sealed.
    pub content: Zeroizing<Vec<u8>>,
}

/// Seals what is seen in the pictures of one session, and opens it again.
#[derive(Clone)]
pub struct ObservationKey {
    scope: Scope,
    session: SessionId,
    key: DataKey,
}

/// What is kept of a file.
#[derive(Clone)]
pub struct KeptObservation {
    record: ObservationRecord,
    key: DataKey,
}

fn context(kind: ObservationKind, file: &FileId) -> String {
    format!("observation/{}/{file}", kind.as_str())
}

impl OpenedSession {
    /// What seals and opens observations of the session's pictures.
    pub fn observation_key(&self) -> Result<ObservationKey> {
        Ok(ObservationKey {
            scope: self.scope(),
            session: self.session.id.clone(),
            key: self.key()?.clone(),
        })
    }
}

impl KeptObservation {
    /// The file that it was seen in.
    pub fn file(&self) -> &FileId {
        &self.record.file
    }

    /// Whether this is what was looked for, and was seen by the same means.
    pub fn is(&self, kind: ObservationKind, fingerprint: &[u8; 32]) -> bool {
        self.record.kind == kind && self.record.fingerprint == *fingerprint
    }

    /// Opens it; an error where it was sealed for another file, kind or session.
    pub fn open(&self) -> Result<Zeroizing<Vec<u8>>> {
        let context = context(self.record.kind, &self.record.file);
        Ok(self.key.open(&context, &self.record.sealed)?)
    }
}

impl Services {
    /// What is kept of these files of a session, in any order.
    pub async fn kept_observations(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        files: &[FileId],
    ) -> Result<Vec<KeptObservation>> {
        let key = opened.key()?;
        let found = unit.observations(&opened.session.id, files).await?;
        let kept = found.into_iter().map(|record| KeptObservation {
            record,
            key: key.clone(),
        });
        Ok(kept.collect())
    }

    /// Keeps what was seen, in a unit of work of its own; nothing where the session has come to an end
    /// meanwhile, or the file was deleted.
    pub async fn keep_observations(
        &self,
        of: &ObservationKey,
        observations: Vec<NewObservation>,
    ) -> Result<()> {
        let now = self.now();
        let records: Vec<_> = observations
            .into_iter()
            .map(|new| ObservationRecord {
                sealed: of.key.seal(&context(new.kind, &new.file), &new.content),
                file: new.file,
                kind: new.kind,
                scope: of.scope.clone(),
                session: of.session.clone(),
                created: now,
                fingerprint: new.fingerprint,
            })
            .collect();
        let mut unit = self.store.begin().await?;
        let found = unit.session(&of.scope, &of.session).await?;
        let wanted = found.is_some_and(|record| {
            record.session.is_open() || record.session.status == Status::Processing
        });
        if !wanted || unit.data_key(of.session.as_str()).await?.is_none() {
            return Ok(());
        }
        for record in &records {
            unit.keep_observation(record).await?;
        }
        Ok(unit.save().await?)
    }

    /// There is a verdict, or there will be none: what was seen is in the report, or of no use.
    pub(crate) async fn forget_observations(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
    ) -> Result<()> {
        unit.forget_observations(&opened.session.id).await?;
        Ok(())
    }
}
