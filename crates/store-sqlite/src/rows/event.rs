use sqlx::{Execute as _, SqlStr, SqliteConnection};
use store::rows::event::TABLE;
use store::{StoreError, bind_event, insert_event};

use crate::several::{Query, Several};
use crate::table::inserted;

pub(crate) type Row = store::rows::event::Row<String>;

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_event!(row).execute(connection).await)
}

impl Several for Row {
    fn statement(&self) -> SqlStr {
        let row = self;
        insert_event!(row).sql()
    }

    fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        let row = self;
        bind_event!(query, row)
    }
}
