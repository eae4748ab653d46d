use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use identity::{
    Consent, DocumentOptions, DocumentSide, DocumentType, Event, EventType, FileId, FilePurpose,
    Mode, Options, RequestOrigin, SessionId, UploadMethod, VerificationType,
};
use jiff::tz::TimeZone;
use sessions::{NewFile, NewSession, OpenedSession, Services};
use specimen::{Kind, Request};
use store::Scope;
use tokio_util::sync::CancellationToken;

use super::listen::event_type;
use super::worker::{observer, worker};
use crate::arguments::{ModelArguments, StorageArguments};
use crate::compose::Installation;
use crate::{accounts, output};

/// How often the event is looked for while a worker is at it.
const EVERY: Duration = Duration::from_millis(50);

#[derive(Args, Debug)]
pub(crate) struct Trigger {
    /// created, processing, verified, requires_input, canceled or redacted, with or without
    /// `identity.verification_session.` before it.
    #[arg(value_parser = event_type)]
    event: EventType,
    #[command(flatten)]
    models: ModelArguments,
    #[command(flatten)]
    storage: StorageArguments,
}

impl Trigger {
    /// Takes a new session to where the event happens: specimens are drawn, sealed, read and
    /// judged as a person's pictures are.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let installation = Installation::new(&self.storage)?;
        let opened = installation.open().await?;
        let services = &opened.services;
        let mut opened_session = create(services).await?;
        match self.event {
            EventType::Created => {}
            EventType::Canceled => cancel(services, &mut opened_session).await?,
            EventType::Redacted => redact(services, &mut opened_session).await?,
            EventType::Processing | EventType::Verified => {
                submit(services, &mut opened_session, false).await?;
            }
            EventType::RequiresInput => submit(services, &mut opened_session, true).await?,
        }
        let session = opened_session.session.id.clone();
        drop(opened_session);
        let event = if matches!(self.event, EventType::Created | EventType::Canceled) {
            happened(services, &session, self.event).await?
        } else {
            let models = self.models.clone();
            work_until(&installation, services, &models, &session, self.event).await?
        };
        output::line(&format!("{session}  {}  {}", event.event_type, event.id));
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn create(services: &Services) -> anyhow::Result<OpenedSession> {
    let mut unit = services.store.begin().await?;
    let account = accounts::default_account(services, unit.as_mut()).await?;
    let scope = Scope {
        account: account.id,
        mode: Mode::Test,
    };
    let mut new = NewSession::new(VerificationType::Document);
    new.options = Options {
        document: Some(DocumentOptions {
            allowed_types: Some(vec![DocumentType::Passport]),
            ..DocumentOptions::default()
        }),
        ..Options::default()
    };
    let opened_session = services
        .create(unit.as_mut(), &scope, new, RequestOrigin::default())
        .await?;
    unit.save().await?;
    Ok(opened_session)
}

async fn cancel(services: &Services, opened_session: &mut OpenedSession) -> anyhow::Result<()> {
    let mut unit = services.store.begin().await?;
    services
        .cancel(unit.as_mut(), opened_session, RequestOrigin::default())
        .await?;
    unit.save().await?;
    Ok(())
}

async fn redact(services: &Services, opened_session: &mut OpenedSession) -> anyhow::Result<()> {
    let mut unit = services.store.begin().await?;
    services
        .redact(unit.as_mut(), opened_session, RequestOrigin::default())
        .await?;
    unit.save().await?;
    Ok(())
}

/// Hands in a drawn passport, as a person would.
async fn submit(
    services: &Services,
    opened_session: &mut OpenedSession,
    expired: bool,
) -> anyhow::Result<()> {
    let now = services.now();
    let request = Request {
        kind: Kind::Passport,
        portrait: None,
        seed: now.0.unsigned_abs(),
        expired,
        degrade: Vec::new(),
        today: jiff::Timestamp::from_second(now.0)?
            .to_zoned(TimeZone::UTC)
            .date(),
    };
    let drawn =
        tokio::task::spawn_blocking(move || specimen::generate(&request)?.front_jpeg()).await??;
    let picture = NewFile {
        purpose: FilePurpose::IdentityPrivate,
        filename: None,
        file_type: Some("jpg".to_owned()),
        contents: drawn.into(),
    };
    let stored = services.store_session_file(opened_session, picture).await?;
    let mut unit = services.store.begin().await?;
    services.insert_file(unit.as_mut(), &stored).await?;
    let collected = &mut opened_session.personal.collected;
    collected.consent = Some(Consent {
        given_at: now,
        language: "en".to_owned(),
        text_version: "of a specimen".to_owned(),
        text: Vec::new(),
    });
    collected.document_type = Some(DocumentType::Passport);
    collected.front = Some(side(stored.record.file.id.clone()));
    services.submit(unit.as_mut(), opened_session).await?;
    unit.save().await?;
    Ok(())
}

fn side(picture: FileId) -> DocumentSide {
    DocumentSide {
        high_res_image: picture,
        low_res_image: None,
        upload_method: UploadMethod::FileUpload,
        force_confirm: false,
    }
}

/// Works beside whatever workers there are until the event has happened and the session has
/// settled.
async fn work_until(
    installation: &Installation,
    services: &Arc<Services>,
    models: &ModelArguments,
    session: &SessionId,
    wanted: EventType,
) -> anyhow::Result<Event> {
    let models = models.clone();
    let loaded = tokio::task::spawn_blocking(move || models.load());
    let vision = loaded.await.context("loading the models panicked")??;
    let observer = observer(installation, vision);
    let outbound = outbound::Client::new(installation.address_policy(None));
    let stop = CancellationToken::new();
    let worker = worker(installation, services, &observer, outbound);
    let work = tokio::spawn(worker.run(stop.clone()));
    let settled = match wanted {
        EventType::Redacted => vec![EventType::Redacted],
        _ => vec![EventType::Verified, EventType::RequiresInput],
    };
    let mut tick = tokio::time::interval(EVERY);
    loop {
        tick.tick().await;
        let mut unit = services.store.read().await?;
        let events = unit.events_of_session(session).await?;
        if events
            .iter()
            .any(|event| settled.contains(&event.event_type))
        {
            break;
        }
    }
    stop.cancel();
    work.await.context("the worker panicked")?;
    happened(services, session, wanted).await
}

async fn happened(
    services: &Services,
    session: &SessionId,
    wanted: EventType,
) -> anyhow::Result<Event> {
    let mut unit = services.store.read().await?;
    let events = unit.events_of_session(session).await?;
    let found = events.into_iter().find(|event| event.event_type == wanted);
    found.with_context(|| format!("{session} ended otherwise: see `bonafide sessions show`"))
}
