use identity::{AccountId, Mode, ReportId, SessionId, Timestamp, VerificationType};

use super::Table;
use crate::{ReportRecord, StoreError};

pub const TABLE: Table = Table("reports");

pub struct Row {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub verification_type: String,
    pub session: String,
    pub client_reference_id: Option<String>,
    pub sealed: Vec<u8>,
}

impl Row {
    pub fn of(record: &ReportRecord) -> Self {
        Self {
            id: record.id.as_str().to_owned(),
            account: record.account.as_str().to_owned(),
            mode: record.mode.as_str().to_owned(),
            created: record.created.0,
            verification_type: record.verification_type.as_str().to_owned(),
            session: record.session.as_str().to_owned(),
            client_reference_id: record.client_reference_id.clone(),
            sealed: record.sealed.clone(),
        }
    }

    pub fn read(self) -> Result<ReportRecord, StoreError> {
        let kind = &self.verification_type;
        Ok(ReportRecord {
            id: ReportId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            verification_type: TABLE.word("verification_type", kind, VerificationType::parse)?,
            session: SessionId::from_stored(self.session),
            client_reference_id: self.client_reference_id,
            sealed: self.sealed,
        })
    }
}

/// Reports, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_reports {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, verification_type, session, client_reference_id,
                sealed
            FROM reports WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}

/// Adds a report, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_report {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO reports (id, account, mode, created, verification_type, session,
                client_reference_id, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)" $(+ $rest)?,
            $row.id, $row.account, $row.mode, $row.created, $row.verification_type, $row.session,
            $row.client_reference_id, $row.sealed
        )
    };
}
