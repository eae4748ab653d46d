use identity::{ErrorCode, LastError, Status, VerificationSession};
use serde_json::{Value, json};

use super::escape;

/// `last_error.reason` of a session whose person did not consent.
pub(crate) fn declined_reason() -> &'static str {
    "The person did not agree to the use of their pictures."
}

/// How the last submission ended, in words for the person; null before there was one.
pub(crate) fn outcome(session: &VerificationSession) -> Value {
    if session.status == Status::Verified {
        return json!({
            "code": "verified",
            "title": "You\u{2019}re verified",
            "body": "There is nothing more to do.",
            "can_retry": false,
        });
    }
    let failed = session.status == Status::RequiresInput && session.submissions > 0;
    match &session.last_error {
        Some(error) if failed && error.code != ErrorCode::ConsentDeclined => {
            failure(session, error)
        }
        _ => Value::Null,
    }
}

fn failure(session: &VerificationSession, error: &LastError) -> Value {
    json!({
        "code": error.code,
        "title": title(error.code),
        "body": escape(&error.reason),
        "can_retry": session.is_open(),
    })
}

fn title(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::DocumentExpired => "Your document has expired",
        ErrorCode::DocumentTypeNotSupported => "This document can\u{2019}t be used",
        ErrorCode::CountryNotSupported => "This country isn\u{2019}t supported",
        ErrorCode::DeviceNotSupported => "This device can\u{2019}t be used",
        ErrorCode::DocumentUnverifiedOther => "We couldn\u{2019}t check your document",
        ErrorCode::SelfieDocumentMissingPhoto => "We couldn\u{2019}t find the photo",
        ErrorCode::SelfieFaceMismatch
        | ErrorCode::SelfieManipulated
        | ErrorCode::SelfieUnverifiedOther => "We couldn\u{2019}t compare the faces",
        ErrorCode::IdNumberInsufficientDocumentData
        | ErrorCode::IdNumberMismatch
        | ErrorCode::IdNumberUnverifiedOther => "We couldn\u{2019}t check the number",
        ErrorCode::EmailUnverifiedOther | ErrorCode::EmailVerificationDeclined => {
            "We couldn\u{2019}t check your e-mail"
        }
        ErrorCode::PhoneUnverifiedOther | ErrorCode::PhoneVerificationDeclined => {
            "We couldn\u{2019}t check your phone"
        }
        ErrorCode::UnderSupportedAge => "You are too young for this",
        ErrorCode::Abandoned | ErrorCode::ConsentDeclined => "The check was not finished",
    }
}
