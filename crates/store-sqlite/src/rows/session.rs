use identity::{
    AccountId, Guards, Mode, Redaction, ReportId, SessionId, Status, Timestamp,
    VerificationSession, VerificationType,
};
use sqlx::SqliteConnection;
use store::{SessionRecord, StoreError};

use crate::failure::failure;
use crate::table::{Query, Table, to_json};

pub(crate) const TABLE: Table = Table("sessions");

pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) account: String,
    pub(crate) mode: String,
    pub(crate) created: i64,
    pub(crate) verification_type: String,
    pub(crate) status: String,
    pub(crate) options: String,
    pub(crate) metadata: String,
    pub(crate) client_reference_id: Option<String>,
    pub(crate) related_customer: Option<String>,
    pub(crate) related_customer_account: Option<String>,
    pub(crate) related_person: Option<String>,
    pub(crate) return_url: Option<String>,
    pub(crate) verification_flow: Option<String>,
    pub(crate) last_error: Option<String>,
    pub(crate) last_report: Option<String>,
    pub(crate) redaction: Option<String>,
    pub(crate) submissions: i64,
    pub(crate) links_spent: i64,
    pub(crate) submitted_at: Option<i64>,
    pub(crate) abandon_at: Option<i64>,
    pub(crate) clock_offset: i64,
    pub(crate) guards: Option<String>,
    pub(crate) sealed: Option<Vec<u8>>,
}

impl Row {
    pub(crate) fn read(self) -> Result<SessionRecord, StoreError> {
        let session = VerificationSession {
            id: SessionId::from_stored(self.id),
            account: AccountId::from_stored(self.account),
            mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            created: Timestamp(self.created),
            verification_type: TABLE.word(
                "verification_type",
                &self.verification_type,
                VerificationType::parse,
            )?,
            status: TABLE.word("status", &self.status, Status::parse)?,
            options: TABLE.json("options", &self.options)?,
            metadata: TABLE.json("metadata", &self.metadata)?,
            client_reference_id: self.client_reference_id,
            related_customer: self.related_customer,
            related_customer_account: self.related_customer_account,
            related_person: TABLE
                .optional_json("related_person", self.related_person.as_deref())?,
            return_url: self.return_url,
            verification_flow: self.verification_flow,
            last_error: TABLE.optional_json("last_error", self.last_error.as_deref())?,
            last_report: self.last_report.map(ReportId::from_stored),
            redaction: self
                .redaction
                .map(|text| TABLE.word("redaction", &text, Redaction::parse))
                .transpose()?,
            submissions: TABLE.number("submissions", self.submissions)?,
            links_spent: TABLE.number("links_spent", self.links_spent)?,
            submitted_at: self.submitted_at.map(Timestamp),
            abandon_at: self.abandon_at.map(Timestamp),
            clock_offset: self.clock_offset,
            guards: Guards::from_stored(
                self.guards
                    .as_deref()
                    .map(|text| TABLE.json("guards", text)),
            )?,
        };
        Ok(SessionRecord {
            session,
            sealed: self.sealed,
        })
    }
}

macro_rules! select_sessions {
    ($($part:literal)+ $(, $argument:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            "SELECT id, account, mode, created, verification_type, status, options, metadata,
                client_reference_id, related_customer, related_customer_account, related_person,
                return_url, verification_flow, last_error, last_report, redaction, submissions,
                links_spent, submitted_at, abandon_at, clock_offset, guards, sealed
            FROM sessions WHERE " $(+ $part)+
            $(, $argument)*
        )
    };
}
pub(crate) use select_sessions as select;

/// A session as it is added.
pub(crate) struct SessionRow {
    id: String,
    account: String,
    mode: &'static str,
    created: i64,
    verification_type: &'static str,
    status: &'static str,
    options: String,
    metadata: String,
    client_reference_id: Option<String>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<String>,
    return_url: Option<String>,
    verification_flow: Option<String>,
    last_error: Option<String>,
    last_report: Option<String>,
    redaction: Option<&'static str>,
    submissions: u32,
    links_spent: u32,
    submitted_at: Option<i64>,
    abandon_at: Option<i64>,
    clock_offset: i64,
    guards: Option<String>,
    sealed: Option<Vec<u8>>,
}

impl SessionRow {
    pub(crate) const COLUMNS: [&'static str; 24] = [
        "id",
        "account",
        "mode",
        "created",
        "verification_type",
        "status",
        "options",
        "metadata",
        "client_reference_id",
        "related_customer",
        "related_customer_account",
        "related_person",
        "return_url",
        "verification_flow",
        "last_error",
        "last_report",
        "redaction",
        "submissions",
        "links_spent",
        "submitted_at",
        "abandon_at",
        "clock_offset",
        "guards",
        "sealed",
    ];

    pub(crate) fn of(record: &SessionRecord) -> Result<Self, StoreError> {
        let session = record.session.clone();
        Ok(Self {
            id: session.id.as_str().to_owned(),
            account: session.account.as_str().to_owned(),
            mode: session.mode.as_str(),
            created: session.created.0,
            verification_type: session.verification_type.as_str(),
            status: session.status.as_str(),
            options: to_json(&session.options)?,
            metadata: to_json(&session.metadata)?,
            client_reference_id: session.client_reference_id,
            related_customer: session.related_customer,
            related_customer_account: session.related_customer_account,
            related_person: session.related_person.as_ref().map(to_json).transpose()?,
            return_url: session.return_url,
            verification_flow: session.verification_flow,
            last_error: session.last_error.as_ref().map(to_json).transpose()?,
            last_report: session.last_report.map(|id| id.as_str().to_owned()),
            redaction: session.redaction.map(Redaction::as_str),
            submissions: session.submissions,
            links_spent: session.links_spent,
            submitted_at: session.submitted_at.map(|time| time.0),
            abandon_at: session.abandon_at.map(|time| time.0),
            clock_offset: session.clock_offset,
            guards: session.guards.to_stored().map(to_json).transpose()?,
            sealed: record.sealed.clone(),
        })
    }

    pub(crate) async fn insert(&self, connection: &mut SqliteConnection) -> Result<(), StoreError> {
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO sessions (id, account, mode, created, verification_type, status,
                    options, metadata, client_reference_id, related_customer,
                    related_customer_account, related_person, return_url, verification_flow,
                    last_error, last_report, redaction, submissions, links_spent, submitted_at,
                    abandon_at, clock_offset, guards, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                self.id,
                self.account,
                self.mode,
                self.created,
                self.verification_type,
                self.status,
                self.options,
                self.metadata,
                self.client_reference_id,
                self.related_customer,
                self.related_customer_account,
                self.related_person,
                self.return_url,
                self.verification_flow,
                self.last_error,
                self.last_report,
                self.redaction,
                self.submissions,
                self.links_spent,
                self.submitted_at,
                self.abandon_at,
                self.clock_offset,
                self.guards,
                self.sealed
            )
            .execute(connection)
            .await,
        )
    }

    pub(crate) fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        query
            .bind(self.id.as_str())
            .bind(self.account.as_str())
            .bind(self.mode)
            .bind(self.created)
            .bind(self.verification_type)
            .bind(self.status)
            .bind(self.options.as_str())
            .bind(self.metadata.as_str())
            .bind(self.client_reference_id.as_deref())
            .bind(self.related_customer.as_deref())
            .bind(self.related_customer_account.as_deref())
            .bind(self.related_person.as_deref())
            .bind(self.return_url.as_deref())
            .bind(self.verification_flow.as_deref())
            .bind(self.last_error.as_deref())
            .bind(self.last_report.as_deref())
            .bind(self.redaction)
            .bind(self.submissions)
            .bind(self.links_spent)
            .bind(self.submitted_at)
            .bind(self.abandon_at)
            .bind(self.clock_offset)
            .bind(self.guards.as_deref())
            .bind(self.sealed.as_deref())
    }
}

/// Sessions of these identifiers, in any order.
pub(crate) async fn of_ids(
    connection: &mut SqliteConnection,
    ids: &str,
) -> Result<Vec<SessionRecord>, StoreError> {
    let rows = select!("id IN (SELECT value FROM json_each(?))", ids)
        .fetch_all(connection)
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
