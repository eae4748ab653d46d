use serde_json::{Value, json};

use super::{date, expandable, into_object, report, session_options};
use crate::{Expand, SessionPersonal, VerificationReport, VerificationSession, VerifiedOutputs};

/// The links that lead a person to the session, where it has any.
#[derive(Clone, Debug, Default)]
pub struct SessionLinks {
    pub client_secret: Option<String>,
    pub url: Option<String>,
}

/// What is needed to show a session. Personal parts are needed only for what `expand` names.
#[derive(Default)]
pub struct SessionView<'a> {
    pub links: SessionLinks,
    pub personal: Option<&'a SessionPersonal>,
    pub report: Option<&'a VerificationReport>,
}

/// An `identity.verification_session`.
pub fn session(session: &VerificationSession, view: &SessionView<'_>, expand: &Expand) -> Value {
    let last_report = match (view.report, &session.last_report) {
        (Some(full), _) if expand.has("last_verification_report") => {
            report(full, &expand.below("last_verification_report"))
        }
        (_, id) => json!(id),
    };
    let mut object = into_object(json!({
        "id": session.id,
        "object": "identity.verification_session",
        "client_reference_id": session.client_reference_id,
        "client_secret": view.links.client_secret,
        "created": session.created,
        "last_error": session.last_error,
        "last_verification_report": last_report,
        "livemode": session.mode.livemode(),
        "metadata": session.metadata,
        "options": session_options(&session.options, session.verification_type),
        "redaction": session.redaction.map(|status| json!({ "status": status })),
        "related_customer": session.related_customer,
        "related_customer_account": session.related_customer_account,
        "status": session.status,
        "type": session.verification_type,
        "url": view.links.url,
    }));
    if let Some(person) = &session.related_person {
        object.insert("related_person".to_owned(), json!(person));
    }
    if let Some(flow) = &session.verification_flow {
        object.insert("verification_flow".to_owned(), json!(flow));
    }
    if expand.has("provided_details") {
        let details = view
            .personal
            .and_then(|personal| personal.provided_details.as_ref());
        object.insert("provided_details".to_owned(), json!(details));
    }
    if expand.has("verified_outputs") {
        let outputs = view
            .personal
            .and_then(|personal| personal.verified_outputs.as_ref());
        let below = expand.below("verified_outputs");
        let shown = outputs.map(|outputs| verified_outputs(outputs, &below));
        object.insert("verified_outputs".to_owned(), json!(shown));
    }
    Value::Object(object)
}

/// What a verified session vouches for; `expand` holds paths below `verified_outputs`.
pub fn verified_outputs(outputs: &VerifiedOutputs, expand: &Expand) -> Value {
    let mut object = into_object(json!({
        "address": outputs.address,
        "email": outputs.email,
        "first_name": outputs.first_name,
        "id_number_type": outputs.id_number_type,
        "last_name": outputs.last_name,
        "phone": outputs.phone,
    }));
    expandable(
        &mut object,
        expand.has("dob"),
        "dob",
        date(outputs.dob.as_ref()),
    );
    expandable(
        &mut object,
        expand.has("id_number"),
        "id_number",
        json!(outputs.id_number),
    );
    expandable(&mut object, expand.has("sex"), "sex", json!(outputs.sex));
    expandable(
        &mut object,
        expand.has("unparsed_place_of_birth"),
        "unparsed_place_of_birth",
        json!(outputs.unparsed_place_of_birth),
    );
    expandable(
        &mut object,
        expand.has("unparsed_sex"),
        "unparsed_sex",
        json!(outputs.unparsed_sex),
    );
    Value::Object(object)
}
