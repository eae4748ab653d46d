use identity::{ErrorCode, LastError, Status, VerificationSession};
use serde_json::{Value, json};

use super::{Context, escape};

/// How the last submission ended, in words for the person; null before there was one.
pub(crate) fn outcome(context: &Context<'_>, session: &VerificationSession) -> Value {
    if session.status == Status::Verified {
        return json!({
            "code": "verified",
            "title": context.text("outcome-verified-title"),
            "body": context.text("outcome-verified-body"),
            "can_retry": false,
        });
    }
    let failed = session.status == Status::RequiresInput && session.submissions > 0;
    match &session.last_error {
        Some(error) if failed && error.code != ErrorCode::ConsentDeclined => {
            failure(context, session, error)
        }
        _ => Value::Null,
    }
}

fn failure(context: &Context<'_>, session: &VerificationSession, error: &LastError) -> Value {
    json!({
        "code": error.code,
        "title": context.text(title(error.code)),
        "body": escape(&context.language.reason(&error.reason)),
        "can_retry": session.is_open(),
    })
}

fn title(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::DocumentExpired => "outcome-document_expired",
        ErrorCode::DocumentTypeNotSupported => "outcome-document_type_not_supported",
        ErrorCode::CountryNotSupported => "outcome-country_not_supported",
        ErrorCode::DeviceNotSupported => "outcome-device_not_supported",
        ErrorCode::DocumentUnverifiedOther => "outcome-document_unverified_other",
        ErrorCode::SelfieDocumentMissingPhoto => "outcome-selfie_document_missing_photo",
        ErrorCode::SelfieFaceMismatch
        | ErrorCode::SelfieManipulated
        | ErrorCode::SelfieUnverifiedOther => "outcome-faces",
        ErrorCode::IdNumberInsufficientDocumentData
        | ErrorCode::IdNumberMismatch
        | ErrorCode::IdNumberUnverifiedOther => "outcome-number",
        ErrorCode::EmailUnverifiedOther | ErrorCode::EmailVerificationDeclined => "outcome-email",
        ErrorCode::PhoneUnverifiedOther | ErrorCode::PhoneVerificationDeclined => "outcome-phone",
        ErrorCode::UnderSupportedAge => "outcome-under_supported_age",
        ErrorCode::Abandoned | ErrorCode::ConsentDeclined => "outcome-not-finished",
    }
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentArgs;

    use super::*;
    use crate::copy::Language;

    #[test]
    fn every_error_has_its_title_in_every_language() {
        for code in ErrorCode::ALL {
            for language in Language::all() {
                let title = language.message(title(*code), &FluentArgs::new());
                assert!(title.is_some(), "{}: {code}", language.tag());
            }
        }
    }
}
