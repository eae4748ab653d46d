use std::sync::Arc;

use http::HeaderMap;
use sessions::Services;
use store::UnitOfWork;

use crate::Call;

/// What an endpoint works with: a call that may be made, and a unit of work that is open for it.
pub struct Context<'a> {
    /// What everything is done with.
    pub services: &'a Arc<Services>,
    /// Who calls, when, and what they expand.
    pub call: &'a Call,
    /// Where the method is `GET`, it only reads; otherwise it is committed with what is answered, and
    /// undone where the call is refused.
    pub unit: &'a mut dyn UnitOfWork,
    /// Those of the request.
    pub headers: &'a HeaderMap,
}
