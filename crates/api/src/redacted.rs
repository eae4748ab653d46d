//! What is left to show once a session's data key is destroyed: the shape, without the contents.

use identity::{
    Address, CheckStatus, ContactReport, Date, DocumentReport, Evidence, IdNumberReport,
    SelfieReport, Sex, Status, VerificationReport, VerificationSession, VerificationType,
    VerifiedOutputs,
};
use store::ReportRecord;

fn text() -> String {
    "[redacted]".to_owned()
}

fn date() -> Date {
    Date {
        day: Some(1),
        month: Some(1),
        year: Some(1),
    }
}

fn address() -> Address {
    Address {
        city: Some(text()),
        country: None,
        line1: Some(text()),
        line2: Some(text()),
        postal_code: Some(text()),
        state: Some(text()),
    }
}

/// The outputs of a redacted session, which had any only if it was verified.
pub(crate) fn outputs(session: &VerificationSession) -> Option<VerifiedOutputs> {
    (session.status == Status::Verified).then(|| VerifiedOutputs {
        address: Some(address()),
        dob: Some(date()),
        email: None,
        first_name: Some(text()),
        id_number: Some(text()),
        id_number_type: None,
        last_name: Some(text()),
        phone: None,
        sex: Some(Sex::Redacted),
        unparsed_place_of_birth: Some(text()),
        unparsed_sex: Some(text()),
    })
}

/// A report of a redacted session. Of a verified session, the last report is the one that passed.
pub(crate) fn report(record: &ReportRecord, session: &VerificationSession) -> VerificationReport {
    let passed =
        session.status == Status::Verified && session.last_report.as_ref() == Some(&record.id);
    let status = if passed {
        CheckStatus::Verified
    } else {
        CheckStatus::Unverified
    };
    let is_document = record.verification_type != VerificationType::IdNumber;
    let options = &session.options;
    let contact = ContactReport {
        status,
        error: None,
        value: Some(text()),
    };
    VerificationReport {
        id: record.id.clone(),
        account: record.account.clone(),
        mode: record.mode,
        created: record.created,
        verification_type: record.verification_type,
        session: Some(record.session.clone()),
        client_reference_id: record.client_reference_id.clone(),
        verification_flow: session.verification_flow.clone(),
        options: session.options.clone(),
        document: is_document.then(|| document(status)),
        selfie: (is_document && session.options.requires_matching_selfie()).then_some(
            SelfieReport {
                status,
                error: None,
                document: None,
                selfie: None,
            },
        ),
        id_number: (!is_document || options.requires_id_number()).then(|| IdNumberReport {
            status,
            error: None,
            dob: Some(date()),
            first_name: Some(text()),
            last_name: Some(text()),
            id_number: Some(text()),
            id_number_type: None,
        }),
        email: options.requires_email().then(|| contact.clone()),
        phone: options.requires_phone().then_some(contact),
        evidence: Evidence::default(),
        observations: serde_json::Value::Null,
    }
}

fn document(status: CheckStatus) -> DocumentReport {
    DocumentReport {
        status,
        error: None,
        document_type: None,
        issuing_country: None,
        number: Some(text()),
        first_name: Some(text()),
        last_name: Some(text()),
        sex: Some(Sex::Redacted),
        unparsed_sex: Some(text()),
        unparsed_place_of_birth: Some(text()),
        dob: Some(date()),
        issued_date: Some(date()),
        expiration_date: Some(date()),
        address: Some(address()),
        files: Vec::new(),
    }
}
