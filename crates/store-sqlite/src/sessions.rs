use async_trait::async_trait;
use identity::{Redaction, ReportId, SessionId, Status, Timestamp};
use store::{Listing, Page, Scope, SessionFilter, SessionRecord, Sessions, StoreError, WrappedKey};

use crate::deferred_insert::DeferredInsert;
use crate::failure::failure;
use crate::rows::session::{Row, SessionRow, TABLE, select};
use crate::table::to_json;
use crate::unit::Unit;

#[async_trait]
impl Sessions for Unit {
    async fn insert_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let row = SessionRow::of(record)?;
        self.add(DeferredInsert::Session(Box::new(row))).await
    }

    async fn session(
        &mut self,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        if self.reads() {
            return session_with_key(self, scope, id).await;
        }
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select!("id = ? AND account = ? AND mode = ?", id, account, mode)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn session_alone(
        &mut self,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        let shared_reads = self.shared_reads().filter(|_| self.reads()).cloned();
        let found = match shared_reads {
            Some(shared_reads) => shared_reads.session(id).await,
            None => None,
        };
        let Some(found) = found else {
            return self.session(scope, id).await;
        };
        Ok(found.filter(|record| {
            record.session.account == scope.account && record.session.mode == scope.mode
        }))
    }

    async fn session_anywhere(
        &mut self,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        let id = id.as_str();
        if let Some(record) = self.ahead.sessions.get(id) {
            return Ok(Some(record.clone()));
        }
        let row = select!("id = ?", id)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
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
                "UPDATE sessions SET created = ?, verification_type = ?, status = ?, options = ?,
                    metadata = ?, client_reference_id = ?, related_customer = ?,
                    related_customer_account = ?, related_person = ?, return_url = ?,
                    verification_flow = ?, last_error = ?, last_report = ?, redaction = ?,
                    submissions = ?, links_spent = ?, submitted_at = ?, abandon_at = ?,
                    clock_offset = ?, guards = ?, sealed = ?
                WHERE id = ? AND account = ? AND mode = ?",
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
                session.submissions,
                session.links_spent,
                submitted_at,
                abandon_at,
                session.clock_offset,
                guards,
                record.sealed,
                id,
                account,
                mode
            )
            .execute(self.connection().await?)
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
            ($driver:tt, $range:tt, $order:tt) => {
                select!(
                    "account = ?1 AND mode = ?2 AND " $range " AND " $driver
                    " AND (?8 IS NULL OR status = ?8)
                    AND (?9 IS NULL OR client_reference_id = ?9)
                    AND (?10 IS NULL OR related_customer = ?10)
                    AND (?11 IS NULL OR related_customer_account = ?11)
                    ORDER BY " $order " LIMIT ?5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to,
                    status, reference, customer, customer_account,
                )
                .fetch_all(self.connection().await?)
                .await
            };
        }
        // What names a customer of the caller's finds fewer rows than a status does.
        let rows = if reference.is_some() {
            travel!(bounds, list, "client_reference_id = ?9")
        } else if customer.is_some() {
            travel!(bounds, list, "related_customer = ?10")
        } else if customer_account.is_some() {
            travel!(bounds, list, "related_customer_account = ?11")
        } else if status.is_some() {
            travel!(bounds, list, "status = ?8")
        } else {
            travel!(bounds, list, "1")
        };
        bounds.listing(rows.map_err(failure)?, Row::read)
    }

    async fn sessions_submitted_before(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select!(
            "status = 'processing' AND submitted_at < ? ORDER BY submitted_at LIMIT 100",
            moment.0
        )
        .fetch_all(self.connection().await?)
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn sessions_abandoned_by(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select!("abandon_at <= ? ORDER BY abandon_at LIMIT 100", moment.0)
            .fetch_all(self.connection().await?)
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
        "account = ? AND mode = ? AND redaction IS NULL AND created < ?
        AND status <> 'processing' ORDER BY created LIMIT ?",
        account,
        mode,
        moment.0,
        limit
    )
    .fetch_all(unit.connection().await?)
    .await
    .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}

/// A session together with its data key, which is asked for next.
async fn session_with_key(
    unit: &mut Unit,
    scope: &Scope,
    id: &SessionId,
) -> Result<Option<SessionRecord>, StoreError> {
    let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
    let found = sqlx::query!(
        r#"SELECT id, account, mode, created, verification_type, status,
            options, metadata, client_reference_id, related_customer, related_customer_account, related_person,
            return_url, verification_flow, last_error, last_report, redaction, submissions,
            links_spent, submitted_at, abandon_at, clock_offset, guards, sealed,
            wrapped_by AS "wrapped_by?", bytes AS "bytes?"
        FROM sessions LEFT JOIN data_keys ON owner = id
        WHERE id = ? AND account = ? AND mode = ?"#,
        id,
        account,
        mode
    )
    .fetch_optional(unit.connection().await?)
    .await
    .map_err(failure)?;
    let Some(found) = found else {
        return Ok(None);
    };
    let key = found.wrapped_by.zip(found.bytes);
    let key = key.map(|(wrapped_by, bytes)| WrappedKey { wrapped_by, bytes });
    unit.ahead.data_keys.insert(id.to_owned(), key);
    let row = Row {
        id: found.id,
        account: found.account,
        mode: found.mode,
        created: found.created,
        verification_type: found.verification_type,
        status: found.status,
        options: found.options,
        metadata: found.metadata,
        client_reference_id: found.client_reference_id,
        related_customer: found.related_customer,
        related_customer_account: found.related_customer_account,
        related_person: found.related_person,
        return_url: found.return_url,
        verification_flow: found.verification_flow,
        last_error: found.last_error,
        last_report: found.last_report,
        redaction: found.redaction,
        submissions: found.submissions,
        links_spent: found.links_spent,
        submitted_at: found.submitted_at,
        abandon_at: found.abandon_at,
        clock_offset: found.clock_offset,
        guards: found.guards,
        sealed: found.sealed,
    };
    row.read().map(Some)
}
