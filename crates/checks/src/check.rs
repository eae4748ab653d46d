//! The checks, one a file. Each looks at one thing and says what it found.

mod birth_date;
mod dates_in_order;
mod document_read;
mod document_type;
mod expiry;
mod faces_match;
mod glyphs_alike;
mod issuer;
mod known_specimens;
mod liveness;
mod mrz_check_digits;
mod national_number;
mod one_document;
mod photo_present;
mod picture;
mod selfie_face;
mod selfie_is_not_the_document_picture;
mod sides_belong_together;
mod template_fields;
mod two_sources;
mod viz_agreement;

use identity::Finding;
pub(crate) use picture::is_saved_anew;

use crate::document::Document;
use crate::{Policy, Request};

/// What a check looks at.
pub(crate) struct CheckInput<'a> {
    pub(crate) request: &'a Request<'a>,
    pub(crate) document: &'a Document<'a>,
    pub(crate) policy: &'a Policy,
}

/// Findings about presentation attacks, none of them without a selfie. They are judged by a rule of
/// their own.
pub(crate) fn liveness(case: &CheckInput) -> Vec<Finding> {
    liveness::check(case)
}

/// What was done against presentation attacks, as the report says it. `findings` are those of
/// [`liveness()`].
pub(crate) fn liveness_level(request: &Request, findings: &[Finding]) -> &'static str {
    liveness::level(request, findings)
}

pub(crate) fn document(case: &CheckInput) -> Vec<Finding> {
    [
        vec![document_read::check(case)],
        document_type::check(case),
        picture::check(case),
        vec![one_document::check(case)],
        vec![mrz_check_digits::check(case)],
        viz_agreement::check(case),
        template_fields::check(case),
        dates_in_order::check(case).into_iter().collect(),
        glyphs_alike::check(case).into_iter().collect(),
        vec![
            national_number::check(case),
            two_sources::check(case),
            sides_belong_together::check(case),
            photo_present::check(case),
        ],
        birth_date::check(case),
        expiry::check(case),
        vec![issuer::check(case)],
    ]
    .concat()
}

/// Findings about the selfie; `None` where no selfie was asked for.
pub(crate) fn selfie(case: &CheckInput) -> Option<Vec<Finding>> {
    let frames = case.request.selfie?;
    let frame = selfie_face::best_frame(frames);
    Some(vec![
        photo_present::check_for_selfie(case),
        selfie_face::check(case, frame),
        selfie_is_not_the_document_picture::check(case, frames),
        faces_match::check(case, frame),
    ])
}
