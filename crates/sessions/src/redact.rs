use identity::RequestOrigin;
use store::{JobPayload, UnitOfWork};

use crate::{Case, Result, Services};

impl Services {
    /// Begins redaction: the session's data key is destroyed in this very unit of work, so that
    /// nothing sealed under it can ever be opened again; a job then removes the blobs.
    pub async fn redact(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        origin: RequestOrigin,
    ) -> Result<()> {
        let now = self.now();
        let event = case.session.begin_redaction()?;
        case.key = None;
        case.personal = identity::SessionPersonal::default();
        unit.destroy_data_key(case.session.id.as_str()).await?;
        self.write(unit, case).await?;
        if let Some(event) = event {
            self.emit(unit, &case.session, event, origin).await?;
        }
        let job = JobPayload::Redact {
            session: case.session.id.clone(),
        };
        unit.enqueue(&job, now, now).await?;
        Ok(())
    }

    /// Ends redaction once the blobs are gone: snapshots in events lose the caller's metadata,
    /// file rows vanish, `redacted` is emitted.
    pub async fn finish_redaction(&self, unit: &mut dyn UnitOfWork, case: &mut Case) -> Result<()> {
        for record in unit.files_of_session(&case.session.id).await? {
            unit.delete_file(&record.file.id).await?;
        }
        let event = case.session.finish_redaction();
        for old in unit.events_of_session(&case.session.id).await? {
            let mut object = old.object;
            if let Some(object) = object.as_object_mut() {
                object.insert("metadata".to_owned(), serde_json::json!({}));
            }
            unit.replace_event_object(&old.id, &object).await?;
        }
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}
