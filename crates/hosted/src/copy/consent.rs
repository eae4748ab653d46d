//! What a person consents to, exactly.

use identity::Mode;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Context;

/// `biometric_consent` of a page.
pub(crate) fn consent(context: &Context<'_>) -> Value {
    let purpose = if context.face {
        "consent-purpose-face"
    } else {
        "consent-purpose"
    };
    let warning = (context.mode == Mode::Test).then_some("consent-test");
    let paragraphs: Vec<_> = warning
        .into_iter()
        .chain([purpose, "consent-free"])
        .map(|id| context.html(id))
        .collect();
    let body = format!("<p>{}</p>", paragraphs.join("</p><p>"));
    json!({
        "title": context.html("consent-title"),
        "body": body,
        "time_estimate": context.html("consent-time"),
        "accept_button_text": context.text("consent-accept"),
        "decline_button_text": context.text("consent-decline"),
        "scroll_to_continue_button_text": context.text("consent-scroll"),
        "privacy_policy": context.privacy_policy(),
        "lines": lines(context),
    })
}

fn lines(context: &Context<'_>) -> Vec<Value> {
    let line = |icon: &str, id: &str| json!({ "icon": icon, "content": context.html(id) });
    let mut lines = vec![line("camera", "consent-document")];
    if context.face {
        lines.push(line("dispute_protection", "consent-selfie"));
    }
    if context.film {
        lines.push(line("camera", "consent-film"));
    }
    lines.push(line("lock", "consent-only"));
    lines
}

/// `bottomsheet` of a page: what the consent's links open.
pub(crate) fn sheets(context: &Context<'_>) -> Value {
    let line = |icon: &str, title: &str, content: &str| {
        json!({
            "icon": icon,
            "title": context.html(title),
            "content": context.html(content),
        })
    };
    let sheet = |id: &str, title: &str, lines: &[Value]| json!({ "bottomsheet_id": id, "title": context.html(title), "lines": lines });
    let document = line("wallet", "sheet-document-line", "sheet-document-body");
    let mut sheets = json!({
        "consent_photo_id": sheet("consent_photo_id", "sheet-document-title", &[document]),
    });
    if context.face {
        let lines = [
            line(
                "create_identity_verification",
                "sheet-identity-face",
                "sheet-identity-face-body",
            ),
            line(
                "cloud",
                "sheet-identity-server",
                "sheet-identity-server-body",
            ),
        ];
        sheets["consent_identity"] = sheet("consent_identity", "sheet-identity-title", &lines);
    }
    sheets
}

/// Everything a person reads before consenting, in the order of the screen.
pub(crate) fn consent_text(context: &Context<'_>) -> Vec<String> {
    let (consent, sheets) = (consent(context), sheets(context));
    let mut text = Vec::new();
    let mut add = |value: &Value| text.extend(value.as_str().map(str::to_owned));
    add(&consent["title"]);
    add(&consent["body"]);
    for line in consent["lines"].as_array().into_iter().flatten() {
        add(&line["content"]);
    }
    add(&consent["privacy_policy"]);
    add(&consent["accept_button_text"]);
    add(&consent["decline_button_text"]);
    for sheet in sheets
        .as_object()
        .into_iter()
        .flat_map(|sheets| sheets.values())
    {
        add(&sheet["title"]);
        for line in sheet["lines"].as_array().into_iter().flatten() {
            add(&line["title"]);
            add(&line["content"]);
        }
    }
    text
}

/// SHA-256, hex, of everything a person reads before consenting.
pub(crate) fn consent_version(context: &Context<'_>) -> String {
    let whole = json!([consent(context), sheets(context)]).to_string();
    hex::encode(Sha256::digest(whole.as_bytes()))
}
