use identity::{Redaction, SessionId};
use store::Job;

use crate::{Error, Worker};

impl Worker {
    /// Removes a redacted session's blobs, whose key is gone already, and completes redaction.
    pub(crate) async fn redact(&self, job: &Job, session: &SessionId) -> Result<(), Error> {
        let services = &self.services;
        let mut read = services.store.read().await?;
        let files = read.files_of_session(session).await?;
        drop(read);
        for record in files {
            services.blobs.delete(&record.file.blob).await?;
        }
        fault::point("redact.blobs_deleted");
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        let mut case = services
            .find_anywhere(unit.as_mut(), session)
            .await?
            .ok_or(Error::Missing)?;
        if case.session.redaction == Some(Redaction::Processing) {
            services.finish_redaction(unit.as_mut(), &mut case).await?;
        }
        unit.save().await?;
        Ok(())
    }
}
