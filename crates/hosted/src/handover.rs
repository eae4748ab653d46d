//! Going on with another device: a link for it, and how far it is, told to the first one. Ours alone.

use std::convert::Infallible;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::stream::{Stream, unfold};
use identity::{LinkTokenKind, Requirement, Status, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sessions::{Case, Services};
use wire::{ApiError, Call, Command, Host, Operation, Persons, Query, Result};

use crate::page_data::missing;
use crate::person::own_case;

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
struct HandoverObject {
    #[schemars(extend("enum" = ["identity.verification_page_handover"]))]
    object: &'static str,
    url: String,
    expires_at: Timestamp,
    /// Links of this session that were opened so far.
    opened: u32,
}

/// What the first device is told.
#[derive(Clone, PartialEq, Eq, Serialize)]
struct Progress {
    status: Status,
    missing: Vec<Requirement>,
    /// Links of this session that were opened so far: one more once the other device is there.
    opened: u32,
}

pub(crate) fn operation() -> Operation {
    let id = "PostIdentityVerificationPagesIdHandover";
    Operation::form::<NoParameters, Persons>(id, "Get a link for another device of the person's")
        .answers::<HandoverObject>()
}

pub(crate) fn progress_operation() -> Operation {
    let id = "GetIdentityVerificationPagesIdProgress";
    Operation::read::<NoParameters, Persons>(id, "Follow a session that goes on elsewhere")
        .without_expand()
        .answers_contents("text/event-stream")
        .goes_on()
}

/// The link dies when it is opened; this device stays bound to the session.
pub(crate) async fn hand_over(
    State(host): State<Host>,
    Path(id): Path<String>,
    command: Command<NoParameters, Persons>,
) -> Result<Json<Value>> {
    let services = &host.services;
    let mut unit = command.unit;
    let case = own_case(services, unit.as_mut(), &command.call, &id).await?;
    let session = &case.session;
    if !session.is_open() {
        let message = "This verification takes nothing more: there is nothing to go on with.";
        return Err(ApiError::invalid("id".to_owned(), message));
    }
    let token = services.token(session, LinkTokenKind::Handover);
    let expires_at = services
        .read_token(&token)
        .map(|token| token.expires)
        .ok_or_else(|| ApiError::internal("a link of our own cannot be read"))?;
    Ok(Json(json!(HandoverObject {
        object: "identity.verification_page_handover",
        url: format!("{}/start/{token}", services.settings.public_url),
        expires_at,
        opened: session.links_spent,
    })))
}

/// Server-sent events, named `progress`: how the session stands now, and at every change.
pub(crate) async fn progress(
    State(host): State<Host>,
    Path(id): Path<String>,
    query: Query<NoParameters, Persons>,
) -> Result<Sse<impl Stream<Item = std::result::Result<Event, Infallible>>>> {
    let mut unit = query.unit;
    let case = own_case(&host.services, unit.as_mut(), &query.call, &id).await?;
    let first = Follower {
        host,
        call: query.call,
        id,
        now: of(&case),
        told: false,
        looks: 0,
    };
    Ok(Sse::new(unfold(first, Follower::next)).keep_alive(KeepAlive::default()))
}

fn of(case: &Case) -> Progress {
    Progress {
        status: case.session.status,
        missing: missing(case),
        opened: case.session.links_spent,
    }
}

struct Follower {
    host: Host,
    call: Call,
    id: String,
    now: Progress,
    told: bool,
    looks: u32,
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
            let seen = self.look(&self.host.services).await.ok()?;
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

    async fn look(&self, services: &Services) -> Result<Progress> {
        let mut unit = services.store.read().await?;
        let case = own_case(services, unit.as_mut(), &self.call, &self.id).await?;
        Ok(of(&case))
    }
}
