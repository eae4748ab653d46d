use sqlx::{Execute as _, SqlStr, SqliteConnection};
use store::rows::session::TABLE;
use store::{SessionRecord, StoreError, bind_session, insert_session, select_sessions};

use crate::failure::failure;
use crate::several::{Query, Several};
use crate::table::inserted;

pub(crate) type Row = store::rows::session::Row<String>;

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_session!(row).execute(connection).await)
}

impl Several for Row {
    fn statement(&self) -> SqlStr {
        let row = self;
        insert_session!(row).sql()
    }

    fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        let row = self;
        bind_session!(query, row)
    }
}

/// Sessions of these identifiers, in any order.
pub(crate) async fn of_ids(
    connection: &mut SqliteConnection,
    ids: &str,
) -> Result<Vec<SessionRecord>, StoreError> {
    let rows = select_sessions!("id IN (SELECT value FROM json_each($1))", ids)
        .fetch_all(connection)
        .await
        .map_err(failure)?;
    rows.into_iter().map(Row::read).collect()
}
