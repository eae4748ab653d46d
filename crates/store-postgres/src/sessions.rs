use async_trait::async_trait;
use identity::{
    AccountId, Guards, Mode, Redaction, ReportId, SessionId, Status, Timestamp,
    VerificationSession, VerificationType,
};
use serde_json::Value;
use store::{Listing, Page, Scope, SessionFilter, SessionRecord, Sessions, StoreError};

use crate::failure::failure;
use crate::table::{Table, to_json};
use crate::unit::Unit;

const TABLE: Table = Table("sessions");

struct Row {
    id: String,
    account: String,
    mode: String,
    created: i64,
    verification_type: String,
    status: String,
    options: Value,
    metadata: Value,
    client_reference_id: Option<String>,
    related_customer: Option<String>,
    related_customer_account: Option<String>,
    related_person: Option<Value>,
    return_url: Option<String>,
    verification_flow: Option<String>,
    last_error: Option<Value>,
    last_report: Option<String>,
    redaction: Option<String>,
    submissions: i64,
    links_spent: i64,
    submitted_at: Option<i64>,
    abandon_at: Option<i64>,
    clock_offset: i64,
    guards: Option<Value>,
    sealed: Option<Vec<u8>>,
}

impl Row {
    fn read(self) -> Result<SessionRecord, StoreError> {
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
            redaction: self
                .redaction
                .map(|text| TABLE.word("redaction", &text, Redaction::parse))
                .transpose()?,
            submissions: TABLE.number("submissions", self.submissions)?,
            links_spent: TABLE.number("links_spent", self.links_spent)?,
            submitted_at: self.submitted_at.map(Timestamp),
            abandon_at: self.abandon_at.map(Timestamp),
            clock_offset: self.clock_offset,
            guards: Guards::from_stored(self.guards.map(|value| TABLE.json("guards", value)))?,
        };
        Ok(SessionRecord {
            session,
            sealed: self.sealed,
        })
    }
}

macro_rules! select {
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

#[async_trait]
impl Sessions for Unit {
    async fn insert_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let session = &record.session;
        self.lock_lists(&session.account, session.mode).await?;
        let (id, account) = (session.id.as_str(), session.account.as_str());
        let (mode, status) = (session.mode.as_str(), session.status.as_str());
        let verification_type = session.verification_type.as_str();
        let options = to_json(&session.options)?;
        let metadata = to_json(&session.metadata)?;
        let related_person = session.related_person.as_ref().map(to_json).transpose()?;
        let last_error = session.last_error.as_ref().map(to_json).transpose()?;
        let last_report = session.last_report.as_ref().map(ReportId::as_str);
        let redaction = session.redaction.map(Redaction::as_str);
        let submitted_at = session.submitted_at.map(|time| time.0);
        let abandon_at = session.abandon_at.map(|time| time.0);
        let guards = session.guards.to_stored().map(to_json).transpose()?;
        TABLE.inserted(
            sqlx::query!(
                "INSERT INTO sessions (id, account, mode, created, verification_type, status,
                    options, metadata, client_reference_id, related_customer,
                    related_customer_account, related_person, return_url, verification_flow,
                    last_error, last_report, redaction, submissions, links_spent, submitted_at,
                    abandon_at, clock_offset, guards, sealed)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $18, $19, $20, $21, $22, $23, $24)
                ON CONFLICT DO NOTHING",
                id,
                account,
                mode,
                session.created.0,
                verification_type,
                status,
                options,
                metadata,
                session.client_reference_id,
                session.related_customer,
                session.related_customer_account,
                related_person,
                session.return_url,
                session.verification_flow,
                last_error,
                last_report,
                redaction,
                i64::from(session.submissions),
                i64::from(session.links_spent),
                submitted_at,
                abandon_at,
                session.clock_offset,
                guards,
                record.sealed
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn session(
        &mut self,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = find!(
            self,
            select,
            "id = $1 AND account = $2 AND mode = $3",
            id,
            account,
            mode
        )?;
        row.map(Row::read).transpose()
    }

    async fn session_anywhere(
        &mut self,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        if let Some(record) = self.ahead.sessions.get(id.as_str()) {
            return Ok(Some(record.clone()));
        }
        let id = id.as_str();
        let row = find!(self, select, "id = $1", id)?;
        row.map(Row::read).transpose()
    }

    async fn update_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let session = &record.session;
        let id = session.id.as_str();
        let (account, mode) = (session.account.as_str(), session.mode.as_str());
        let status = session.status.as_str();
        let verification_type = session.verification_type.as_str();
        let options = to_json(&session.options)?;
        let metadata = to_json(&session.metadata)?;
        let related_person = session.related_person.as_ref().map(to_json).transpose()?;
        let last_error = session.last_error.as_ref().map(to_json).transpose()?;
        let last_report = session.last_report.as_ref().map(ReportId::as_str);
        let redaction = session.redaction.map(Redaction::as_str);
        let submitted_at = session.submitted_at.map(|time| time.0);
        let abandon_at = session.abandon_at.map(|time| time.0);
        let guards = session.guards.to_stored().map(to_json).transpose()?;
        TABLE.changed(
            sqlx::query!(
                "UPDATE sessions SET created = $1, verification_type = $2, status = $3, options = $4,
                    metadata = $5, client_reference_id = $6, related_customer = $7,
                    related_customer_account = $8, related_person = $9, return_url = $10,
                    verification_flow = $11, last_error = $12, last_report = $13, redaction = $14,
                    submissions = $15, links_spent = $16, submitted_at = $17, abandon_at = $18,
                    clock_offset = $19, guards = $20, sealed = $21
                WHERE id = $22 AND account = $23 AND mode = $24",
                session.created.0,
                verification_type,
                status,
                options,
                metadata,
                session.client_reference_id,
                session.related_customer,
                session.related_customer_account,
                related_person,
                session.return_url,
                session.verification_flow,
                last_error,
                last_report,
                redaction,
                i64::from(session.submissions),
                i64::from(session.links_spent),
                submitted_at,
                abandon_at,
                session.clock_offset,
                guards,
                record.sealed,
                id,
                account,
                mode
            )
            .execute(self.connection())
            .await,
        )
    }

    async fn sessions(
        &mut self,
        scope: &Scope,
        filter: &SessionFilter,
        page: &Page,
    ) -> Result<Listing<SessionRecord>, StoreError> {
        let bounds = bounds!(self, scope, page, filter.created, "sessions");
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let status = filter.status.map(Status::as_str);
        let reference = filter.client_reference_id.as_deref();
        let customer = filter.related_customer.as_deref();
        let customer_account = filter.related_customer_account.as_deref();
        macro_rules! list {
            ([$($condition:tt)+], [$($order:tt)+]) => {
                select!(
                    "account = $1 AND mode = $2 AND " $($condition)+
                    " AND ($8::text IS NULL OR status = $8)
                    AND ($9::text IS NULL OR client_reference_id = $9)
                    AND ($10::text IS NULL OR related_customer = $10)
                    AND ($11::text IS NULL OR related_customer_account = $11)
                    ORDER BY " $($order)+ " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to,
                    status, reference, customer, customer_account,
                )
                .fetch_all(self.connection())
                .await
            };
        }
        // What names a customer of the caller's finds fewer rows than a status does.
        let rows = if reference.is_some() {
            travel!(bounds, list, "client_reference_id" is "$9")
        } else if customer.is_some() {
            travel!(bounds, list, "related_customer" is "$10")
        } else if customer_account.is_some() {
            travel!(bounds, list, "related_customer_account" is "$11")
        } else if status.is_some() {
            travel!(bounds, list, "status" is "$8")
        } else {
            travel!(bounds, list)
        };
        bounds.listing(rows.map_err(failure)?, Row::read)
    }

    async fn sessions_submitted_before(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select!(
            "status = 'processing' AND submitted_at < $1 ORDER BY submitted_at LIMIT 100",
            moment.0
        )
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn sessions_abandoned_by(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select!("abandon_at <= $1 ORDER BY abandon_at LIMIT 100", moment.0)
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }
}

/// The oldest sessions that are neither redacted nor in `processing`.
pub(crate) async fn created_before(
    unit: &mut Unit,
    scope: &Scope,
    moment: Timestamp,
    limit: u32,
) -> Result<Vec<SessionRecord>, StoreError> {
    let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
    let rows = select!(
        "account = $1 AND mode = $2 AND redaction IS NULL AND created < $3
        AND status <> 'processing' ORDER BY created LIMIT $4",
        account,
        mode,
        moment.0,
        i64::from(limit)
    )
    .fetch_all(unit.connection())
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}

/// Those of these identifiers, in any order.
pub(crate) async fn of_ids(
    unit: &mut Unit,
    ids: &[String],
) -> Result<Vec<SessionRecord>, StoreError> {
    let rows = select!("id = ANY ($1)", ids)
        .fetch_all(unit.connection())
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
