use identity::{DocumentType, Finding, FindingCode, Reason};

use super::CheckInput;
use crate::finding::{failed, passed};
use crate::kind::Kind;

/// Whether the document is of a type that was asked for, that we can check, and that the person
/// said it is.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    let Some(kind) = case.document.kind else {
        return Vec::new();
    };
    vec![
        allowed(case, kind),
        supported(case, kind),
        as_declared(kind, case.request.declared_type),
    ]
}

fn allowed(case: &CheckInput, kind: Kind) -> Finding {
    let name = kind.name();
    let allowed = case.request.allowed_types;
    if kind
        .document_type()
        .is_some_and(|found| allowed.contains(&found))
    {
        return passed(
            FindingCode::DocumentTypeAllowed,
            format!("Documents of this type are allowed: {name}."),
        );
    }
    failed(
        FindingCode::DocumentTypeAllowed,
        format!("Documents of this type are not allowed: {name}."),
        Reason::DocumentTypeNotAccepted {
            accepted: allowed.to_vec(),
        },
    )
}

fn supported(case: &CheckInput, kind: Kind) -> Finding {
    match kind {
        Kind::DrivingLicense if !can_be_checked(case) => no_barcode(case),
        Kind::Visa => failed(
            FindingCode::DocumentTypeSupported,
            "A visa is no proof of identity.",
            Reason::VisaShown,
        ),
        _ => passed(
            FindingCode::DocumentTypeSupported,
            format!("Documents of this type can be checked: {}.", kind.name()),
        ),
    }
}

/// Licences are checked by their barcode, or by print in a layout that is known to do without.
fn can_be_checked(case: &CheckInput) -> bool {
    let template = case.document.viz.template;
    case.document.source().is_some() || template.is_some_and(|template| template.suffices)
}

/// The finding about a licence without a barcode, which would be on the back.
fn no_barcode(case: &CheckInput) -> Finding {
    let person = if case.request.back.is_none() {
        Reason::LicenceOtherSideMissing
    } else {
        Reason::BarcodeMissing
    };
    failed(
        FindingCode::DocumentTypeSupported,
        "A driving licence of this layout without a barcode in the form of AAMVA's standard can't be \
         checked.",
        person,
    )
}

fn as_declared(kind: Kind, declared: Option<DocumentType>) -> Finding {
    match declared {
        None => passed(
            FindingCode::DeclaredType,
            "Nobody said which document this would be.",
        ),
        Some(declared) if kind.document_type() == Some(declared) => passed(
            FindingCode::DeclaredType,
            "The document is what the person said it is.",
        ),
        Some(declared) => failed(
            FindingCode::DeclaredType,
            format!(
                "The person announced {}; the document is of another type: {}.",
                declared.in_english(),
                kind.name()
            ),
            Reason::OtherDocumentThanChosen,
        ),
    }
}
