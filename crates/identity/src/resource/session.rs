use schemars::JsonSchema;
use serde::Serialize;

use super::error::SessionError;
use super::options::{self, SessionOptions};
use super::presence::{Expandable, Reference};
use super::rendered::{Rendered, Resource};
use super::report::{ReportObject, report_object};
use crate::{
    Address, Date, Expand, IdNumberType, Metadata, ProvidedDetails, Redaction, RelatedPerson,
    ReportId, SessionId, SessionPersonal, Sex, Status, Timestamp, VerificationReport,
    VerificationSession, VerificationType, VerifiedOutputs,
};

/// An `identity.verification_session`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_session")]
pub struct SessionObject<'a> {
    id: &'a SessionId,
    #[schemars(extend("enum" = ["identity.verification_session"]))]
    object: &'static str,
    client_reference_id: Option<&'a str>,
    client_secret: Option<&'a str>,
    created: Timestamp,
    last_error: Option<SessionError<'a>>,
    last_verification_report: Option<Reference<&'a ReportId, ReportObject<'a>>>,
    livemode: bool,
    metadata: &'a Metadata,
    options: Option<SessionOptions<'a>>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    provided_details: Expandable<&'a ProvidedDetails>,
    redaction: Option<RedactionObject<'a>>,
    related_customer: Option<&'a str>,
    related_customer_account: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related_person: Option<&'a RelatedPerson>,
    status: Status,
    r#type: VerificationType,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification_flow: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    verified_outputs: Expandable<OutputsObject<'a>>,
}

impl Resource for SessionObject<'_> {
    type Described = SessionObject<'static>;
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "verification_session_redaction")]
struct RedactionObject<'a> {
    status: Redaction,
    /// The signed proof of erasure, once redaction is complete: a JSON Web Signature.
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    receipt: Expandable<&'a str>,
}

/// What a verified session vouches for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_verified_outputs")]
struct OutputsObject<'a> {
    address: Option<&'a Address>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    dob: Expandable<&'a Date>,
    email: Option<&'a str>,
    first_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    id_number: Expandable<&'a str>,
    id_number_type: Option<IdNumberType>,
    last_name: Option<&'a str>,
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    sex: Expandable<Sex>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    unparsed_place_of_birth: Expandable<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    unparsed_sex: Expandable<&'a str>,
}

/// The links that lead a person to the session, where it has any.
#[derive(Clone, Debug, Default)]
pub struct SessionLinks {
    /// For Stripe.js, 24 hours; `None` where the session takes nothing more or the caller may not
    /// write.
    pub client_secret: Option<String>,
    /// For the person to open, once, within 48 hours; `None` where [`SessionLinks::client_secret`] is.
    pub url: Option<String>,
}

/// What is needed to show a session. Personal parts are needed only for what `expand` names.
#[derive(Default)]
pub struct SessionView<'a> {
    /// Derived for this answer; they are nowhere in storage.
    pub links: SessionLinks,
    /// `None` where it isn't asked for, or was erased.
    pub personal: Option<&'a SessionPersonal>,
    /// The session's last, where `expand` asks for it in full; its identifier stands in its place
    /// otherwise.
    pub report: Option<&'a VerificationReport>,
    /// The proof that the session was erased.
    pub receipt: Option<&'a str>,
}

/// An `identity.verification_session`.
pub fn session(
    session: &VerificationSession,
    view: &SessionView<'_>,
    expand: &Expand,
) -> Rendered<SessionObject<'static>> {
    let last_report = match (view.report, &session.last_report) {
        (Some(full), _) if expand.has("last_verification_report") => {
            let below = expand.below("last_verification_report");
            Some(Reference::Object(report_object(full, &below)))
        }
        (_, id) => id.as_ref().map(Reference::Id),
    };
    let details = view
        .personal
        .and_then(|personal| personal.provided_details.as_ref());
    let outputs = view
        .personal
        .and_then(|personal| personal.verified_outputs.as_ref());
    let below = expand.below("verified_outputs");
    Rendered::of(&SessionObject {
        id: &session.id,
        object: "identity.verification_session",
        client_reference_id: session.client_reference_id.as_deref(),
        client_secret: view.links.client_secret.as_deref(),
        created: session.created,
        last_error: SessionError::of(session.last_error.as_ref()),
        last_verification_report: last_report,
        livemode: session.mode.livemode(),
        metadata: &session.metadata,
        options: Some(options::of_session(
            &session.options,
            session.verification_type,
        )),
        provided_details: Expandable::new(expand, "provided_details", details),
        redaction: session.redaction.map(|status| RedactionObject {
            status,
            receipt: Expandable::new(expand, "redaction.receipt", view.receipt),
        }),
        related_customer: session.related_customer.as_deref(),
        related_customer_account: session.related_customer_account.as_deref(),
        related_person: session.related_person.as_ref(),
        status: session.status,
        r#type: session.verification_type,
        url: view.links.url.as_deref(),
        verification_flow: session.verification_flow.as_deref(),
        verified_outputs: Expandable::new(
            expand,
            "verified_outputs",
            outputs.map(|outputs| outputs_object(outputs, &below)),
        ),
    })
}

/// `expand` holds paths below `verified_outputs`.
fn outputs_object<'a>(outputs: &'a VerifiedOutputs, expand: &Expand) -> OutputsObject<'a> {
    let place_of_birth = outputs.unparsed_place_of_birth.as_deref();
    let unparsed_sex = outputs.unparsed_sex.as_deref();
    OutputsObject {
        address: outputs.address.as_ref(),
        dob: Expandable::new(expand, "dob", outputs.dob.as_ref()),
        email: outputs.email.as_deref(),
        first_name: outputs.first_name.as_deref(),
        id_number: Expandable::new(expand, "id_number", outputs.id_number.as_deref()),
        id_number_type: outputs.id_number_type,
        last_name: outputs.last_name.as_deref(),
        phone: outputs.phone.as_deref(),
        sex: Expandable::new(expand, "sex", outputs.sex),
        unparsed_place_of_birth: Expandable::new(expand, "unparsed_place_of_birth", place_of_birth),
        unparsed_sex: Expandable::new(expand, "unparsed_sex", unparsed_sex),
    }
}
