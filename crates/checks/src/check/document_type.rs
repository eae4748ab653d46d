use identity::{DocumentType, Finding};

use super::Case;
use crate::finding::{
    code::{DECLARED_TYPE, DOCUMENT_TYPE_ALLOWED, DOCUMENT_TYPE_SUPPORTED},
    failed, passed,
};
use crate::kind::Kind;

/// Whether the document is of a type that was asked for, that we can check, and that the person
/// said it is.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    let Some(kind) = case.document.kind else {
        return Vec::new();
    };
    vec![
        allowed(case, kind),
        supported(case, kind),
        as_declared(kind, case.request.declared_type),
    ]
}

fn allowed(case: &Case, kind: Kind) -> Finding {
    let name = kind.name();
    let allowed = case.request.allowed_types;
    if kind
        .document_type()
        .is_some_and(|found| allowed.contains(&found))
    {
        return passed(
            DOCUMENT_TYPE_ALLOWED,
            format!("Documents of this type are allowed: {name}."),
        );
    }
    let listed: Vec<&str> = allowed.iter().map(|allowed| in_words(*allowed)).collect();
    let listed = if listed.is_empty() {
        "another document".to_owned()
    } else {
        listed.join(" or ")
    };
    failed(
        DOCUMENT_TYPE_ALLOWED,
        format!("Documents of this type are not allowed: {name}."),
        &format!("This kind of document isn't accepted here. Use {listed} instead."),
    )
}

fn in_words(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Passport => "a passport",
        DocumentType::IdCard => "an identity card",
        DocumentType::DrivingLicense => "a driving licence",
    }
}

fn supported(case: &Case, kind: Kind) -> Finding {
    match kind {
        Kind::DrivingLicense if !can_be_checked(case) => no_barcode(case),
        Kind::Visa => failed(
            DOCUMENT_TYPE_SUPPORTED,
            "A visa is no proof of identity.",
            "A visa doesn't prove who you are. Show the page of your passport that has your photo.",
        ),
        _ => passed(
            DOCUMENT_TYPE_SUPPORTED,
            format!("Documents of this type can be checked: {}.", kind.name()),
        ),
    }
}

/// Licences are checked by their barcode, or by print in a layout that is known to do without.
fn can_be_checked(case: &Case) -> bool {
    let template = case.document.print.template;
    case.document.source().is_some() || template.is_some_and(|template| template.suffices)
}

/// The barcode is on the back.
fn no_barcode(case: &Case) -> Finding {
    let person = if case.request.back.is_none() {
        "We need the other side of your licence too. Take a picture of it."
    } else {
        "We could not find a barcode that we can read on your licence. Take a new picture of the \
         back in good light, or use a passport or an identity card instead."
    };
    failed(
        DOCUMENT_TYPE_SUPPORTED,
        "A driving licence of this layout without a barcode in the form of AAMVA's standard can't be \
         checked.",
        person,
    )
}

fn as_declared(kind: Kind, declared: Option<DocumentType>) -> Finding {
    match declared {
        None => passed(DECLARED_TYPE, "Nobody said which document this would be."),
        Some(declared) if kind.document_type() == Some(declared) => {
            passed(DECLARED_TYPE, "The document is what the person said it is.")
        }
        Some(declared) => failed(
            DECLARED_TYPE,
            format!(
                "The person announced {}; the document is of another type: {}.",
                in_words(declared),
                kind.name()
            ),
            "This is another document than you chose. Choose again, or show the one you chose.",
        ),
    }
}
