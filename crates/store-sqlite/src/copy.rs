use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, SqliteConnection};

use crate::open::{self, OpenError};

/// What a copy of a database refers to outside of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Names of the keys on its keyring.
    pub keys: Vec<String>,
    /// Names of the blobs of its files.
    pub blobs: Vec<String>,
}

/// Copies a database as it is at one moment to a new file, while others write to it; they are not
/// held up.
pub async fn copy(from: &Path, to: &Path) -> Result<Copied, OpenError> {
    open::create(to).map_err(|source| OpenError::File {
        path: to.to_owned(),
        source,
    })?;
    let target = to.to_string_lossy().into_owned();
    let in_source = |source| open::in_database(from, source);
    let mut connection = SqliteConnection::connect_with(&open::reading(from))
        .await
        .map_err(in_source)?;
    sqlx::query("VACUUM INTO ?")
        .bind(target)
        .execute(&mut connection)
        .await
        .map_err(in_source)?;
    connection.close().await.map_err(in_source)?;
    let synced = std::fs::File::open(to).and_then(|file| file.sync_all());
    synced.map_err(|source| OpenError::File {
        path: to.to_owned(),
        source,
    })?;
    refers(to)
        .await
        .map_err(|source| open::in_database(to, source))
}

async fn refers(path: &Path) -> Result<Copied, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    let keys = sqlx::query_scalar("SELECT id FROM keyring ORDER BY created, id")
        .fetch_all(&mut connection)
        .await?;
    let blobs = sqlx::query_scalar("SELECT DISTINCT blob FROM files ORDER BY blob")
        .fetch_all(&mut connection)
        .await?;
    connection.close().await?;
    Ok(Copied { keys, blobs })
}
