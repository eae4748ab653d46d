use sqlx::SqliteConnection;
use store::rows::job::TABLE;
use store::{StoreError, insert_job};

use crate::table::inserted;

pub(crate) type NewRow = store::rows::job::NewRow<String>;

pub(crate) async fn insert(
    row: &NewRow,
    connection: &mut SqliteConnection,
) -> Result<(), StoreError> {
    inserted(TABLE, insert_job!(row).execute(connection).await)
}
