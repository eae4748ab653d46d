use identity::Finding;

use super::Case;
use crate::finding::{code::DOCUMENT_READ, failed, passed};

/// Whether the pictures show a document that we know how to read.
pub(super) fn check(case: &Case) -> Finding {
    match case.document.kind {
        Some(kind) => passed(
            DOCUMENT_READ,
            format!(
                "The pictures show a document of this type: {}.",
                kind.name()
            ),
        ),
        None if case.document.is_there() => failed(
            DOCUMENT_READ,
            "The document's machine readable zone has a document code of no known kind.",
            "We don't know this kind of document. Use a passport or an identity card.",
        ),
        None => failed(
            DOCUMENT_READ,
            "The pictures show neither a machine readable zone nor words that tell what document \
             this is.",
            "We could not read your document. Put it on a dark, even surface, hold the camera \
             right above it in good light, and take a new picture.",
        ),
    }
}
