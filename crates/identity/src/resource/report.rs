use serde_json::{Value, json};

use super::{date, expandable, into_object, options};
use crate::{DocumentReport, Expand, IdNumberReport, SelfieReport, VerificationReport};

/// An `identity.verification_report`.
pub fn report(report: &VerificationReport, expand: &Expand) -> Value {
    let mut object = into_object(json!({
        "id": report.id,
        "object": "identity.verification_report",
        "client_reference_id": report.client_reference_id,
        "created": report.created,
        "livemode": report.mode.livemode(),
        "options": options(&report.options, report.verification_type),
        "type": report.verification_type,
        "verification_session": report.session,
    }));
    if let Some(document) = &report.document {
        let shown = document_report(document, &expand.below("document"));
        object.insert("document".to_owned(), shown);
    }
    if let Some(selfie) = &report.selfie {
        object.insert("selfie".to_owned(), selfie_report(selfie));
    }
    if let Some(id_number) = &report.id_number {
        let shown = id_number_report(id_number, &expand.below("id_number"));
        object.insert("id_number".to_owned(), shown);
    }
    if let Some(flow) = &report.verification_flow {
        object.insert("verification_flow".to_owned(), json!(flow));
    }
    // Ours alone: never shown unless asked for.
    expandable(
        &mut object,
        expand.has("evidence"),
        "evidence",
        json!(report.evidence),
    );
    Value::Object(object)
}

fn document_report(document: &DocumentReport, expand: &Expand) -> Value {
    let files = (!document.files.is_empty()).then_some(&document.files);
    let mut object = into_object(json!({
        "address": document.address,
        "error": document.error,
        "files": files,
        "first_name": document.first_name,
        "issued_date": date(document.issued_date.as_ref()),
        "issuing_country": document.issuing_country,
        "last_name": document.last_name,
        "status": document.status,
        "type": document.document_type,
    }));
    expandable(
        &mut object,
        expand.has("dob"),
        "dob",
        date(document.dob.as_ref()),
    );
    expandable(
        &mut object,
        expand.has("expiration_date"),
        "expiration_date",
        date(document.expiration_date.as_ref()),
    );
    expandable(
        &mut object,
        expand.has("number"),
        "number",
        json!(document.number),
    );
    expandable(&mut object, expand.has("sex"), "sex", json!(document.sex));
    expandable(
        &mut object,
        expand.has("unparsed_place_of_birth"),
        "unparsed_place_of_birth",
        json!(document.unparsed_place_of_birth),
    );
    expandable(
        &mut object,
        expand.has("unparsed_sex"),
        "unparsed_sex",
        json!(document.unparsed_sex),
    );
    Value::Object(object)
}

fn selfie_report(selfie: &SelfieReport) -> Value {
    json!({
        "document": selfie.document,
        "error": selfie.error,
        "selfie": selfie.selfie,
        "status": selfie.status,
    })
}

fn id_number_report(id_number: &IdNumberReport, expand: &Expand) -> Value {
    let mut object = into_object(json!({
        "error": id_number.error,
        "first_name": id_number.first_name,
        "id_number_type": id_number.id_number_type,
        "last_name": id_number.last_name,
        "status": id_number.status,
    }));
    expandable(
        &mut object,
        expand.has("dob"),
        "dob",
        date(id_number.dob.as_ref()),
    );
    expandable(
        &mut object,
        expand.has("id_number"),
        "id_number",
        json!(id_number.id_number),
    );
    Value::Object(object)
}
