//! The screens of the mobile SDKs, whose texts all come from here.

use identity::{DocumentType, Mode};
use serde_json::{Value, json};

use super::Context;

pub(crate) fn document_label(document: DocumentType) -> &'static str {
    match document {
        DocumentType::DrivingLicense => "Driving licence",
        DocumentType::IdCard => "ID card",
        DocumentType::Passport => "Passport",
    }
}

pub(crate) fn document_select(
    context: &Context<'_>,
) -> (String, Option<&'static str>, &'static str) {
    let body =
        (context.mode == Mode::Test).then_some("This is a test. Do not show real documents.");
    ("Have your ID ready".to_owned(), body, "Continue")
}

pub(crate) fn training_consent(context: &Context<'_>) -> String {
    format!(
        "{} may use my pictures to make its checks better. You can leave this out.",
        context.name()
    )
}

/// Countries whose numbers the clients' forms know.
fn countries() -> Value {
    json!({ "BR": "Brazil", "SG": "Singapore", "US": "United States" })
}

pub(crate) fn individual() -> Value {
    json!({
        "title": "Your details",
        "button_text": "Send",
        "address_countries": countries(),
        "id_number_countries": countries(),
        "phone_number_countries": { "US": "United States" },
        "address_country_not_listed_text_button_text": "My country is missing",
        "id_number_country_not_listed_text_button_text": "My country is missing",
    })
}

pub(crate) fn individual_welcome(context: &Context<'_>) -> Value {
    json!({
        "title": "Let\u{2019}s check it\u{2019}s you",
        "body": format!("<p>{} asks for some details about you.</p>", context.name()),
        "time_estimate": "About 1 minute",
        "get_started_button_text": "Begin",
        "privacy_policy": context.privacy_policy(),
        "lines": [{
            "icon": "document",
            "content": "You write your name, your date of birth and your ID number.",
        }],
    })
}

pub(crate) fn country_not_listed(context: &Context<'_>) -> Value {
    json!({
        "title": "We can\u{2019}t check this yet",
        "body": format!("Your country is not supported. Ask {} for another way.", context.name()),
        "cancel_button_text": "Stop here",
        "id_from_other_country_text_button_text": "I have an ID of another country",
        "address_from_other_country_text_button_text": "I have an address in another country",
    })
}

pub(crate) fn success(context: &Context<'_>) -> Value {
    json!({
        "title": "We have your pictures",
        "body": format!("<p>Thank you. {} will tell you the result.</p>", context.name()),
        "button_text": "Done",
    })
}
