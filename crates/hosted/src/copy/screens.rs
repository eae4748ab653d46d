//! The screens of the mobile SDKs, whose texts all come from here.

use identity::{DocumentType, Mode};
use serde_json::{Map, Value, json};

use super::Context;

pub(crate) fn document_label(context: &Context<'_>, document: DocumentType) -> String {
    context.text(&format!("document-{}", document.as_str()))
}

/// Title, body and button.
pub(crate) fn document_select(context: &Context<'_>) -> (String, Option<String>, String) {
    let body = (context.mode == Mode::Test).then(|| context.html("consent-test"));
    let title = context.text("select-title");
    (title, body, context.text("select-button"))
}

pub(crate) fn training_consent(context: &Context<'_>) -> String {
    context.html("training-consent")
}

/// Countries whose numbers the clients' forms know.
fn countries(context: &Context<'_>, codes: &[&str]) -> Map<String, Value> {
    codes
        .iter()
        .map(|code| {
            let name = context.text(&format!("country-{code}"));
            ((*code).to_owned(), Value::String(name))
        })
        .collect()
}

pub(crate) fn individual(context: &Context<'_>) -> Value {
    let countries = |codes: &[&str]| countries(context, codes);
    json!({
        "title": context.text("individual-title"),
        "button_text": context.text("individual-button"),
        "address_countries": countries(&["BR", "SG", "US"]),
        "id_number_countries": countries(&["BR", "SG", "US"]),
        "phone_number_countries": countries(&["US"]),
        "address_country_not_listed_text_button_text": context.text("individual-missing"),
        "id_number_country_not_listed_text_button_text": context.text("individual-missing"),
    })
}

pub(crate) fn individual_welcome(context: &Context<'_>) -> Value {
    json!({
        "title": context.text("individual-welcome-title"),
        "body": format!("<p>{}</p>", context.html("individual-welcome-body")),
        "time_estimate": context.text("individual-welcome-time"),
        "get_started_button_text": context.text("individual-welcome-button"),
        "privacy_policy": context.privacy_policy(),
        "lines": [{
            "icon": "document",
            "content": context.html("individual-welcome-line"),
        }],
    })
}

pub(crate) fn country_not_listed(context: &Context<'_>) -> Value {
    json!({
        "title": context.text("country-not-listed-title"),
        "body": context.html("country-not-listed-body"),
        "cancel_button_text": context.text("country-not-listed-cancel"),
        "id_from_other_country_text_button_text": context.text("country-not-listed-id"),
        "address_from_other_country_text_button_text": context.text("country-not-listed-address"),
    })
}

pub(crate) fn success(context: &Context<'_>) -> Value {
    json!({
        "title": context.text("success-title"),
        "body": format!("<p>{}</p>", context.html("success-body")),
        "button_text": context.text("success-button"),
    })
}
