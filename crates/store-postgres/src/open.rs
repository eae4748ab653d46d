use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection as _, PgConnection, PgPool};
use thiserror::Error;

use crate::Address;

pub(crate) static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// How long a unit waits for a connection of the pool, or for a server that is away.
const CONNECTION_MAX_WAIT: Duration = Duration::from_secs(3);

/// How long a statement waits for other units, and for how long a process that hangs in the middle
/// of a unit can make them wait.
const MAX_WAIT: [(&str, &str); 6] = [
    ("lock_timeout", "10s"),
    ("statement_timeout", "20s"),
    // The server notices within half a minute that a process is gone whose machine has vanished.
    ("tcp_keepalives_idle", "10"),
    ("tcp_keepalives_interval", "5"),
    ("tcp_keepalives_count", "4"),
    ("idle_in_transaction_session_timeout", "30s"),
];

/// The database cannot be used; the source of a [`store::StoreError::Database`]. Never shows a
/// password.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The server is not there, or lets nobody in.
    #[error("the PostgreSQL database {address} cannot be reached")]
    Unreachable {
        /// The database.
        address: Address,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// A newer version has migrated it.
    #[error(
        "the PostgreSQL database {address} was written by a newer version of Bonafide (migration \
         {migration}); use that version"
    )]
    Newer {
        /// The database.
        address: Address,
        /// A migration that this version does not know.
        migration: i64,
    },
    /// It could not be brought to this version.
    #[error("the PostgreSQL database {address} could not be migrated")]
    Migration {
        /// The database.
        address: Address,
        /// Why.
        #[source]
        source: MigrateError,
    },
}

/// Every statement of ours has an index that finds its rows in their order, and tests hold it to
/// that plan. Left to itself the server guesses, of values that it does not know yet, that next to no
/// rows match, and may then read and sort many.
const PLANS: [(&str, &str); 6] = [
    // A page of a list takes less than a millisecond; among ten million rows the server fears a
    // second, and compiles the statement first, which takes a tenth of one every time.
    ("jit", "off"),
    ("plan_cache_mode", "force_generic_plan"),
    ("enable_seqscan", "off"),
    ("enable_bitmapscan", "off"),
    ("enable_sort", "off"),
    ("enable_incremental_sort", "off"),
];

/// Runs the migrations that are missing, under an advisory lock: processes that start at once take
/// turns.
pub(crate) async fn migrate(address: &Address) -> Result<(), OpenError> {
    let mut connection = PgConnection::connect_with(&address.options())
        .await
        .map_err(|source| unreachable(address, source))?;
    MIGRATIONS
        .run_direct(None, &mut connection, false)
        .await
        .map_err(|source| match source {
            MigrateError::VersionMissing(migration) => OpenError::Newer {
                address: address.clone(),
                migration,
            },
            source => OpenError::Migration {
                address: address.clone(),
                source,
            },
        })?;
    connection
        .close()
        .await
        .map_err(|source| unreachable(address, source))
}

/// Up to this many connections; they are made when they are needed.
pub(crate) async fn pool(address: &Address, connections: u32) -> Result<PgPool, OpenError> {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(CONNECTION_MAX_WAIT)
        .connect_with(address.options().options(MAX_WAIT).options(PLANS))
        .await
        .map_err(|source| unreachable(address, source))
}

pub(crate) fn unreachable(address: &Address, source: sqlx::Error) -> OpenError {
    OpenError::Unreachable {
        address: address.clone(),
        source,
    }
}
