//! Why a session, or one check of a report, did not succeed. Every check has its own codes.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{ErrorCode, LastError};

macro_rules! errors {
    ($($(#[$meta:meta])* $name:ident as $stripe:literal takes $codes:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Serialize, JsonSchema)]
        #[schemars(rename = $stripe)]
        pub(super) struct $name<'a> {
            #[schemars(extend("enum" = names($codes)))]
            code: Option<ErrorCode>,
            /// A sentence that tells the person what to do.
            reason: Option<Cow<'a, str>>,
        }

        impl<'a> $name<'a> {
            pub(super) fn of(error: Option<&'a LastError>) -> Option<Self> {
                error.map(|error| Self {
                    code: Some(error.code),
                    reason: Some(error.reason.english()),
                })
            }
        }
    )+};
}

errors! {
    SessionError as "gelato_session_last_error" takes ErrorCode::ALL;
    DocumentError as "gelato_document_report_error" takes ErrorCode::OF_DOCUMENTS;
    SelfieError as "gelato_selfie_report_error" takes ErrorCode::OF_SELFIES;
    IdNumberError as "gelato_id_number_report_error" takes ErrorCode::OF_ID_NUMBERS;
    EmailError as "gelato_email_report_error" takes ErrorCode::OF_EMAILS;
    PhoneError as "gelato_phone_report_error" takes ErrorCode::OF_PHONES;
}

/// The codes and null, for schemas.
fn names(codes: &[ErrorCode]) -> Vec<Option<&'static str>> {
    let names = codes.iter().map(|code| Some(code.as_str()));
    names.chain([None]).collect()
}
