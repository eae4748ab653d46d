use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Args, Subcommand};
use identity::{
    DocumentOptions, DocumentType, Expand, Mode, Options, RequestOrigin, SessionId,
    VerificationType,
};
use sessions::{NewSession, OpenedSession, Services};
use store::{Cursor, Page, Scope, SessionFilter};

use super::keys::ModeArgument;
use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::{accounts, output};

/// What an operator sees of a session with everything that reports hold.
const EVERYTHING: [&str; 14] = [
    "provided_details",
    "verified_outputs.dob",
    "verified_outputs.id_number",
    "verified_outputs.sex",
    "verified_outputs.unparsed_place_of_birth",
    "verified_outputs.unparsed_sex",
    "last_verification_report.document.dob",
    "last_verification_report.document.expiration_date",
    "last_verification_report.document.number",
    "last_verification_report.document.sex",
    "last_verification_report.document.unparsed_sex",
    "last_verification_report.document.unparsed_place_of_birth",
    "last_verification_report.id_number.id_number",
    "last_verification_report.evidence",
];

#[derive(Args, Debug)]
pub(crate) struct Sessions {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Create a session and print the address to open.
    Create(Create),
    /// List sessions, newest first.
    List {
        #[arg(long, value_enum, default_value = "test")]
        mode: ModeArgument,
        /// At most this many.
        #[arg(long, default_value_t = 20)]
        limit: u32,
        /// One JSON line a session.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Show a session with its last report as JSON.
    Show {
        /// Identifier, `vs_…`.
        id: String,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Write a session's pictures into a folder.
    Pictures {
        /// Identifier, `vs_…`.
        id: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        storage: StorageArguments,
    },
    /// Destroy everything personal about a session.
    Redact {
        /// Identifier, `vs_…`.
        id: String,
        #[command(flatten)]
        storage: StorageArguments,
    },
}

#[derive(Args, Debug)]
struct Create {
    #[arg(long, value_enum, default_value = "test")]
    mode: ModeArgument,
    /// Ask for a selfie that matches the document.
    #[arg(long)]
    require_matching_selfie: bool,
    /// Take pictures from the camera alone.
    #[arg(long)]
    require_live_capture: bool,
    /// Documents to take; all by default.
    #[arg(long, value_delimiter = ',', value_name = "TYPE", value_parser = document_type)]
    allowed_types: Vec<DocumentType>,
    /// Where the person goes afterwards.
    #[arg(long, value_name = "URL")]
    return_url: Option<String>,
    /// Print the session as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    storage: StorageArguments,
}

/// Reads a document type as the API names it.
pub(crate) fn document_type(text: &str) -> Result<DocumentType, String> {
    DocumentType::parse(text).ok_or_else(|| "choose driving_license, id_card or passport".into())
}

impl Sessions {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self.action {
            Action::Create(create) => create.run().await?,
            Action::List {
                mode,
                limit,
                json,
                storage,
            } => {
                list(&storage, mode.into(), limit, json).await?;
            }
            Action::Show { id, storage } => show(&storage, &id).await?,
            Action::Pictures { id, out, storage } => pictures(&storage, &id, &out).await?,
            Action::Redact { id, storage } => redact(&storage, &id).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    async fn run(self) -> anyhow::Result<()> {
        let installation = Installation::new(&self.storage)?;
        let mode = Mode::from(self.mode);
        if mode == Mode::Live
            && let Some(obstacle) = installation.live_mode_obstacle()
        {
            anyhow::bail!(obstacle);
        }
        let opened = installation.open().await?;
        let services = &opened.services;
        let mut unit = services.store.begin().await?;
        let account = accounts::default_account(services, unit.as_mut()).await?;
        let scope = Scope {
            account: account.id,
            mode,
        };
        let mut new = NewSession::new(VerificationType::Document);
        new.options = Options {
            document: Some(DocumentOptions {
                allowed_types: (!self.allowed_types.is_empty()).then_some(self.allowed_types),
                require_id_number: None,
                require_live_capture: self.require_live_capture.then_some(true),
                require_matching_selfie: self.require_matching_selfie.then_some(true),
            }),
            ..Options::default()
        };
        new.return_url = self.return_url;
        let origin = RequestOrigin::default();
        let opened_session = services.create(unit.as_mut(), &scope, new, origin).await?;
        let shown = services
            .render(unit.as_mut(), &opened_session, &Expand::none())
            .await?;
        unit.save().await?;
        if self.json {
            output::json(&shown)?;
        } else {
            output::line(shown["url"].as_str().unwrap_or_default());
        }
        opened.close().await?;
        Ok(())
    }
}

async fn list(
    storage: &StorageArguments,
    mode: Mode,
    limit: u32,
    json: bool,
) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let services = &opened.services;
    let mut unit = services.store.read().await?;
    let mut left = limit;
    for account in unit.accounts().await? {
        let scope = Scope {
            account: account.id,
            mode,
        };
        let mut cursor = None;
        while left > 0 {
            let page = Page {
                limit: left.min(100),
                cursor,
            };
            let listing = unit
                .sessions(&scope, &SessionFilter::default(), &page)
                .await?;
            left -= listing.items.len() as u32;
            cursor = listing
                .items
                .last()
                .map(|last| Cursor::StartingAfter(last.session.id.to_string()));
            for record in listing.items {
                let session = record.session;
                if json {
                    let opened_session = services.find(unit.as_mut(), &scope, &session.id).await?;
                    let Some(opened_session) = opened_session else {
                        continue;
                    };
                    let shown = services
                        .render(unit.as_mut(), &opened_session, &Expand::none())
                        .await?;
                    output::json(&shown)?;
                } else {
                    let error = session.last_error.map_or("", |error| error.code.as_str());
                    let status = session.status;
                    output::line(&format!("{}  {status:<14}  {error}", session.id));
                }
            }
            if !listing.has_more {
                break;
            }
        }
    }
    drop(unit);
    opened.close().await?;
    Ok(())
}

/// The session of this identifier, whatever its account.
async fn find(
    services: &Services,
    unit: &mut dyn store::UnitOfWork,
    text: &str,
) -> anyhow::Result<OpenedSession> {
    let found = match SessionId::parse(text) {
        Some(id) => services.find_anywhere(unit, &id).await?,
        None => None,
    };
    found.with_context(|| format!("no session is called {text}: see `bonafide sessions list`"))
}

async fn show(storage: &StorageArguments, id: &str) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let mut unit = opened.services.store.read().await?;
    let opened_session = find(&opened.services, unit.as_mut(), id).await?;
    let expand = Expand::new(EVERYTHING);
    let shown = opened
        .services
        .render(unit.as_mut(), &opened_session, &expand)
        .await?;
    output::line(&serde_json::to_string_pretty(&shown)?);
    drop(unit);
    opened.close().await?;
    Ok(())
}

async fn pictures(storage: &StorageArguments, id: &str, out: &Path) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let services = &opened.services;
    let mut unit = services.store.read().await?;
    let opened_session = find(services, unit.as_mut(), id).await?;
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    let mut written = Vec::new();
    for record in unit.files_of_session(&opened_session.session.id).await? {
        let file = record.file;
        if written.contains(&file.blob) {
            continue;
        }
        let contents = services.file_contents(unit.as_mut(), &file).await?;
        let extension = file.file_type.as_deref().unwrap_or("bin");
        let path = out.join(format!("{}.{extension}", file.id));
        std::fs::write(&path, contents)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        output::line(&path.display().to_string());
        written.push(file.blob);
    }
    drop(unit);
    opened.close().await?;
    Ok(())
}

async fn redact(storage: &StorageArguments, id: &str) -> anyhow::Result<()> {
    let opened = Installation::new(storage)?.open().await?;
    let services = &opened.services;
    let mut unit = services.store.begin().await?;
    let mut opened_session = find(services, unit.as_mut(), id).await?;
    services
        .redact(unit.as_mut(), &mut opened_session, RequestOrigin::default())
        .await?;
    unit.save().await?;
    output::line(&format!(
        "{} can no longer be read; a worker removes what is left of its pictures",
        opened_session.session.id
    ));
    drop(opened_session);
    opened.close().await?;
    Ok(())
}
