//! The report of an outcome that was asked for. It says of itself that nothing was checked.

use identity::{
    CheckStatus, ContactReport, Date, DocumentReport, DocumentType, ErrorCode, Evidence, Finding,
    FindingCode, IdNumberReport, IdNumberType, LastError, ReportId, SelfieReport,
    VerificationReport, VerificationType, VerifiedOutputs,
};

use super::{Predefined, failure};
use crate::{OpenedSession, Services};

/// Of a person who does not exist.
const FIRST_NAME: &str = "Petra";
const LAST_NAME: &str = "Example";
const BIRTH: Date = Date {
    day: Some(1),
    month: Some(1),
    year: Some(1990),
};
const ID_NUMBER: &str = "0000";

pub(super) fn outputs() -> VerifiedOutputs {
    VerifiedOutputs {
        first_name: Some(FIRST_NAME.to_owned()),
        last_name: Some(LAST_NAME.to_owned()),
        dob: Some(BIRTH),
        ..VerifiedOutputs::default()
    }
}

/// How one check of the report ends.
struct Check {
    status: CheckStatus,
    error: Option<LastError>,
}

impl Check {
    fn passes(&self) -> bool {
        self.status == CheckStatus::Verified
    }
}

impl Predefined {
    /// The end of the check that can end with `codes`; `otherwise` where the document, on which
    /// the others build, is what fails.
    fn check(self, codes: &[ErrorCode], otherwise: ErrorCode) -> Check {
        let code = match self {
            Self::Failed(code) if codes.contains(&code) => Some(code),
            Self::Failed(ErrorCode::CountryNotSupported) => Some(otherwise),
            Self::Failed(code) if ErrorCode::OF_DOCUMENTS.contains(&code) => Some(otherwise),
            Self::Failed(_) | Self::Verified => None,
        };
        Check {
            status: code.map_or(CheckStatus::Verified, |_| CheckStatus::Unverified),
            error: code.map(failure),
        }
    }

    fn is_of(self, codes: &[ErrorCode]) -> bool {
        matches!(self, Self::Failed(code) if codes.contains(&code))
    }
}

/// A section for each check that the session asks for, and for the one that is to fail.
pub(super) fn report(
    services: &Services,
    opened: &OpenedSession,
    outcome: Predefined,
) -> VerificationReport {
    use ErrorCode as Code;
    let session = &opened.session;
    let options = &session.options;
    let number_alone = session.verification_type == VerificationType::IdNumber;
    let selfie = options.requires_matching_selfie() || outcome.is_of(Code::OF_SELFIES);
    let number = number_alone || options.requires_id_number() || outcome.is_of(Code::OF_ID_NUMBERS);
    let email = options.requires_email() || outcome.is_of(Code::OF_EMAILS);
    let phone = options.requires_phone() || outcome.is_of(Code::OF_PHONES);
    let details = opened.personal.provided_details.clone().unwrap_or_default();
    let check = |codes, otherwise| outcome.check(codes, otherwise);
    VerificationReport {
        id: ReportId::generate(services.random.as_ref()),
        account: session.account.clone(),
        mode: session.mode,
        created: services.now(),
        verification_type: session.verification_type,
        session: Some(session.id.clone()),
        client_reference_id: session.client_reference_id.clone(),
        verification_flow: session.verification_flow.clone(),
        options: options.clone(),
        document: (!number_alone)
            .then(|| document(check(Code::OF_DOCUMENTS, Code::DocumentUnverifiedOther))),
        selfie: (!number_alone && selfie)
            .then(|| selfie_report(check(Code::OF_SELFIES, Code::SelfieUnverifiedOther))),
        id_number: number
            .then(|| id_number(check(Code::OF_ID_NUMBERS, Code::IdNumberUnverifiedOther))),
        email: email.then(|| {
            contact(
                check(Code::OF_EMAILS, Code::EmailUnverifiedOther),
                details.email,
            )
        }),
        phone: phone.then(|| {
            contact(
                check(Code::OF_PHONES, Code::PhoneUnverifiedOther),
                details.phone,
            )
        }),
        evidence: Evidence {
            findings: vec![finding(outcome)],
            liveness: "none".to_owned(),
            consent: opened.personal.collected.consent.clone(),
            ..Evidence::default()
        },
        observations: serde_json::Value::Null,
    }
}

fn finding(outcome: Predefined) -> Finding {
    Finding {
        code: FindingCode::PredefinedOutcome,
        passed: outcome == Predefined::Verified,
        advisory: true,
        operator: "A developer asked for this outcome in test mode; nothing was checked."
            .to_owned(),
        person: None,
        score: None,
        threshold: None,
        region: None,
    }
}

fn document(check: Check) -> DocumentReport {
    let read = check.passes();
    let text = |text: &str| read.then(|| text.to_owned());
    DocumentReport {
        status: check.status,
        error: check.error,
        document_type: read.then_some(DocumentType::IdCard),
        issuing_country: text("US"),
        number: text("000000000"),
        first_name: text(FIRST_NAME),
        last_name: text(LAST_NAME),
        sex: None,
        unparsed_sex: None,
        unparsed_place_of_birth: None,
        dob: read.then_some(BIRTH),
        issued_date: None,
        expiration_date: None,
        address: None,
        files: Vec::new(),
    }
}

fn selfie_report(check: Check) -> SelfieReport {
    SelfieReport {
        status: check.status,
        error: check.error,
        document: None,
        selfie: None,
    }
}

fn id_number(check: Check) -> IdNumberReport {
    let known = check.passes();
    IdNumberReport {
        status: check.status,
        error: check.error,
        dob: known.then_some(BIRTH),
        first_name: known.then(|| FIRST_NAME.to_owned()),
        last_name: known.then(|| LAST_NAME.to_owned()),
        id_number: known.then(|| ID_NUMBER.to_owned()),
        id_number_type: known.then_some(IdNumberType::UsSsn),
    }
}

fn contact(check: Check, value: Option<String>) -> ContactReport {
    ContactReport {
        status: check.status,
        error: check.error,
        value,
    }
}
