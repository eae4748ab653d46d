use identity::{ReportId, VerificationReport};
use store::{ReportRecord, UnitOfWork};

use crate::{Error, OpenedSession, Result, Services};

pub(crate) fn context(id: &ReportId) -> String {
    format!("report/{id}")
}

impl Services {
    pub(crate) async fn insert_report(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        report: &VerificationReport,
    ) -> Result<()> {
        let plain = serde_json::to_vec(report).map_err(|_| Error::Unreadable("report"))?;
        let record = ReportRecord {
            id: report.id.clone(),
            account: report.account.clone(),
            mode: report.mode,
            created: report.created,
            verification_type: report.verification_type,
            session: opened.session.id.clone(),
            client_reference_id: report.client_reference_id.clone(),
            sealed: opened.key()?.seal(&context(&report.id), &plain),
        };
        unit.insert_report(&record).await?;
        Ok(())
    }

    /// Opens a report's record with its session's key; `None` after redaction.
    pub async fn open_report(
        &self,
        unit: &mut dyn UnitOfWork,
        record: &ReportRecord,
    ) -> Result<Option<VerificationReport>> {
        let owner = record.session.as_str();
        let Some(wrapped) = unit.data_key(owner).await? else {
            return Ok(None);
        };
        let key = self.vault.open_data_key(owner, &wrapped).await?;
        let plain = key.open(&context(&record.id), &record.sealed)?;
        serde_json::from_slice(&plain)
            .map(Some)
            .map_err(|_| Error::Unreadable("report"))
    }

    /// The newest report of a session, opened.
    pub async fn last_report(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
    ) -> Result<Option<VerificationReport>> {
        let Some(id) = &opened.session.last_report else {
            return Ok(None);
        };
        match unit.report(&opened.scope(), id).await? {
            Some(record) => self.open_report(unit, &record).await,
            None => Ok(None),
        }
    }
}
