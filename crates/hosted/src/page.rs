//! `GET …/verification_pages/{id}`: everything a client shows, for clients of version 4 to 7.
//!
//! Every key that one of these versions wants is always there, whatever the session asks for.

mod capture;

use http::HeaderMap;
use identity::resource::{Rendered, Resource};
use identity::{LinkTokenKind, Requirement, SessionId, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sessions::{OpenedSession, Services};
use sha2::{Digest as _, Sha256};
use wire::{Endpoint, Persons, Result};

use crate::copy::{self, Context};
use crate::page_data::missing;
use crate::person::own_session;

/// Clients name their app here; it has no bearing on the page.
#[derive(Deserialize, JsonSchema)]
pub(crate) struct PageQuery {}

pub(crate) struct ReadPage;

impl Endpoint for ReadPage {
    const ID: &'static str = "GetIdentityVerificationPagesId";
    const SUMMARY: &'static str = "Read everything that a client of the person shows";

    type Access = Persons;
    type Path = String;
    type Params = PageQuery;
    type Answer = Rendered<PageObject<'static>>;

    async fn execute(
        context: &mut wire::Context<'_>,
        id: String,
        _: PageQuery,
    ) -> Result<Self::Answer> {
        let opened = own_session(context, &id).await?;
        Ok(page(context.services, &opened, context.headers))
    }
}

fn page(
    services: &Services,
    opened: &OpenedSession,
    headers: &HeaderMap,
) -> Rendered<PageObject<'static>> {
    let session = &opened.session;
    let options = &session.options;
    let words = Context::of(services, session, headers);
    let address = &services.settings.public_url;
    let token = services.token(session, LinkTokenKind::Url);
    let labels: Map<String, Value> = options
        .allowed_types()
        .iter()
        .map(|document| {
            let label = copy::document_label(&words, *document);
            (document.as_str().to_owned(), json!(label))
        })
        .collect();
    let (select_title, select_body, select_button) = copy::document_select(&words);
    let selfie = options.requires_matching_selfie().then(|| {
        let liveness = (services.liveness(session), services.challenge_variants());
        capture::selfie(address, &copy::training_consent(&words), liveness)
    });
    let closed = !session.is_open();
    Rendered::of(&PageObject {
        id: &session.id,
        object: "identity.verification_page",
        livemode: session.mode.livemode(),
        status: session.status,
        submitted: closed,
        closed,
        unsupported_client: is_mobile_sdk(headers),
        fallback_url: format!("{address}/start/{token}"),
        user_session_id: user_session_id(opened),
        experiments: [],
        is_stripe: false,
        skip_success_page: false,
        requirements: PageRequirements {
            missing: missing(opened),
        },
        biometric_consent: copy::consent(&words),
        bottomsheet: copy::sheets(&words),
        document_select: json!({
            "title": select_title,
            "body": select_body,
            "button_text": select_button,
            "id_document_type_allowlist": labels,
        }),
        document_capture: capture::document(address, options.requires_live_capture()),
        selfie,
        individual: copy::individual(&words),
        individual_welcome: copy::individual_welcome(&words),
        country_not_listed: copy::country_not_listed(&words),
        phone_otp: None,
        success: copy::success(&words),
        outcome: copy::outcome(&words, session),
    })
}

/// `identity.verification_page`. The screens are objects of texts and settings.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page")]
pub(crate) struct PageObject<'a> {
    id: &'a SessionId,
    #[schemars(extend("enum" = ["identity.verification_page"]))]
    object: &'static str,
    livemode: bool,
    status: Status,
    submitted: bool,
    closed: bool,
    unsupported_client: bool,
    fallback_url: String,
    user_session_id: String,
    #[schemars(with = "Vec<String>")]
    experiments: [&'a str; 0],
    is_stripe: bool,
    skip_success_page: bool,
    requirements: PageRequirements,
    #[schemars(with = "Map<String, Value>")]
    biometric_consent: Value,
    #[schemars(with = "Map<String, Value>")]
    bottomsheet: Value,
    #[schemars(with = "Map<String, Value>")]
    document_select: Value,
    #[schemars(with = "Map<String, Value>")]
    document_capture: Value,
    #[schemars(with = "Option<Map<String, Value>>")]
    selfie: Option<Value>,
    #[schemars(with = "Map<String, Value>")]
    individual: Value,
    #[schemars(with = "Map<String, Value>")]
    individual_welcome: Value,
    #[schemars(with = "Map<String, Value>")]
    country_not_listed: Value,
    #[schemars(with = "Option<Map<String, Value>>")]
    phone_otp: Option<Value>,
    #[schemars(with = "Map<String, Value>")]
    success: Value,
    /// Ours alone: how the last submission ended, in words for the person.
    #[schemars(with = "Option<Map<String, Value>>")]
    outcome: Value,
}

impl Resource for PageObject<'_> {
    type Described = PageObject<'static>;
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_requirements")]
struct PageRequirements {
    missing: Vec<Requirement>,
}

/// An identifier in the form of a UUID that is the session's own and says nothing about it.
fn user_session_id(opened: &OpenedSession) -> String {
    let hash = hex::encode(Sha256::digest(opened.session.id.as_str().as_bytes()));
    format!(
        "{}-{}-8{}-8{}-{}",
        &hash[..8],
        &hash[8..12],
        &hash[12..15],
        &hash[15..18],
        &hash[18..30]
    )
}

/// Whether one of the native SDKs asks. Their capture screens need models of their own formats,
/// which are not served: they open the page instead.
fn is_mobile_sdk(headers: &HeaderMap) -> bool {
    #[derive(Deserialize)]
    struct UserAgent {
        lang: String,
    }
    headers
        .get("x-stripe-user-agent")
        .and_then(|value| serde_json::from_slice(value.as_bytes()).ok())
        .is_some_and(|agent: UserAgent| {
            matches!(
                agent.lang.as_str(),
                "kotlin" | "java" | "objective-c" | "swift"
            )
        })
}
