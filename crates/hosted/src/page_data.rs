use identity::resource::{Rendered, Resource};
use identity::{Requirement, SessionId, Status};
use schemars::JsonSchema;
use serde::Serialize;
use sessions::OpenedSession;

/// Something a person has to do again, in words for them. The protocol's clients show the first
/// one alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_requirement_error")]
pub(crate) struct Problem {
    pub(crate) requirement: Requirement,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) back_button_text: String,
    /// Offers to use the picture as it is.
    pub(crate) continue_button_text: Option<String>,
}

/// VerificationPageData: the answer to every POST under a page.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_data")]
pub(crate) struct PageDataObject<'a> {
    id: &'a SessionId,
    #[schemars(extend("enum" = ["identity.verification_page_data"]))]
    object: &'static str,
    status: Status,
    submitted: bool,
    closed: bool,
    requirements: Requirements<'a>,
}

impl Resource for PageDataObject<'_> {
    type Described = PageDataObject<'static>;
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "identity.verification_page_data_requirements")]
struct Requirements<'a> {
    missing: Vec<Requirement>,
    errors: &'a [Problem],
}

/// The answer to a POST under a page.
///
/// A session the person can do no more for is `submitted` and `closed`; a requirement with a
/// problem is still `missing`.
pub(crate) fn page_data(
    opened: &OpenedSession,
    problems: &[Problem],
) -> Rendered<PageDataObject<'static>> {
    let session = &opened.session;
    let closed = !session.is_open();
    Rendered::of(&PageDataObject {
        id: &session.id,
        object: "identity.verification_page_data",
        status: session.status,
        submitted: closed,
        closed,
        requirements: Requirements {
            missing: missing(opened),
            errors: problems,
        },
    })
}

/// What the person still has to hand in.
pub(crate) fn missing(opened: &OpenedSession) -> Vec<Requirement> {
    let session = &opened.session;
    if !session.is_open() {
        return Vec::new();
    }
    let collected = &opened.personal.collected;
    collected.missing(&session.options, session.verification_type)
}
