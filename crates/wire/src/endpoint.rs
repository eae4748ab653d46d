//! What an endpoint is, stated once. The route and its description both follow from the types here,
//! so that what is documented is what is taken and answered.

mod context;
mod open;
mod ordinary;
mod staged;

pub use context::Context;
pub use open::OpenEndpoint;
pub use ordinary::Endpoint;
pub use staged::StagedEndpoint;

pub(crate) use open::answer_openly;
pub(crate) use ordinary::{execute_command, execute_query};
pub(crate) use staged::answer_staged;
