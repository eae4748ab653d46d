use async_trait::async_trait;
use identity::{Event, EventId, EventType, SessionId};
use serde_json::Value;
use store::rows::event::{self, TABLE};
use store::{EventFilter, Events, Listing, Page, Scope, StoreError, insert_event, select_events};

use crate::failure::failure;
use crate::table::{changed, inserted};
use crate::unit::Unit;

type Row = event::Row<Value>;

#[async_trait]
impl Events for Unit {
    async fn insert_event(&mut self, event: &Event) -> Result<(), StoreError> {
        self.note_event(event);
        self.lock_lists(&event.account, event.mode).await?;
        let row = &Row::of(event)?;
        inserted(
            TABLE,
            insert_event!(row, " ON CONFLICT DO NOTHING")
                .execute(self.connection())
                .await,
        )
    }

    async fn event(&mut self, scope: &Scope, id: &EventId) -> Result<Option<Event>, StoreError> {
        let (id, account, mode) = (id.as_str(), scope.account.as_str(), scope.mode.as_str());
        let row = select_events!("id = $1 AND account = $2 AND mode = $3", id, account, mode)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn event_anywhere(&mut self, id: &EventId) -> Result<Option<Event>, StoreError> {
        let id = id.as_str();
        let row = select_events!("id = $1", id)
            .fetch_optional(self.connection())
            .await
            .map_err(failure)?;
        row.map(Row::read).transpose()
    }

    async fn events(
        &mut self,
        scope: &Scope,
        filter: &EventFilter,
        page: &Page,
    ) -> Result<Listing<Event>, StoreError> {
        let bounds = bounds!(self, scope, page, filter.created, "events");
        let (account, mode) = (scope.account.as_str(), scope.mode.as_str());
        let delivered = filter.delivered;
        // Each type has a way to its rows of its own; several are merged.
        let wanted: Vec<Option<EventType>> = match &filter.types {
            None => vec![None],
            Some(types) => types.iter().copied().map(Some).collect(),
        };
        let mut rows = Vec::new();
        for event_type in &wanted {
            let event_type = event_type.map(EventType::as_str);
            macro_rules! list {
                ([$($condition:tt)+], [$($order:tt)+]) => {
                    select_events!(
                        "account = $1 AND mode = $2 AND " $($condition)+
                        " AND ($8::text IS NULL OR event_type = $8)
                        AND ($9::boolean IS NULL OR (pending_webhooks = 0) = $9)
                        ORDER BY " $($order)+ " LIMIT $5",
                        account, mode, bounds.above, bounds.below, bounds.rows, bounds.from,
                        bounds.to, event_type, delivered,
                    )
                    .fetch_all(self.connection())
                    .await
                };
            }
            let found = if delivered == Some(false) {
                travel!(bounds, list, where "pending_webhooks > 0")
            } else if event_type.is_some() {
                travel!(bounds, list, "event_type" is "$8")
            } else {
                travel!(bounds, list)
            };
            rows.extend(found.map_err(failure)?);
        }
        if wanted.len() > 1 {
            bounds.merge(&mut rows, |row| (row.created, row.position));
        }
        bounds.listing(rows, Row::read)
    }

    async fn events_of_session(&mut self, session: &SessionId) -> Result<Vec<Event>, StoreError> {
        let session = session.as_str();
        let rows = select_events!("session = $1 ORDER BY position", session)
            .fetch_all(self.connection())
            .await
            .map_err(failure)?;
        rows.into_iter().map(Row::read).collect()
    }

    async fn replace_event_object(
        &mut self,
        id: &EventId,
        object: &Value,
    ) -> Result<(), StoreError> {
        let id = id.as_str();
        changed(
            TABLE,
            sqlx::query!("UPDATE events SET object = $1 WHERE id = $2", object, id)
                .execute(self.connection())
                .await,
        )
    }

    async fn settle_delivery(&mut self, id: &EventId) -> Result<(), StoreError> {
        let id = id.as_str();
        changed(
            TABLE,
            sqlx::query!(
                "UPDATE events SET pending_webhooks = GREATEST(pending_webhooks - 1, 0) WHERE id = $1",
                id
            )
            .execute(self.connection())
            .await,
        )
    }
}
