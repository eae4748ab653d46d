use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use identity::{ApiKeyId, KeyKind, Mode, NewKey, Permission};
use serde_json::json;

use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::{accounts, output};

#[derive(Args, Debug)]
pub(crate) struct Keys {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Create a key and print it, this once.
    Create(Create),
    /// List keys; their texts are not kept.
    List {
        /// One JSON line a key.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// End a key's life.
    Revoke {
        /// Identifier of the key, `key_…`.
        id: String,
        #[command(flatten)]
        storage: StorageArguments,
    },
}

#[derive(Args, Debug)]
struct Create {
    /// Test or live: the key decides, not the server.
    #[arg(long, value_enum)]
    mode: ModeArgument,
    #[arg(long, value_enum)]
    kind: KindArgument,
    /// What a restricted key may do; each permission brings reading, and nothing else comes along.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PERMISSION")]
    allow: Vec<PermissionArgument>,
    /// Networks that may use the key; without any, all may.
    #[arg(long, value_delimiter = ',', value_name = "CIDR")]
    ip: Vec<String>,
    #[command(flatten)]
    storage: StorageArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ModeArgument {
    Test,
    Live,
}

impl From<ModeArgument> for Mode {
    fn from(mode: ModeArgument) -> Self {
        match mode {
            ModeArgument::Test => Self::Test,
            ModeArgument::Live => Self::Live,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindArgument {
    Secret,
    Publishable,
    Restricted,
}

impl From<KindArgument> for KeyKind {
    fn from(kind: KindArgument) -> Self {
        match kind {
            KindArgument::Secret => Self::Secret,
            KindArgument::Publishable => Self::Publishable,
            KindArgument::Restricted => Self::Restricted,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "snake_case")]
enum PermissionArgument {
    /// Read sessions, reports, events and files.
    Read,
    /// Create and change them, and see the links that lead persons to sessions.
    Write,
    /// Read numbers, dates and pictures.
    SensitiveResults,
}

impl From<PermissionArgument> for Permission {
    fn from(permission: PermissionArgument) -> Self {
        match permission {
            PermissionArgument::Read => Self::Read,
            PermissionArgument::Write => Self::Write,
            PermissionArgument::SensitiveResults => Self::SensitiveResults,
        }
    }
}

impl Keys {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Create(create) => create.run().await,
            Action::List { json, storage } => list(&storage, json).await,
            Action::Revoke { id, storage } => revoke(&storage, &id).await,
        }
    }
}

impl Create {
    async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let mode = Mode::from(self.mode);
        if mode == Mode::Live
            && let Some(obstacle) = installation.live_mode_obstacle()
        {
            anyhow::bail!(obstacle);
        }
        let kind = KeyKind::from(self.kind);
        anyhow::ensure!(
            kind == KeyKind::Restricted || self.allow.is_empty(),
            "--allow is for restricted keys: a {kind} key's permissions are fixed",
        );
        anyhow::ensure!(
            kind != KeyKind::Restricted || !self.allow.is_empty(),
            "a restricted key needs --allow, for example --allow sensitive_results",
        );
        for network in &self.ip {
            anyhow::ensure!(
                wire::is_network(network),
                "{network} is not a network in CIDR notation, 203.0.113.0/24 for example",
            );
        }
        let mut permissions: Vec<_> = self.allow.iter().copied().map(Permission::from).collect();
        permissions.sort_unstable();
        permissions.dedup();
        let opened = installation.open().await?;
        let services = &opened.services;
        let mut unit = services.store.begin().await?;
        let account = accounts::default_account(services, unit.as_mut()).await?;
        let new = NewKey::generate(
            services.random.as_ref(),
            account.id,
            mode,
            kind,
            permissions,
            self.ip,
            services.now(),
        );
        unit.insert_api_key(&new.key).await?;
        unit.save().await?;
        output::line(&new.text);
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn list(storage: &StorageArguments, json: bool) -> anyhow::Result<ExitCode> {
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.read().await?;
    for key in unit.api_keys().await? {
        if json {
            output::json(&json!({
                "id": key.id,
                "mode": key.mode,
                "kind": key.kind,
                "permissions": key.permissions,
                "allowed_networks": key.allowed_networks,
                "last_four": key.last_four,
                "created": key.created,
                "revoked": key.revoked,
            }))?;
        } else {
            output::line(&accounts::describe(&key));
        }
    }
    drop(unit);
    opened.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn revoke(storage: &StorageArguments, id: &str) -> anyhow::Result<ExitCode> {
    let Some(id) = ApiKeyId::parse(id) else {
        anyhow::bail!("{id} is not the identifier of a key: see `bonafide keys list`");
    };
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.begin().await?;
    let revoked = unit.revoke_api_key(&id, opened.services.now()).await?;
    unit.save().await?;
    opened.close().await?;
    anyhow::ensure!(
        revoked,
        "no active key is called {id}: see `bonafide keys list`"
    );
    output::line(&format!("{id} is revoked"));
    Ok(ExitCode::SUCCESS)
}
