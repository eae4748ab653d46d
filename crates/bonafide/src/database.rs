//! Which database an installation uses.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};

use anyhow::{Context as _, bail};
use identity::Timestamp;
use store::{Store, StoreError};
use store_postgres::{Address, PostgresStore};
use store_sqlite::SqliteStore;

/// A database, named but not open.
#[derive(Debug)]
pub enum Database {
    /// One file on this machine.
    Sqlite(PathBuf),
    /// A server, for processes on any number of machines.
    Postgres {
        address: Address,
        /// At most this many for a process.
        connections: u32,
    },
}

impl Database {
    /// The database that a URL names, which may hold a password and is never repeated.
    pub fn parse(url: &str, connections: Option<u32>) -> anyhow::Result<Self> {
        match url.split_once(':') {
            Some(("sqlite", path)) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                anyhow::ensure!(
                    !path.is_empty(),
                    "the database URL names no file: use sqlite:PATH"
                );
                Ok(Self::Sqlite(PathBuf::from(path)))
            }
            Some(("postgres" | "postgresql", _)) => {
                let connections = connections.unwrap_or(PostgresStore::CONNECTIONS);
                anyhow::ensure!(connections > 0, "a database needs at least one connection");
                let address = Address::parse(url)?;
                Ok(Self::Postgres {
                    address,
                    connections,
                })
            }
            _ => bail!("a database is sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE"),
        }
    }

    /// The file of an embedded database.
    pub(crate) fn file(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(file) => Some(file),
            Self::Postgres { .. } => None,
        }
    }

    /// Makes the folder that a database in a file needs.
    pub(crate) fn make_folder(&self) -> anyhow::Result<()> {
        let Self::Sqlite(file) = self else {
            return Ok(());
        };
        let folder = file.parent().unwrap_or(Path::new(""));
        if folder.as_os_str().is_empty() {
            return Ok(());
        }
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))
    }

    /// Whether opening it would make it. A server's is never made by us.
    pub(crate) fn is_missing(&self) -> bool {
        match self {
            Self::Sqlite(file) => !file.exists(),
            Self::Postgres { .. } => false,
        }
    }

    /// Opens and migrates it.
    pub async fn open(&self) -> anyhow::Result<OpenDatabase> {
        match self {
            Self::Sqlite(file) => {
                let store = SqliteStore::open(file)
                    .await
                    .with_context(|| format!("{self} cannot be opened"))?;
                Ok(OpenDatabase::Sqlite(Arc::new(store)))
            }
            Self::Postgres {
                address,
                connections,
            } => {
                let store = PostgresStore::open(address, *connections).await?;
                Ok(OpenDatabase::Postgres(Arc::new(store)))
            }
        }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "{}", file.display()),
            Self::Postgres { address, .. } => write!(f, "the PostgreSQL database {address}"),
        }
    }
}

/// An open database.
pub enum OpenDatabase {
    Sqlite(Arc<SqliteStore>),
    Postgres(Arc<PostgresStore>),
}

impl OpenDatabase {
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => Arc::clone(store) as Arc<dyn Store>,
            Self::Postgres(store) => Arc::clone(store) as Arc<dyn Store>,
        }
    }

    /// Counts its connections for as long as it is open, and does not keep it open.
    pub(crate) fn connections(&self) -> Connections {
        match self {
            Self::Sqlite(store) => Connections::Sqlite(Arc::downgrade(store)),
            Self::Postgres(store) => Connections::Postgres(Arc::downgrade(store)),
        }
    }

    /// What time its server has; `None` where there is none.
    pub(crate) async fn clock(&self) -> Result<Option<Timestamp>, StoreError> {
        match self {
            Self::Sqlite(_) => Ok(None),
            Self::Postgres(store) => store.clock().await.map(Some),
        }
    }

    /// Closes it so that nothing is left to recover. Somebody who still holds the store closes it
    /// by dropping it.
    pub async fn close(self) -> anyhow::Result<()> {
        match self {
            Self::Sqlite(store) => {
                if let Ok(store) = Arc::try_unwrap(store) {
                    store.close().await?;
                }
            }
            Self::Postgres(store) => {
                if let Ok(store) = Arc::try_unwrap(store) {
                    store.close().await;
                }
            }
        }
        Ok(())
    }
}

/// Counts connections to a database.
pub(crate) enum Connections {
    Sqlite(Weak<SqliteStore>),
    Postgres(Weak<PostgresStore>),
}

impl Connections {
    /// Those in use and those that rest; nothing once it is closed.
    pub(crate) fn count(&self) -> Option<(usize, usize)> {
        match self {
            Self::Sqlite(store) => store.upgrade().map(|store| store.connections()),
            Self::Postgres(store) => store.upgrade().map(|store| store.connections()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(url: &str) -> PathBuf {
        match Database::parse(url, None).unwrap() {
            Database::Sqlite(file) => file,
            Database::Postgres { .. } => panic!("{url} names a file"),
        }
    }

    #[test]
    fn urls_name_files() {
        assert_eq!(file("sqlite:x.db"), PathBuf::from("x.db"));
        assert_eq!(file("sqlite:///a/x.db"), PathBuf::from("/a/x.db"));
    }

    #[test]
    fn urls_name_servers() {
        for scheme in ["postgres", "postgresql"] {
            let url = format!("{scheme}://ann:hunter2@db.example/bonafide");
            let database = Database::parse(&url, Some(3)).unwrap();
            let shown = "the PostgreSQL database bonafide at db.example:5432";
            assert_eq!(database.to_string(), shown);
            assert!(matches!(
                database,
                Database::Postgres { connections: 3, .. }
            ));
            assert!(!format!("{database:?}").contains("hunter2"));
        }
    }

    #[test]
    fn other_urls_are_refused_and_not_repeated() {
        for url in ["mysql://ann:hunter2@db.example/x", "hunter2", "sqlite:"] {
            let refused = Database::parse(url, None).unwrap_err();
            assert!(!format!("{refused:?}").contains("hunter2"));
        }
        assert!(Database::parse("postgres://db.example/x", Some(0)).is_err());
    }
}
