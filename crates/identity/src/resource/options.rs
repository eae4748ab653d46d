//! What was asked to be checked: a sub-object for each check.

use schemars::JsonSchema;
use serde::Serialize;

use super::presence::Empty;
use crate::{ContactOptions, DocumentOptions, MatchingOptions, Options, VerificationType};

/// The options of a report.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_verification_report_options")]
pub(super) struct ReportOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_number: Option<Empty>,
}

/// The options of a session, with those that verification flows alone ask for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_verification_session_options")]
pub(super) struct SessionOptions<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a ContactOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_number: Option<Empty>,
    #[serde(skip_serializing_if = "Option::is_none")]
    matching: Option<&'a MatchingOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a ContactOptions>,
}

pub(super) fn of_report(options: &Options, verification_type: VerificationType) -> ReportOptions {
    ReportOptions {
        document: document(options, verification_type),
        id_number: id_number(options, verification_type),
    }
}

pub(super) fn of_session(
    options: &Options,
    verification_type: VerificationType,
) -> SessionOptions<'_> {
    SessionOptions {
        document: document(options, verification_type),
        email: options.email.as_ref(),
        id_number: id_number(options, verification_type),
        matching: options.matching.as_ref(),
        phone: options.phone.as_ref(),
    }
}

fn document(options: &Options, verification_type: VerificationType) -> Option<DocumentOptions> {
    let by_type = verification_type == VerificationType::Document;
    let by_type = by_type.then(DocumentOptions::default);
    options.document.clone().or(by_type)
}

fn id_number(options: &Options, verification_type: VerificationType) -> Option<Empty> {
    let asked = options.id_number || verification_type == VerificationType::IdNumber;
    asked.then_some(Empty {})
}
