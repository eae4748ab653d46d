use schemars::JsonSchema;
use serde::Serialize;

use super::error::{DocumentError, EmailError, IdNumberError, PhoneError, SelfieError};
use super::evidence::EvidenceSection;
use super::options::{self, ReportOptions};
use super::presence::Expandable;
use super::rendered::{Rendered, Resource};
use crate::{
    Address, CheckStatus, Date, DocumentReport, DocumentType, Expand, FileId, IdNumberReport,
    IdNumberType, ReportId, SelfieReport, SessionId, Sex, Timestamp, VerificationReport,
    VerificationType,
};

/// An `identity.verification_report`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_report")]
pub struct ReportObject<'a> {
    id: &'a ReportId,
    #[schemars(extend("enum" = ["identity.verification_report"]))]
    object: &'static str,
    client_reference_id: Option<&'a str>,
    created: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentSection<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<EmailSection<'a>>,
    /// Ours alone: why the report says what it says.
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    evidence: Expandable<EvidenceSection<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_number: Option<IdNumberSection<'a>>,
    livemode: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<ReportOptions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<PhoneSection<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selfie: Option<SelfieSection<'a>>,
    r#type: VerificationType,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification_flow: Option<&'a str>,
    verification_session: Option<&'a SessionId>,
}

impl Resource for ReportObject<'_> {
    type Described = ReportObject<'static>;
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_document_report")]
struct DocumentSection<'a> {
    address: Option<&'a Address>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    dob: Expandable<&'a Date>,
    error: Option<DocumentError<'a>>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    expiration_date: Expandable<&'a Date>,
    files: Option<&'a [FileId]>,
    first_name: Option<&'a str>,
    issued_date: Option<&'a Date>,
    /// ISO 3166-1 alpha-2.
    issuing_country: Option<&'a str>,
    last_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    number: Expandable<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    sex: Expandable<Sex>,
    status: CheckStatus,
    r#type: Option<DocumentType>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    unparsed_place_of_birth: Expandable<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    unparsed_sex: Expandable<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_selfie_report")]
struct SelfieSection<'a> {
    document: Option<&'a FileId>,
    error: Option<SelfieError<'a>>,
    selfie: Option<&'a FileId>,
    status: CheckStatus,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_id_number_report")]
struct IdNumberSection<'a> {
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    dob: Expandable<&'a Date>,
    error: Option<IdNumberError<'a>>,
    first_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Expandable::is_absent")]
    id_number: Expandable<&'a str>,
    id_number_type: Option<IdNumberType>,
    last_name: Option<&'a str>,
    status: CheckStatus,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_email_report")]
struct EmailSection<'a> {
    email: Option<&'a str>,
    error: Option<EmailError<'a>>,
    status: CheckStatus,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "gelato_phone_report")]
struct PhoneSection<'a> {
    error: Option<PhoneError<'a>>,
    phone: Option<&'a str>,
    status: CheckStatus,
}

/// An `identity.verification_report`.
pub fn report(report: &VerificationReport, expand: &Expand) -> Rendered<ReportObject<'static>> {
    Rendered::of(&report_object(report, expand))
}

pub(super) fn report_object<'a>(
    report: &'a VerificationReport,
    expand: &Expand,
) -> ReportObject<'a> {
    let document = report.document.as_ref();
    let id_number = report.id_number.as_ref();
    ReportObject {
        id: &report.id,
        object: "identity.verification_report",
        client_reference_id: report.client_reference_id.as_deref(),
        created: report.created,
        document: document.map(|document| document_section(document, &expand.below("document"))),
        email: report.email.as_ref().map(|email| EmailSection {
            email: email.value.as_deref(),
            error: EmailError::of(email.error.as_ref()),
            status: email.status,
        }),
        evidence: Expandable::new(
            expand,
            "evidence",
            Some(EvidenceSection::of(&report.evidence)),
        ),
        id_number: id_number.map(|number| id_number_section(number, &expand.below("id_number"))),
        livemode: report.mode.livemode(),
        options: Some(options::of_report(
            &report.options,
            report.verification_type,
        )),
        phone: report.phone.as_ref().map(|phone| PhoneSection {
            error: PhoneError::of(phone.error.as_ref()),
            phone: phone.value.as_deref(),
            status: phone.status,
        }),
        selfie: report.selfie.as_ref().map(selfie_section),
        r#type: report.verification_type,
        verification_flow: report.verification_flow.as_deref(),
        verification_session: report.session.as_ref(),
    }
}

fn document_section<'a>(document: &'a DocumentReport, expand: &Expand) -> DocumentSection<'a> {
    let expiration_date = document.expiration_date.as_ref();
    let place_of_birth = document.unparsed_place_of_birth.as_deref();
    let unparsed_sex = document.unparsed_sex.as_deref();
    DocumentSection {
        address: document.address.as_ref(),
        dob: Expandable::new(expand, "dob", document.dob.as_ref()),
        error: DocumentError::of(document.error.as_ref()),
        expiration_date: Expandable::new(expand, "expiration_date", expiration_date),
        files: (!document.files.is_empty()).then_some(&document.files),
        first_name: document.first_name.as_deref(),
        issued_date: document.issued_date.as_ref(),
        issuing_country: document.issuing_country.as_deref(),
        last_name: document.last_name.as_deref(),
        number: Expandable::new(expand, "number", document.number.as_deref()),
        sex: Expandable::new(expand, "sex", document.sex),
        status: document.status,
        r#type: document.document_type,
        unparsed_place_of_birth: Expandable::new(expand, "unparsed_place_of_birth", place_of_birth),
        unparsed_sex: Expandable::new(expand, "unparsed_sex", unparsed_sex),
    }
}

fn selfie_section(selfie: &SelfieReport) -> SelfieSection<'_> {
    SelfieSection {
        document: selfie.document.as_ref(),
        error: SelfieError::of(selfie.error.as_ref()),
        selfie: selfie.selfie.as_ref(),
        status: selfie.status,
    }
}

fn id_number_section<'a>(id_number: &'a IdNumberReport, expand: &Expand) -> IdNumberSection<'a> {
    IdNumberSection {
        dob: Expandable::new(expand, "dob", id_number.dob.as_ref()),
        error: IdNumberError::of(id_number.error.as_ref()),
        first_name: id_number.first_name.as_deref(),
        id_number: Expandable::new(expand, "id_number", id_number.id_number.as_deref()),
        id_number_type: id_number.id_number_type,
        last_name: id_number.last_name.as_deref(),
        status: id_number.status,
    }
}
