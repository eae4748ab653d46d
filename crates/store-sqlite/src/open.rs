use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection as _, SqliteConnection};
use thiserror::Error;

use crate::failure::is_busy;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// Pages of the log at which the connection that writes checkpoints by itself: 8 MiB. With 32 MiB, and
/// four times as many units between two checkpoints, creations waited three times as long for what was
/// left.
pub(crate) const LOG_PAGES: &str = "2000";
/// How long a statement waits for another process that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Between two tries to open a database that others open too.
const BUSY_PAUSE: Duration = Duration::from_millis(10);
/// Prepared statements that a connection keeps: more than there are.
const STATEMENTS: usize = 300;
/// Most that the connection that writes keeps of the database in memory, as SQLite wants it said:
/// 32 MiB, so that rows that are out of order find their place in an index without a look at the disk.
const CACHE: &str = "-32768";

/// The database cannot be used; the source of a [`store::StoreError::Database`].
#[derive(Debug, Error)]
pub enum OpenError {
    /// A newer version has migrated it.
    #[error(
        "{path} was written by a newer version of Bonafide (migration {migration}); use that version"
    )]
    Newer {
        /// The database file.
        path: PathBuf,
        /// A migration that this version does not know.
        migration: i64,
    },
    /// It could not be brought to this version.
    #[error("{path} could not be migrated")]
    Migration {
        /// The database file.
        path: PathBuf,
        /// Why.
        #[source]
        source: MigrateError,
    },
    /// It could not be made or opened.
    #[error("{path} could not be opened")]
    File {
        /// The database file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// SQLite could not open it.
    #[error("{path} could not be opened as a database")]
    Database {
        /// The database file.
        path: PathBuf,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
}

/// The connection that writes, on a database that is made and migrated first if need be.
pub(crate) async fn writer(path: &Path) -> Result<SqliteConnection, OpenError> {
    create(path).map_err(|source| OpenError::File {
        path: path.to_owned(),
        source,
    })?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(STATEMENTS)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("secure_delete", "ON")
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", LOG_PAGES)
        .pragma("temp_store", "MEMORY");
    let mut connection = connect(&options)
        .await
        .map_err(|source| in_database(path, source))?;
    migrate(path, &mut connection).await?;
    Ok(connection)
}

/// Connects, waiting for other processes that start at the same time: SQLite answers at once that
/// the database is locked, whatever its busy timeout, where two want to be the one that turns its
/// journal into a write-ahead log.
async fn connect(options: &SqliteConnectOptions) -> Result<SqliteConnection, sqlx::Error> {
    let started = Instant::now();
    loop {
        match SqliteConnection::connect_with(options).await {
            Err(error) if is_busy(&error) && started.elapsed() < BUSY_TIMEOUT => {
                tokio::time::sleep(BUSY_PAUSE).await;
            }
            connected_or_not => return connected_or_not,
        }
    }
}

/// How to open the connection that only moves the log into a database that [`writer`] has opened.
pub(crate) fn checkpointing(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_TIMEOUT)
        .synchronous(SqliteSynchronous::Full)
}

/// How to open connections that cannot write, to a database that [`writer`] has opened.
pub(crate) fn reading(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(BUSY_TIMEOUT)
        .statement_cache_capacity(STATEMENTS)
        .read_only(true)
}

/// Makes the file closed to other users; SQLite gives its companions the same permissions.
pub(crate) fn create(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.create_new(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        // Not opened again: closing it would end every lock that this process holds on it.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made_or_not => made_or_not.map(drop),
    }
}

/// Runs the migrations that are missing, all in one transaction that holds the write lock from the
/// start: processes that start at once take turns.
async fn migrate(path: &Path, connection: &mut SqliteConnection) -> Result<(), OpenError> {
    let mut transaction = connection
        .begin_with("BEGIN IMMEDIATE")
        .await
        .map_err(|source| in_database(path, source))?;
    MIGRATIONS
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|source| match source {
            MigrateError::VersionMissing(migration) => OpenError::Newer {
                path: path.to_owned(),
                migration,
            },
            source => OpenError::Migration {
                path: path.to_owned(),
                source,
            },
        })?;
    transaction
        .commit()
        .await
        .map_err(|source| in_database(path, source))
}

pub(crate) fn in_database(path: &Path, source: sqlx::Error) -> OpenError {
    OpenError::Database {
        path: path.to_owned(),
        source,
    }
}
