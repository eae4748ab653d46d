//! Puts the rooms together from arguments and configuration.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use identity::{Clock as _, OsRandom, Random, SystemClock};
use outbound::AddressPolicy;
use sessions::{Services, Settings, open_vault};
use vault::{BlobLocation, Blobs, MasterKey};

use crate::arguments::StorageArguments;
use crate::config::Config;
use crate::database::{Connections, Database, OpenDatabase};
use crate::{home, key_command};

/// Where serve leaves its address for commands on the same data folder.
const ADDRESS_FILE: &str = "public_url";
const DEFAULT_URL: &str = "http://127.0.0.1:12111";

/// What arguments and configuration file say together.
pub(crate) struct Installation {
    pub(crate) config: Config,
    pub(crate) data_dir: PathBuf,
    database: Database,
    blobs: BlobLocation,
    keys: BlobLocation,
    public_url: Option<String>,
}

/// Where the master key comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    /// The operator's own: `BONAFIDE_MASTER_KEY`.
    Environment,
    /// What a command of the operator's prints: one that asks a key management service, say.
    Command(String),
    /// The operator's own file.
    OperatorFile(PathBuf),
    /// Made by us beside the data it protects.
    DataFolder(PathBuf),
}

impl Installation {
    pub(crate) fn new(arguments: &StorageArguments) -> anyhow::Result<Self> {
        let mut config = Config::read(arguments.config.as_deref())?;
        config.limits = config.limits.with_environment()?;
        let data_dir = arguments
            .data_dir
            .clone()
            .or_else(|| config.data_dir.clone())
            .unwrap_or_else(|| PathBuf::from("./data"));
        let database_url = arguments
            .database_url
            .clone()
            .or_else(|| config.database_url.clone());
        let connections = arguments
            .database_connections
            .or(config.database_connections);
        let database = match database_url {
            Some(url) => Database::parse(&url, connections)?,
            None => Database::Sqlite(data_dir.join("bonafide.db")),
        };
        let blob_url = arguments
            .blob_url
            .clone()
            .or_else(|| config.blob_url.clone());
        let shared = blob_url.as_deref().map(BlobLocation::parse).transpose()?;
        let key_url = arguments.key_url.clone().or_else(|| config.key_url.clone());
        // Who shares the pictures shares the keys.
        let keys = match (key_url, &shared) {
            (Some(url), _) => {
                BlobLocation::parse(&url).context("the URL of the keys is not right")?
            }
            (None, Some(pictures)) => pictures.beside("keys"),
            (None, None) => BlobLocation::Folder(data_dir.join("keys")),
        };
        let blobs = shared.unwrap_or_else(|| BlobLocation::Folder(data_dir.join("blobs")));
        let public_url = arguments
            .public_url
            .clone()
            .or_else(|| config.public_url.clone());
        if let Some(url) = &public_url {
            check_public_url(url)?;
        }
        Ok(Self {
            config,
            data_dir,
            database,
            blobs,
            keys,
            public_url,
        })
    }

    /// The data folder, readable by its owner alone.
    pub(crate) fn make_folders(&self) -> anyhow::Result<()> {
        make_private_folder(&self.data_dir)?;
        if let BlobLocation::Folder(folder) = &self.blobs {
            make_private_folder(folder)?;
        }
        self.database.make_folder()
    }

    /// Where root and epoch keys lie.
    pub(crate) fn keys(&self) -> &BlobLocation {
        &self.keys
    }

    /// Sealed pictures alone: for commands that come before there is a database.
    pub(crate) fn open_blobs(&self) -> anyhow::Result<Blobs> {
        self.blobs
            .open()
            .with_context(|| format!("the picture store {} cannot be opened", self.blobs))
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// Where sealed pictures lie.
    pub(crate) fn blobs(&self) -> &BlobLocation {
        &self.blobs
    }

    pub(crate) fn key_source(&self) -> KeySource {
        if std::env::var_os("BONAFIDE_MASTER_KEY").is_some() {
            return KeySource::Environment;
        }
        let command = std::env::var("BONAFIDE_MASTER_KEY_COMMAND").ok();
        if let Some(command) = command.or_else(|| self.config.master_key_command.clone()) {
            return KeySource::Command(command);
        }
        let file = std::env::var_os("BONAFIDE_MASTER_KEY_FILE").map(PathBuf::from);
        match file.or_else(|| self.config.master_key_file.clone()) {
            Some(file) => KeySource::OperatorFile(file),
            None => KeySource::DataFolder(self.data_dir.join("master.key")),
        }
    }

    fn master_key(&self, random: &dyn Random) -> anyhow::Result<MasterKey> {
        match self.key_source() {
            KeySource::Environment => {
                let text = std::env::var("BONAFIDE_MASTER_KEY")
                    .map_err(|_| anyhow::anyhow!("BONAFIDE_MASTER_KEY is not text"))?;
                MasterKey::parse(&text).context("BONAFIDE_MASTER_KEY is not right")
            }
            KeySource::Command(command) => key_command::master_key(&command),
            KeySource::OperatorFile(file) => Ok(MasterKey::load(&file)?),
            KeySource::DataFolder(file) => Ok(MasterKey::load_or_create(&file, random)?),
        }
    }

    /// What live mode still needs; `None` where it may be used.
    pub(crate) fn live_mode_obstacle(&self) -> Option<&'static str> {
        if matches!(self.key_source(), KeySource::DataFolder(_)) {
            return Some(
                "live mode needs a master key of your own: set BONAFIDE_MASTER_KEY or \
                 BONAFIDE_MASTER_KEY_FILE or _COMMAND, so that it does not lie beside the data it protects",
            );
        }
        let https = self
            .public_url
            .as_deref()
            .is_some_and(|url| url.starts_with("https://"));
        if https {
            None
        } else {
            Some("live mode needs an https address: set --public-url or BONAFIDE_PUBLIC_URL")
        }
    }

    /// Which addresses webhooks may reach. A server that only this machine finds may call home; one
    /// that listens on loopback behind a proxy serves everybody. `listening` is a server's own
    /// address, for where nothing else says where it is found.
    pub(crate) fn address_policy(&self, listening: Option<&str>) -> AddressPolicy {
        let left = || std::fs::read_to_string(self.data_dir.join(ADDRESS_FILE)).ok();
        // What lies in a folder of this machine and was never served is nobody else's either; whoever
        // shares a database and was not told where it is served reaches public addresses alone.
        let unserved =
            || matches!(self.database, Database::Sqlite(_)).then(|| DEFAULT_URL.to_owned());
        let public = self.public_url.clone();
        let known = match listening {
            Some(address) => public.or_else(|| Some(address.to_owned())),
            None => public.or_else(left).or_else(unserved),
        };
        let local = known.is_some_and(|url| home::is_home(&url));
        let config = &self.config.webhooks;
        AddressPolicy {
            allow_loopback: config.allow_loopback.unwrap_or(local),
            allow_private: config.allow_private.unwrap_or(local),
        }
    }

    /// Opens everything; an empty data folder is filled.
    pub(crate) async fn open(&self) -> anyhow::Result<Opened> {
        self.open_listening_at(None).await
    }

    /// Opens everything, for a server that listens at this address.
    pub(crate) async fn open_listening_at(&self, address: Option<&str>) -> anyhow::Result<Opened> {
        self.make_folders()?;
        let random: Arc<dyn Random> = Arc::new(OsRandom);
        let key = self.master_key(random.as_ref())?;
        let database = self.database.open().await?;
        let blobs = self.open_blobs()?;
        let public_url = self.address(address)?;
        let store = database.store();
        let keys = self
            .keys
            .open()
            .with_context(|| format!("the place of the keys, {}, cannot be opened", self.keys))?;
        let now = SystemClock.now();
        let vault = open_vault(store.as_ref(), &key, keys, Arc::clone(&random), now).await?;
        let services = Arc::new(Services {
            store,
            vault: Arc::new(vault),
            blobs: Arc::new(blobs),
            clock: Arc::new(SystemClock),
            random,
            settings: Settings {
                public_url,
                operator: self.config.operator()?,
                operators: self.config.operators()?,
                page: self.config.page()?,
                flows: self.config.flows()?,
                liveness: self.config.liveness()?,
                epochs: self.config.vault.epochs()?,
                retention: self.config.retention()?,
            },
        });
        Ok(Opened { services, database })
    }

    fn address(&self, listening: Option<&str>) -> anyhow::Result<String> {
        let file = self.data_dir.join(ADDRESS_FILE);
        if let Some(listening) = listening {
            let url = self
                .public_url
                .clone()
                .unwrap_or_else(|| listening.to_owned());
            let url = url.trim_end_matches('/').to_owned();
            std::fs::write(&file, &url)
                .with_context(|| format!("{} cannot be written", file.display()))?;
            return Ok(url);
        }
        let known = self
            .public_url
            .clone()
            .or_else(|| std::fs::read_to_string(&file).ok());
        let url = known.unwrap_or_else(|| DEFAULT_URL.to_owned());
        Ok(url.trim().trim_end_matches('/').to_owned())
    }
}

/// An open installation.
pub(crate) struct Opened {
    pub(crate) services: Arc<Services>,
    database: OpenDatabase,
}

impl Opened {
    /// Counts the connections to the database.
    pub(crate) fn connections(&self) -> Connections {
        self.database.connections()
    }

    /// How far this machine's clock is ahead of the database server's, in seconds; `None` where
    /// they are one machine.
    pub(crate) async fn clock_ahead(&self) -> Result<Option<i64>, store::StoreError> {
        let server = self.database.clock().await?;
        Ok(server.map(|server| self.services.now().0 - server.0))
    }

    /// Closes the database so that nothing is left to recover.
    pub(crate) async fn close(self) -> anyhow::Result<()> {
        drop(self.services);
        self.database.close().await
    }
}

fn check_public_url(url: &str) -> anyhow::Result<()> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let host = rest
        .and_then(|rest| rest.split('/').next())
        .unwrap_or_default();
    anyhow::ensure!(
        !host.is_empty(),
        "the public URL has to look like https://id.example.org"
    );
    Ok(())
}

fn make_private_folder(path: &Path) -> anyhow::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .with_context(|| format!("{} cannot be made", path.display()))
}
