use async_trait::async_trait;
use identity::{SessionId, Status, Timestamp};
use store::rows::StoredJson as _;
use store::rows::session::TABLE;
use store::{
    Listing, Page, Scope, SessionFilter, SessionRecord, Sessions, StoreError, select_sessions,
    update_session,
};

use crate::deferred_insert::DeferredInsert;
use crate::failure::failure;
use crate::rows::session::{self, Row};
use crate::table::changed;
use crate::unit::Unit;

#[async_trait]
impl Sessions for Unit {
    async fn insert_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let row = Row::of(record)?;
        self.add(DeferredInsert::Session(Box::new(row))).await
    }

    async fn session(
        &mut self,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<SessionRecord>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select_sessions!("id = $1 AND account = $2 AND mode = $3", id, account, mode)
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
        if let Some(due) = self.read_ahead.sessions.due(id) {
            let found = session::of_ids(self.connection().await?, &String::of(&due)?).await?;
            let found = found
                .into_iter()
                .map(|record| (record.session.id.as_str().to_owned(), record));
            self.read_ahead.sessions.keep(due, found);
        }
        if let Some(known) = self.read_ahead.sessions.known(id) {
            return Ok(known);
        }
        let row = select_sessions!("id = $1", id)
            .fetch_optional(self.connection().await?)
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn update_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let row = &Row::of(record)?;
        changed(
            TABLE,
            update_session!(row).execute(self.connection().await?).await,
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
                select_sessions!(
                    "account = $1 AND mode = $2 AND " $range " AND " $driver
                    " AND ($8 IS NULL OR status = $8)
                    AND ($9 IS NULL OR client_reference_id = $9)
                    AND ($10 IS NULL OR related_customer = $10)
                    AND ($11 IS NULL OR related_customer_account = $11)
                    ORDER BY " $order " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to,
                    status, reference, customer, customer_account,
                )
                .fetch_all(self.connection().await?)
                .await
            };
        }
        // What names a customer of the caller's finds fewer rows than a status does.
        let rows = if reference.is_some() {
            travel!(bounds, list, "client_reference_id = $9")
        } else if customer.is_some() {
            travel!(bounds, list, "related_customer = $10")
        } else if customer_account.is_some() {
            travel!(bounds, list, "related_customer_account = $11")
        } else if status.is_some() {
            travel!(bounds, list, "status = $8")
        } else {
            travel!(bounds, list, "1")
        };
        let listing = bounds.listing(rows.map_err(failure)?, Row::read)?;
        self.listed(|ahead| ahead.sessions_listed(&listing.items));
        Ok(listing)
    }

    async fn sessions_submitted_before(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select_sessions!(
            "status = 'processing' AND submitted_at < $1 ORDER BY submitted_at LIMIT 100",
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
        let rows = select_sessions!("abandon_at <= $1 ORDER BY abandon_at LIMIT 100", moment.0)
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
    let rows = select_sessions!(
        "account = $1 AND mode = $2 AND redaction IS NULL AND created < $3
        AND status <> 'processing' ORDER BY created LIMIT $4",
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
