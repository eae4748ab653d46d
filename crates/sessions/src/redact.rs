use identity::{RequestOrigin, Timestamp};
use serde_json::Value;
use store::{Erased, JobPayload, UnitOfWork};
use vault::DataKey;

use crate::{Error, OpenedSession, Result, Services};

impl Services {
    /// Begins redaction. In this very unit of work the session's data key is destroyed, so that
    /// nothing sealed under it can be opened again in the live system, and reports, events and
    /// kept answers lose what they held. A job removes the pictures, waits until no backup can be
    /// read any more, and ends it.
    pub async fn redact(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        origin: RequestOrigin,
    ) -> Result<()> {
        let now = self.now();
        let event = opened.session.begin_redaction()?;
        let key = opened.key.take();
        opened.personal = identity::SessionPersonal::default();
        opened.session.metadata.clear();
        unit.destroy_data_key(opened.session.id.as_str()).await?;
        self.forget_observations(unit, opened).await?;
        self.write(unit, opened).await?;
        let mut erased = Erased {
            requested: Some(now),
            ..Erased::default()
        };
        erased.events = self.empty_events(unit, opened).await?;
        erased.answers = self.empty_answers(unit, opened, key.as_ref()).await?;
        erased.reports = unit
            .empty_reports(&opened.scope(), &opened.session.id)
            .await?;
        if let Some(event) = event {
            self.emit(unit, &opened.session, event, origin).await?;
        }
        let job = JobPayload::Redact {
            session: opened.session.id.clone(),
            erased,
        };
        unit.enqueue(&job, now, now).await?;
        Ok(())
    }

    /// Snapshots in events lose what the caller wrote on the session.
    async fn empty_events(&self, unit: &mut dyn UnitOfWork, opened: &OpenedSession) -> Result<u64> {
        let events = unit.events_of_session(&opened.session.id).await?;
        for old in &events {
            let mut object = old.object.clone();
            if let Some(object) = object.as_object_mut() {
                object.insert("metadata".to_owned(), serde_json::json!({}));
            }
            unit.replace_event_object(&old.id, &object).await?;
        }
        Ok(events.len() as u64)
    }

    /// Who repeats an answered request gets the session as it is left, with the members that were
    /// asked for and nothing in them.
    async fn empty_answers(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        session_key: Option<&DataKey>,
    ) -> Result<u64> {
        let answers = unit
            .idempotent_answers_of_session(&opened.session.id)
            .await?;
        let Some(session_key) = session_key.filter(|_| !answers.is_empty()) else {
            return Ok(0);
        };
        let left = self.render(unit, opened, &identity::Expand::none()).await?;
        for (scope, key, answer) in &answers {
            let context = crate::answer_context(scope, key);
            let unreadable = |_| Error::Unreadable("answer");
            let body = session_key.open(&context, &answer.sealed_body)?;
            let body: serde_json::Map<String, Value> =
                serde_json::from_slice(&body).map_err(unreadable)?;
            let mut emptied = left.clone();
            if let Some(members) = emptied.as_object_mut() {
                for (name, _) in body {
                    members.entry(name).or_insert(Value::Null);
                }
            }
            let emptied = serde_json::to_vec(&emptied).map_err(unreadable)?;
            let sealed = self.vault.own_key().seal(&context, &emptied);
            unit.replace_idempotent_answer(scope, key, &sealed).await?;
        }
        Ok(answers.len() as u64)
    }

    /// Forgets the files of a session whose blobs are gone; returns how many.
    pub async fn forget_files(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
    ) -> Result<u64> {
        let files = unit.files_of_session(&opened.session.id).await?;
        for record in &files {
            unit.delete_file(&record.file.id).await?;
        }
        Ok(files.len() as u64)
    }

    /// Ends redaction once nothing is left: the receipt is written and `redacted` is emitted.
    pub async fn finish_redaction(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        requested: Timestamp,
        erased: &Erased,
    ) -> Result<()> {
        let event = opened.session.finish_redaction();
        self.write(unit, opened).await?;
        let receipt = self.receipt(&opened.session, requested, erased)?;
        unit.insert_erasure_receipt(&receipt).await?;
        self.emit(unit, &opened.session, event, RequestOrigin::default())
            .await?;
        Ok(())
    }
}
