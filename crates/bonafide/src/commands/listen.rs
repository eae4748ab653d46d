use std::collections::HashMap;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use clap::Args;
use identity::{AccountId, Event, EventId, EventType, Mode};
use jobs::Delivery;
use outbound::AddressPolicy;
use sessions::Services;
use store::{Cursor, EventFilter, Page, Scope, UnitOfWork};

use super::keys::ModeArgument;
use crate::arguments::StorageArguments;
use crate::compose::Installation;
use crate::output;
use crate::shutdown::Shutdown;

/// How often new events are looked for.
const EVERY: Duration = Duration::from_millis(200);
const PAGE: u32 = 100;

#[derive(Args, Debug)]
pub(crate) struct Listen {
    /// Where events go, for example http://localhost:4242/webhook.
    #[arg(long, value_name = "URL", required_unless_present = "print_secret")]
    forward_to: Option<String>,
    /// Event types to forward; all by default.
    #[arg(long, value_delimiter = ',', value_name = "TYPE", value_parser = event_type)]
    events: Vec<EventType>,
    #[arg(long, value_enum, default_value = "test")]
    mode: ModeArgument,
    /// Print the signing secret and leave: it stays the same.
    #[arg(long)]
    print_secret: bool,
    #[command(flatten)]
    storage: StorageArguments,
}

/// Reads an event type, `identity.verification_session.` left out or not.
pub(crate) fn event_type(text: &str) -> Result<EventType, String> {
    let whole = format!("identity.verification_session.{text}");
    EventType::parse(text)
        .or_else(|| EventType::parse(&whole))
        .ok_or_else(|| {
            let known: Vec<&str> = EventType::ALL.iter().map(|known| known.as_str()).collect();
            format!("choose one of {}", known.join(", "))
        })
}

impl Listen {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let opened = Installation::new(&self.storage)?.open().await?;
        let services = &opened.services;
        let secrets = services.listen_secrets();
        let Some(target) = self.forward_to.filter(|_| !self.print_secret) else {
            output::line(secrets.current());
            opened.close().await?;
            return Ok(ExitCode::SUCCESS);
        };
        let mut forwarder = Forwarder::new(&target, self.events)?;
        let mut position = Position {
            mode: self.mode.into(),
            last: HashMap::new(),
        };
        position.advance(services).await?;
        let mut shutdown = Shutdown::new()?;
        output::line(&format!(
            "Ready. Your webhook signing secret is {} (^C to quit)",
            secrets.current()
        ));
        let mut tick = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                () = shutdown.asked() => break,
                _ = tick.tick() => {}
            }
            for event in position.advance(services).await? {
                let delivery = Delivery::new(&event, None, &secrets, services.now())?;
                forwarder.forward(&event, delivery).await;
            }
        }
        opened.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

struct Forwarder {
    client: outbound::Client,
    target: String,
    events: Vec<EventType>,
}

impl Forwarder {
    fn new(target: &str, events: Vec<EventType>) -> anyhow::Result<Self> {
        // Developers write localhost:4242/webhook.
        let target = if target.contains("://") {
            target.to_owned()
        } else {
            format!("http://{target}")
        };
        // Whoever types the command chooses the address, not a caller of the API.
        let client = outbound::Client::new(AddressPolicy {
            allow_loopback: true,
            allow_private: true,
        });
        client
            .check_url(&target)
            .with_context(|| format!("events cannot go to {target}"))?;
        Ok(Self {
            client,
            target,
            events,
        })
    }

    async fn forward(&mut self, event: &Event, delivery: Delivery) {
        if !self.events.is_empty() && !self.events.contains(&event.event_type) {
            return;
        }
        output::line(&format!("--> {} [{}]", event.event_type, event.id));
        let Delivery { headers, body } = delivery;
        let answer = match self.client.post(&self.target, headers, body).await {
            Ok(answer) => answer.status.as_u16().to_string(),
            Err(error) => error.to_string(),
        };
        output::line(&format!("<-- [{answer}] {} [{}]", self.target, event.id));
    }
}

/// How far the events of every account were read.
struct Position {
    mode: Mode,
    last: HashMap<AccountId, Option<EventId>>,
}

impl Position {
    /// What happened since the last call, oldest first; nothing at the first.
    async fn advance(&mut self, services: &Services) -> anyhow::Result<Vec<Event>> {
        let mut unit = services.store.read().await?;
        let first = self.last.is_empty();
        let mut news = Vec::new();
        for account in unit.accounts().await? {
            let scope = Scope {
                account: account.id.clone(),
                mode: self.mode,
            };
            let last = self.last.entry(account.id).or_default();
            if first {
                *last = newest(unit.as_mut(), &scope).await?;
                continue;
            }
            let newer = newer(unit.as_mut(), &scope, last.as_ref()).await?;
            if let Some(event) = newer.last() {
                *last = Some(event.id.clone());
            }
            news.extend(newer);
        }
        Ok(news)
    }
}

async fn newest(unit: &mut dyn UnitOfWork, scope: &Scope) -> anyhow::Result<Option<EventId>> {
    let page = Page {
        limit: 1,
        cursor: None,
    };
    let listing = unit.events(scope, &EventFilter::default(), &page).await?;
    Ok(listing.items.into_iter().next().map(|event| event.id))
}

/// Everything after `last`, oldest first.
async fn newer(
    unit: &mut dyn UnitOfWork,
    scope: &Scope,
    last: Option<&EventId>,
) -> anyhow::Result<Vec<Event>> {
    let mut found: Vec<Event> = Vec::new();
    loop {
        let cursor = match (last, found.last()) {
            (Some(last), None) => Some(Cursor::EndingBefore(last.to_string())),
            (Some(_), Some(newest)) => Some(Cursor::EndingBefore(newest.id.to_string())),
            (None, None) => None,
            (None, Some(oldest)) => Some(Cursor::StartingAfter(oldest.id.to_string())),
        };
        let page = Page {
            limit: PAGE,
            cursor,
        };
        let mut listing = unit.events(scope, &EventFilter::default(), &page).await?;
        if last.is_some() {
            listing.items.reverse();
        }
        found.extend(listing.items);
        if !listing.has_more {
            break;
        }
    }
    if last.is_none() {
        found.reverse();
    }
    Ok(found)
}
