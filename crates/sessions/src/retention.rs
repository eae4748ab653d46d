//! How long what is known of people is kept, and the end of it.

use identity::{
    File, FilePurpose, Mode, RequestOrigin, SessionId, Status, Timestamp, VerificationReport,
};
use serde_json::Value;
use store::{ReportRecord, RetentionKind, Scope, UnitOfWork};

use crate::{Error, OpenedSession, Result, Services};

/// Objects looked at in one go.
const BATCH: u32 = 100;

/// What a rule has made, or would make, of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expired {
    /// The account and mode that the rule is for.
    pub scope: Scope,
    /// What the rule erases.
    pub kind: RetentionKind,
    /// Files, reports or sessions.
    pub count: u64,
}

impl Services {
    /// What the rules would erase now.
    pub async fn retention_due(&self) -> Result<Vec<Expired>> {
        let mut due = Vec::new();
        for (scope, kind, before) in self.retention_limits().await? {
            let mut unit = self.store.read().await?;
            let count = unit.count_expired(&scope, kind, before).await?;
            due.push(Expired { scope, kind, count });
        }
        Ok(due)
    }

    /// Erases what the rules say is old enough. Safe to be done by several processes at once, and
    /// to be cut off at any moment.
    pub async fn apply_retention(&self) -> Result<Vec<Expired>> {
        let mut expired = Vec::new();
        for (scope, kind, before) in self.retention_limits().await? {
            // Digests of frames stay as long as the shortest rule lets anything stay.
            self.forget_frames(Some(&scope), before).await?;
            let count = match kind {
                RetentionKind::Pictures => self.erase_pictures(&scope, before).await?,
                RetentionKind::Biometrics => self.erase_biometrics(&scope, before).await?,
                RetentionKind::Fields => self.erase_fields(&scope, before).await?,
            };
            expired.push(Expired { scope, kind, count });
        }
        Ok(expired)
    }

    /// Which rule says what of whom: the first that fits a scope is its rule.
    async fn retention_limits(&self) -> Result<Vec<(Scope, RetentionKind, Timestamp)>> {
        let rules = &self.settings.retention;
        if rules.is_empty() {
            return Ok(Vec::new());
        }
        let accounts = self.store.read().await?.accounts().await?;
        let now = self.now();
        let mut limits = Vec::new();
        for account in accounts {
            for mode in [Mode::Test, Mode::Live] {
                let scope = Scope {
                    account: account.id.clone(),
                    mode,
                };
                let Some(rule) = rules.iter().find(|rule| rule.fits(&scope)) else {
                    continue;
                };
                for kind in RetentionKind::ALL {
                    if let Some(seconds) = rule.of(kind) {
                        limits.push((scope.clone(), kind, now.plus(-seconds)));
                    }
                }
            }
        }
        Ok(limits)
    }

    async fn erase_pictures(&self, scope: &Scope, before: Timestamp) -> Result<u64> {
        let mut erased = 0;
        loop {
            let mut read = self.store.read().await?;
            let page = read.files_created_before(scope, before, BATCH).await?;
            drop(read);
            let mut progress = 0;
            for files in page.chunk_by(|one, other| one.file.session == other.file.session) {
                let Some(session) = &files[0].file.session else {
                    continue;
                };
                let files: Vec<_> = files.iter().map(|record| record.file.clone()).collect();
                progress += self.erase_files(session, &files).await?;
            }
            erased += progress;
            if progress == 0 {
                return Ok(erased);
            }
        }
    }

    /// Blobs first: a row without its blob is found again, a blob without its row is not.
    async fn erase_files(&self, session: &SessionId, files: &[File]) -> Result<u64> {
        let mut unit = self.store.begin().await?;
        let found = self.find_anywhere(unit.as_mut(), session).await?;
        let Some(mut opened) = found else {
            return Ok(0);
        };
        match opened.session.status {
            // The worker needs them for some minutes more.
            Status::Processing => return Ok(0),
            // Who comes back takes new ones.
            Status::RequiresInput if opened.key.is_some() => {
                crate::conclude::prepare_next_attempt(&mut opened);
                self.write(unit.as_mut(), &opened).await?;
                unit.save().await?;
                unit = self.store.begin().await?;
            }
            _ => {}
        }
        drop(unit);
        for file in files {
            self.blobs.delete(&file.blob).await?;
        }
        fault::point("retention.blobs_deleted");
        let mut unit = self.store.begin().await?;
        let mut erased = 0;
        for file in files {
            erased += u64::from(unit.delete_file(&file.id).await?);
        }
        unit.save().await?;
        Ok(erased)
    }

    async fn erase_biometrics(&self, scope: &Scope, before: Timestamp) -> Result<u64> {
        let mut erased = 0;
        loop {
            let mut read = self.store.read().await?;
            let page = read.reports_with_biometrics_before(scope, before, BATCH);
            let page = page.await?;
            drop(read);
            if page.is_empty() {
                return Ok(erased);
            }
            for record in page {
                self.erase_biometrics_of(record).await?;
                erased += 1;
            }
        }
    }

    async fn erase_biometrics_of(&self, record: ReportRecord) -> Result<()> {
        let mut read = self.store.read().await?;
        let files = read.files_of_session(&record.session).await?;
        drop(read);
        let of_document: Vec<_> = files
            .iter()
            .filter(|found| found.file.purpose == FilePurpose::IdentityDocumentDownloadable)
            .map(|found| found.file.blob.as_str())
            .collect();
        let of_face = files
            .iter()
            .filter(|found| !of_document.contains(&found.file.blob.as_str()))
            .map(|found| found.file.clone());
        let of_face: Vec<_> = of_face.collect();
        if !of_face.is_empty() {
            self.erase_files(&record.session, &of_face).await?;
        }
        let mut unit = self.store.begin().await?;
        // Of an attempt after the report: whoever goes on with it is looked at again.
        unit.forget_observations(&record.session).await?;
        let key = self.session_key(unit.as_mut(), &record.session).await?;
        let sealed = match key {
            Some(key) => {
                let mut report = Self::unseal_report(&key, &record)?;
                remove_templates(&mut report.observations);
                Self::seal_report(&key, &report)?
            }
            // Redacted: there is nothing left to take anything out of.
            None => Vec::new(),
        };
        unit.erase_biometrics(&record.id, &sealed, self.now())
            .await?;
        Ok(unit.save().await?)
    }

    async fn erase_fields(&self, scope: &Scope, before: Timestamp) -> Result<u64> {
        let mut erased = 0;
        loop {
            let mut read = self.store.read().await?;
            let page = read.sessions_created_before(scope, before, BATCH).await?;
            drop(read);
            let mut progress = 0;
            for record in page {
                let mut unit = self.store.begin().await?;
                let found = self.find(unit.as_mut(), scope, &record.session.id).await?;
                let Some(mut opened) = found else { continue };
                if opened.session.redaction.is_some()
                    || opened.session.status == Status::Processing
                    || reported_since(unit.as_mut(), &opened, before).await?
                {
                    continue;
                }
                self.redact(unit.as_mut(), &mut opened, RequestOrigin::default())
                    .await?;
                unit.save().await?;
                progress += 1;
            }
            erased += progress;
            if progress == 0 {
                break;
            }
        }
        Ok(erased)
    }
}

/// Whether a session created long ago was verified lately.
async fn reported_since(
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
    moment: Timestamp,
) -> Result<bool> {
    let Some(id) = &opened.session.last_report else {
        return Ok(false);
    };
    let report = unit.report(&opened.scope(), id).await?;
    Ok(report.is_some_and(|report| report.created >= moment))
}

/// What observations say of a face that it can be recognised by; thumbnails are in older ones.
const TEMPLATES: [&str; 3] = ["embedding", "chip", "thumbnail"];

/// Takes face templates out of observations, wherever they are.
fn remove_templates(observations: &mut Value) {
    match observations {
        Value::Object(members) => {
            for template in TEMPLATES {
                members.remove(template);
            }
            members.values_mut().for_each(remove_templates);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_templates),
        _ => {}
    }
}

impl Services {
    fn unseal_report(key: &vault::DataKey, record: &ReportRecord) -> Result<VerificationReport> {
        let plain = key.open(&crate::report::context(&record.id), &record.sealed)?;
        serde_json::from_slice(&plain).map_err(|_| Error::Unreadable("report"))
    }

    fn seal_report(key: &vault::DataKey, report: &VerificationReport) -> Result<Vec<u8>> {
        let plain = serde_json::to_vec(report).map_err(|_| Error::Unreadable("report"))?;
        Ok(key.seal(&crate::report::context(&report.id), &plain))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn templates_go_wherever_they_are() {
        let mut observations = json!({
            "front": {"faces": [{"embedding": [0.1], "score": 1}], "width": 3},
            "selfie": [{"faces": [{"embedding": [0.2], "chip": "AQ==", "thumbnail": [1]}]}],
        });
        remove_templates(&mut observations);
        let left = json!({
            "front": {"faces": [{"score": 1}], "width": 3},
            "selfie": [{"faces": [{}]}],
        });
        assert_eq!(observations, left);
    }
}
