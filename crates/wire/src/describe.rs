//! What the server answers, described for machines (OpenAPI 3.1). Every route is registered with
//! its [`Operation`], and the schemas come from the types that are read and written, so that the
//! description cannot fall behind the code.

mod document;
mod names;
mod operation;
mod schemas;

pub(crate) use document::document;
pub(crate) use names::OperationNames;
pub use operation::Operation;
pub(crate) use operation::{Sends, Way};
