use identity::{
    AccountId, Guards, Mode, Redaction, ReportId, SessionId, Status, Timestamp,
    VerificationSession, VerificationType,
};

use super::{StoredJson, Table};
use crate::{SessionRecord, StoreError};

pub const TABLE: Table = Table("sessions");

pub struct Row<J> {
    pub id: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub verification_type: String,
    pub status: String,
    pub options: J,
    pub metadata: J,
    pub client_reference_id: Option<String>,
    pub related_customer: Option<String>,
    pub related_customer_account: Option<String>,
    pub related_person: Option<J>,
    pub return_url: Option<String>,
    pub verification_flow: Option<String>,
    pub last_error: Option<J>,
    pub last_report: Option<String>,
    pub redaction: Option<String>,
    pub submissions: i64,
    pub links_spent: i64,
    pub submitted_at: Option<i64>,
    pub abandon_at: Option<i64>,
    pub clock_offset: i64,
    pub guards: Option<J>,
    pub sealed: Option<Vec<u8>>,
}

impl<J: StoredJson> Row<J> {
    pub fn of(record: &SessionRecord) -> Result<Self, StoreError> {
        let session = record.session.clone();
        Ok(Self {
            id: session.id.as_str().to_owned(),
            account: session.account.as_str().to_owned(),
            mode: session.mode.as_str().to_owned(),
            created: session.created.0,
            verification_type: session.verification_type.as_str().to_owned(),
            status: session.status.as_str().to_owned(),
            options: J::of(&session.options)?,
            metadata: J::of(&session.metadata)?,
            client_reference_id: session.client_reference_id,
            related_customer: session.related_customer,
            related_customer_account: session.related_customer_account,
            related_person: session.related_person.as_ref().map(J::of).transpose()?,
            return_url: session.return_url,
            verification_flow: session.verification_flow,
            last_error: session.last_error.as_ref().map(J::of).transpose()?,
            last_report: session.last_report.map(|id| id.as_str().to_owned()),
            redaction: session.redaction.map(|stage| stage.as_str().to_owned()),
            submissions: session.submissions.into(),
            links_spent: session.links_spent.into(),
            submitted_at: session.submitted_at.map(|time| time.0),
            abandon_at: session.abandon_at.map(|time| time.0),
            clock_offset: session.clock_offset,
            guards: session.guards.to_stored().map(J::of).transpose()?,
            sealed: record.sealed.clone(),
        })
    }

    pub fn read(self) -> Result<SessionRecord, StoreError> {
        let kind = &self.verification_type;
        let guards = self.guards.map(|json| TABLE.json("guards", json));
        let session = VerificationSession {
            id: SessionId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            verification_type: TABLE.word("verification_type", kind, VerificationType::parse)?,
            status: TABLE.word("status", &self.status, Status::parse)?,
            options: TABLE.json("options", self.options)?,
            metadata: TABLE.json("metadata", self.metadata)?,
            client_reference_id: self.client_reference_id,
            related_customer: self.related_customer,
            related_customer_account: self.related_customer_account,
            related_person: TABLE.optional_json("related_person", self.related_person)?,
            return_url: self.return_url,
            verification_flow: self.verification_flow,
            last_error: TABLE.optional_json("last_error", self.last_error)?,
            last_report: self.last_report.map(ReportId::from_stored),
            redaction: TABLE.optional_word(
                "redaction",
                self.redaction.as_deref(),
                Redaction::parse,
            )?,
            submissions: TABLE.number("submissions", self.submissions)?,
            links_spent: TABLE.number("links_spent", self.links_spent)?,
            submitted_at: self.submitted_at.map(Timestamp),
            abandon_at: self.abandon_at.map(Timestamp),
            clock_offset: self.clock_offset,
            guards: Guards::from_stored(guards)?,
        };
        Ok(SessionRecord {
            session,
            sealed: self.sealed,
        })
    }
}

/// A statement with the columns that may change in it.
#[doc(hidden)]
#[macro_export]
macro_rules! with_session_columns {
    ($query:ident!($($into:tt)*), $before:literal, $($after:literal),+; $($argument:expr),*) => {
        sqlx::$query!(
            $($into)* $before + "created, verification_type, status, options, metadata,
            client_reference_id, related_customer, related_customer_account, related_person,
            return_url, verification_flow, last_error, last_report, redaction, submissions,
            links_spent, submitted_at, abandon_at, clock_offset, guards, sealed" $(+ $after)+
            $(, $argument)*
        )
    };
}

/// The macro that is named, with the values of `$row`, in the order in which an insertion names the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! with_session_values {
    ($row:ident, [$($macro:tt)+], $($before:tt)*) => {
        $($macro)+!(
            $($before)*
            $row.id, $row.account, $row.mode, $row.created, $row.verification_type, $row.status,
            $row.options, $row.metadata, $row.client_reference_id, $row.related_customer,
            $row.related_customer_account, $row.related_person, $row.return_url,
            $row.verification_flow, $row.last_error, $row.last_report, $row.redaction,
            $row.submissions, $row.links_spent, $row.submitted_at, $row.abandon_at,
            $row.clock_offset, $row.guards, $row.sealed
        )
    };
}

/// A statement that gives a session the values of `$row`.
#[doc(hidden)]
#[macro_export]
macro_rules! write_session {
    ($row:ident, $before:literal, $between:literal, $($after:literal),+) => {
        $crate::with_session_values!(
            $row, [$crate::with_session_columns], query!(), $before, $between,
            "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
            $22, $23, $24", $($after),+;
        )
    };
}

/// Sessions, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_sessions {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        $crate::with_session_columns!(
            query_as!(Row,), "SELECT id, account, mode, ", " FROM sessions WHERE " $(, $part)+;
            $($argument),*
        )
    };
}

/// Adds a session, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_session {
    ($row:ident $(, $rest:literal)?) => {
        $crate::write_session!(
            $row, "INSERT INTO sessions (id, account, mode, ", ") VALUES ($1, $2, $3, ", ")"
            $(, $rest)?
        )
    };
}

/// Changes a session.
#[macro_export]
macro_rules! update_session {
    ($row:ident) => {
        $crate::write_session!(
            $row,
            "UPDATE sessions SET (",
            ") = (",
            ") WHERE id = $1 AND account = $2 AND mode = $3"
        )
    };
}

/// `$query` with a session's values, as [`insert_session!`](crate::insert_session) numbers them.
#[macro_export]
macro_rules! bind_session {
    ($query:ident, $row:ident) => {
        $crate::with_session_values!($row, [$crate::bind_values], $query;)
    };
}
