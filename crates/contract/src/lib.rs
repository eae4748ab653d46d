//! Whether this server does what Stripe Identity does, told mechanically.
//!
//! `stripe.json` holds the facts of Stripe's published OpenAPI document for Identity and what goes
//! with it: names, types, presence, enumerations and bounds, without its prose. [`compare()`] holds
//! our own description against it; [`checked`] holds every single answer against both while tests
//! run. [`spoiled`] breaks answers on request, so that a run can show that the tests notice.

mod alone;
mod answer;
mod compare;
mod document;
mod layer;
mod shape;
mod spoil;

pub use compare::compare;
pub use document::Document;
pub use layer::checked;
pub use spoil::spoiled;

/// One place in which two things that should be the same are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `GET /v1/events 200.data[].id`
    pub place: String,
    pub what: String,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}
