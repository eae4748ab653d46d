//! What a person consents to, exactly.

use identity::Mode;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::Context;

/// `biometric_consent` of a page.
pub(crate) fn consent(context: &Context<'_>) -> Value {
    let name = context.name();
    let warning = if context.mode == Mode::Test {
        "<p>This is a test. Do not show real documents.</p>"
    } else {
        ""
    };
    let purpose = if context.face {
        "pictures of your ID and of your face. If you agree, face templates are made from your \
         pictures, which are biometric data, to compare your face with the photo on your ID."
    } else {
        "pictures of your ID. If you agree, a face template is made from the photo on it, which is \
         biometric data, to check the ID."
    };
    let body = format!(
        "{warning}<p>{name} checks who you are with {purpose}</p><p>You are free to say no. What \
         you sent is then deleted, and you can ask for another way.</p>"
    );
    json!({
        "title": format!("{name} needs to check who you are"),
        "body": body,
        "time_estimate": "About 2 minutes",
        "accept_button_text": "I agree",
        "decline_button_text": "I don\u{2019}t agree",
        "scroll_to_continue_button_text": "Scroll down to continue",
        "privacy_policy": context.privacy_policy(),
        "lines": lines(context),
    })
}

fn lines(context: &Context<'_>) -> Vec<Value> {
    let mut lines = vec![json!({
        "icon": "camera",
        "content": "You take a picture of a \
                    <a href=\"stripe_bottomsheet://open/consent_photo_id\">photo ID</a>.",
    })];
    if context.face {
        lines.push(json!({
            "icon": "dispute_protection",
            "content": "You take a selfie, and we \
                        <a href=\"stripe_bottomsheet://open/consent_identity\">compare the two</a>.",
        }));
    }
    lines.push(json!({
        "icon": "lock",
        "content": format!("Only {} sees your pictures and the result.", context.name()),
    }));
    lines
}

/// `bottomsheet` of a page: what the consent's links open.
pub(crate) fn sheets(context: &Context<'_>) -> Value {
    let name = context.name();
    let mut sheets = json!({
        "consent_photo_id": {
            "bottomsheet_id": "consent_photo_id",
            "title": "What you can use",
            "lines": [{
                "icon": "wallet",
                "title": "A photo ID that has not expired",
                "content": "A passport, an ID card or a driving licence. No copies, and no pictures \
                            of screens.",
            }],
        },
    });
    if context.face {
        sheets["consent_identity"] = json!({
            "bottomsheet_id": "consent_identity",
            "title": "How the check works",
            "lines": [
                {
                    "icon": "create_identity_verification",
                    "title": "Your face and your ID",
                    "content": "We measure your face in the selfie and in the photo on your ID, and \
                                compare the two measurements. They are used for nothing else.",
                },
                {
                    "icon": "cloud",
                    "title": "On the sender\u{2019}s own servers",
                    "content": format!("{name} does this itself. No pictures go to anybody else."),
                },
            ],
        });
    }
    sheets
}

/// SHA-256, hex, of everything a person reads before consenting.
pub(crate) fn consent_version(context: &Context<'_>) -> String {
    let whole = json!([consent(context), sheets(context)]).to_string();
    hex::encode(Sha256::digest(whole.as_bytes()))
}
