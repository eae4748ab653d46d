use sqlx::SqliteConnection;
use store::rows::data_key::TABLE;
use store::{StoreError, insert_data_key};

use crate::table::{Query, inserted};

pub(crate) type Row = store::rows::data_key::Row;

pub(crate) const COLUMNS: [&str; 3] = ["owner", "wrapped_by", "bytes"];

pub(crate) async fn insert(row: &Row, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    inserted(TABLE, insert_data_key!(row).execute(connection).await)
}

pub(crate) fn bind<'q>(query: Query<'q>, row: &'q Row) -> Query<'q> {
    query
        .bind(row.owner.as_str())
        .bind(row.wrapped_by.as_str())
        .bind(row.bytes.as_slice())
}
