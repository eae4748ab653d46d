use async_trait::async_trait;
use identity::{ReportId, SessionId, Timestamp, VerificationType};
use store::rows::report::{Row, TABLE};
use store::{
    Listing, Page, ReportFilter, ReportRecord, Reports, Scope, StoreError, insert_report,
    select_reports,
};

use crate::failure::failure;
use crate::table::inserted;
use crate::unit::Unit;

#[async_trait]
impl Reports for Unit {
    async fn insert_report(&mut self, record: &ReportRecord) -> Result<(), StoreError> {
        self.lock_lists(&record.account, record.mode).await?;
        let row = &Row::of(record);
        inserted(
            TABLE,
            insert_report!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn empty_reports(
        &mut self,
        scope: &Scope,
        session: &SessionId,
    ) -> Result<u64, StoreError> {
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let session = session.as_str();
        let nothing: &[u8] = &[];
        let emptied = sqlx::query!(
            "UPDATE reports SET sealed = $1 WHERE account = $2 AND mode = $3 AND session = $4",
            nothing,
            account,
            mode,
            session
        )
        .execute(self.connection())
        .await
        .map_err(failure)?;
        Ok(emptied.rows_affected())
    }

    async fn report(
        &mut self,
        scope: &Scope,
        id: &ReportId,
    ) -> Result<Option<ReportRecord>, StoreError> {
        if let Some(due) = self.read_ahead.reports.due(id.as_str()) {
            let found = of_ids(self, &due).await?;
            let found = found
                .into_iter()
                .map(|record| (record.id.as_str().to_owned(), record));
            self.read_ahead.reports.keep(due, found);
        }
        if let Some(known) = self.read_ahead.reports.known(id.as_str()) {
            return Ok(
                known.filter(|record| record.account == scope.account && record.mode == scope.mode)
            );
        }
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select_reports!("id = $1 AND account = $2 AND mode = $3", id, account, mode)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn reports(
        &mut self,
        scope: &Scope,
        filter: &ReportFilter,
        page: &Page,
    ) -> Result<Listing<ReportRecord>, StoreError> {
        let bounds = bounds!(self, scope, page, filter.created, "reports");
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let verification_type = filter.verification_type.map(VerificationType::as_str);
        let session = filter.session.as_ref().map(SessionId::as_str);
        let reference = filter.client_reference_id.as_deref();
        macro_rules! list {
            ([$($condition:tt)+], [$($order:tt)+]) => {
                select_reports!(
                    "account = $1 AND mode = $2 AND " $($condition)+
                    " AND ($8::text IS NULL OR verification_type = $8)
                    AND ($9::text IS NULL OR session = $9)
                    AND ($10::text IS NULL OR client_reference_id = $10)
                    ORDER BY " $($order)+ " LIMIT $5",
                    account, mode, bounds.above, bounds.below, bounds.rows, bounds.from, bounds.to,
                    verification_type, session, reference,
                )
                .fetch_all(self.connection())
                .await
            };
        }
        let rows = if session.is_some() {
            travel!(bounds, list, "session" is "$9")
        } else if reference.is_some() {
            travel!(bounds, list, "client_reference_id" is "$10")
        } else if verification_type.is_some() {
            travel!(bounds, list, "verification_type" is "$8")
        } else {
            travel!(bounds, list)
        };
        let listing = bounds.listing(rows.map_err(failure)?, Row::read)?;
        self.listed(|ahead| ahead.reports_listed(&listing.items));
        Ok(listing)
    }
}

/// The oldest reports whose biometric part is not erased.
pub(crate) async fn with_biometrics_before(
    unit: &mut Unit,
    scope: &Scope,
    moment: Timestamp,
    limit: u32,
) -> Result<Vec<ReportRecord>, StoreError> {
    let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
    let rows = select_reports!(
        "account = $1 AND mode = $2 AND biometrics_erased IS NULL AND created < $3
        ORDER BY created LIMIT $4",
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
) -> Result<Vec<ReportRecord>, StoreError> {
    let rows = select_reports!("id = ANY ($1)", ids)
        .fetch_all(unit.connection())
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
