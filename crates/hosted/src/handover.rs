//! Going on with another device: a link for it, and how far it is, told to the first one. Ours alone.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive};
use axum::response::{IntoResponse as _, Response, Sse};
use futures::stream::unfold;
use identity::resource::{Rendered, Resource};
use identity::{LinkTokenKind, Requirement, Status, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sessions::{OpenedSession, Services};
use wire::{Answer, ApiError, Call, Context, Endpoint, Operation, Persons, Result};

use crate::page_data::missing;
use crate::person::{find_own_session, own_session};

/// How often the first device hears of a change.
const EVERY: Duration = Duration::from_secs(1);
/// Looks until a stream ends; browsers ask again by themselves (HTML, 9.2.3), so that no server that
/// is to stop waits for one.
const LOOKS: u32 = 15;

#[derive(Deserialize, JsonSchema)]
pub(crate) struct NoParameters {}

/// A link that opens the session on one more device.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_handover")]
pub(crate) struct HandoverObject {
    #[schemars(extend("enum" = ["identity.verification_page_handover"]))]
    object: &'static str,
    url: String,
    expires_at: Timestamp,
    /// Links of this session that were opened so far.
    opened: u32,
}

impl Resource for HandoverObject {
    type Described = Self;
}

/// What the first device is told.
#[derive(Clone, PartialEq, Eq, Serialize)]
struct Progress {
    status: Status,
    missing: Vec<Requirement>,
    /// Links of this session that were opened so far: one more once the other device is there.
    opened: u32,
}

/// The link dies when it is opened; this device stays bound to the session.
pub(crate) struct HandOver;

impl Endpoint for HandOver {
    const ID: &'static str = "PostIdentityVerificationPagesIdHandover";
    const SUMMARY: &'static str = "Get a link for another device of the person's";

    type Access = Persons;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<HandoverObject>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let opened = own_session(context, &id).await?;
        let (services, session) = (context.services, &opened.session);
        if !session.is_open() {
            let message = "This verification takes nothing more: there is nothing to go on with.";
            return Err(ApiError::invalid("id".to_owned(), message));
        }
        let token = services.token(session, LinkTokenKind::Handover);
        let expires_at = services
            .read_token(&token)
            .map(|token| token.expires)
            .ok_or_else(|| ApiError::internal("a link of our own cannot be read"))?;
        Ok(Rendered::of(&HandoverObject {
            object: "identity.verification_page_handover",
            url: format!("{}/start/{token}", services.settings.public_url),
            expires_at,
            opened: session.links_spent,
        }))
    }
}

/// Server-sent events, named `progress`: how the session stands now, and at every change.
pub(crate) struct Follow;

impl Endpoint for Follow {
    const ID: &'static str = "GetIdentityVerificationPagesIdProgress";
    const SUMMARY: &'static str = "Follow a session that goes on elsewhere";
    const EXPANDS: bool = false;

    type Access = Persons;
    type Path = String;
    type Params = NoParameters;
    type Answer = Follower;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        let opened = own_session(context, &id).await?;
        Ok(Follower {
            services: Arc::clone(context.services),
            call: context.call.clone(),
            id,
            now: of(&opened),
            told: false,
            looks: 0,
        })
    }
}

fn of(opened: &OpenedSession) -> Progress {
    Progress {
        status: opened.session.status,
        missing: missing(opened),
        opened: opened.session.links_spent,
    }
}

/// Tells the first device, and looks again.
pub(crate) struct Follower {
    services: Arc<Services>,
    call: Call,
    id: String,
    now: Progress,
    told: bool,
    looks: u32,
}

impl Answer for Follower {
    fn describe(operation: Operation) -> Operation {
        operation.answers_contents("text/event-stream").goes_on()
    }

    fn into_response(self, _: &str) -> Response {
        let told = Sse::new(unfold(self, Self::next));
        told.keep_alive(KeepAlive::default()).into_response()
    }
}

impl Follower {
    async fn next(mut self) -> Option<(std::result::Result<Event, Infallible>, Self)> {
        while self.told {
            if self.looks == LOOKS {
                return None;
            }
            self.looks += 1;
            tokio::time::sleep(EVERY).await;
            // A session that is over for the person ends the stream; asked again, the answer says why.
            let seen = self.look().await.ok()?;
            self.told = seen == self.now;
            self.now = seen;
        }
        self.told = true;
        let event = Event::default()
            .event("progress")
            .retry(EVERY)
            .json_data(&self.now)
            .ok()?;
        Some((Ok(event), self))
    }

    async fn look(&self) -> Result<Progress> {
        let services = &self.services;
        let mut unit = services.store.read().await?;
        let opened = find_own_session(services, unit.as_mut(), &self.call, &self.id).await?;
        Ok(of(&opened))
    }
}
