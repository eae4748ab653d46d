use async_trait::async_trait;
use identity::{SessionId, Status, Timestamp};
use serde_json::Value;
use store::rows::session::{self, TABLE};
use store::{
    Listing, Page, Scope, SessionFilter, SessionRecord, Sessions, StoreError, insert_session,
    select_sessions, update_session,
};

use crate::failure::failure;
use crate::table::{changed, inserted};
use crate::unit::Unit;

type Row = session::Row<Value>;

#[async_trait]
impl Sessions for Unit {
    async fn insert_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let session = &record.session;
        self.lock_lists(&session.account, session.mode).await?;
        let row = &Row::of(record)?;
        inserted(
            TABLE,
            insert_session!(row, " ON CONFLICT DO NOTHING")
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
            select_sessions,
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
        let id = id.as_str();
        if let Some(due) = self.read_ahead.sessions.due(id) {
            let found = of_ids(self, &due).await?;
            let found = found
                .into_iter()
                .map(|record| (record.session.id.as_str().to_owned(), record));
            self.read_ahead.sessions.keep(due, found);
        }
        if let Some(known) = self.read_ahead.sessions.known(id) {
            return Ok(known);
        }
        let row = find!(self, select_sessions, "id = $1", id)?;
        row.map(Row::read).transpose()
    }

    async fn update_session(&mut self, record: &SessionRecord) -> Result<(), StoreError> {
        let row = &Row::of(record)?;
        changed(TABLE, update_session!(row).execute(self.connection()).await)
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
                select_sessions!(
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
        .fetch_all(self.connection())
        .await
        .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn sessions_abandoned_by(
        &mut self,
        moment: Timestamp,
    ) -> Result<Vec<SessionRecord>, StoreError> {
        let rows = select_sessions!("abandon_at <= $1 ORDER BY abandon_at LIMIT 100", moment.0)
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
    let rows = select_sessions!(
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
    let rows = select_sessions!("id = ANY ($1)", ids)
        .fetch_all(unit.connection())
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
