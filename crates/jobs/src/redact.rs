use identity::{Redaction, SessionId};
use store::{Erased, Job, JobPayload};

use crate::{Error, Worker};

impl Worker {
    /// Removes a redacted session's blobs, whose key is gone already; waits until no backup that
    /// may still hold the key can be read; completes redaction.
    pub(crate) async fn redact(
        &self,
        job: &Job,
        session: &SessionId,
        erased: Erased,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut read = services.store.read().await?;
        let files = read.files_of_session(session).await?;
        drop(read);
        let mut erased = erased;
        if !files.is_empty() {
            for record in &files {
                services.blobs.delete(&record.file.blob).await?;
            }
            fault::point("redact.blobs_deleted");
            erased.files += self.forget_files(job, session, erased).await?;
        }
        let requested = erased.requested.unwrap_or(job.created);
        if let Some(moment) = services.unreadable_in_backups_from(requested).await? {
            let mut unit = services.store.begin().await?;
            if !unit.retry(job.id, &self.name, moment).await? {
                return Err(Error::LeaseLost);
            }
            return Ok(unit.save().await?);
        }
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        let mut opened = services
            .find_anywhere(unit.as_mut(), session)
            .await?
            .ok_or(Error::Missing)?;
        if opened.session.redaction == Some(Redaction::Processing) {
            services
                .finish_redaction(unit.as_mut(), &mut opened, requested, &erased)
                .await?;
        }
        unit.save().await?;
        Ok(())
    }

    /// The rows follow the blobs; the job remembers how many they were.
    async fn forget_files(
        &self,
        job: &Job,
        session: &SessionId,
        mut erased: Erased,
    ) -> Result<u64, Error> {
        let services = &self.services;
        let mut unit = services.store.begin().await?;
        let opened = services
            .find_anywhere(unit.as_mut(), session)
            .await?
            .ok_or(Error::Missing)?;
        let forgotten = services.forget_files(unit.as_mut(), &opened).await?;
        erased.files += forgotten;
        let payload = JobPayload::Redact {
            session: session.clone(),
            erased,
        };
        if !unit.rewrite(job.id, &self.name, &payload).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(forgotten)
    }
}
