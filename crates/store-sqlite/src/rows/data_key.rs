use sqlx::{Execute as _, SqlStr, SqliteConnection};
use store::rows::data_key::TABLE;
use store::{StoreError, bind_data_key, insert_data_key};

use crate::several::{Query, Several};
use crate::table::inserted;

pub(crate) type Row = store::rows::data_key::Row;

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_data_key!(row).execute(connection).await)
}

impl Several for Row {
    fn statement(&self) -> SqlStr {
        let row = self;
        insert_data_key!(row).sql()
    }

    fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        let row = self;
        bind_data_key!(query, row)
    }
}
