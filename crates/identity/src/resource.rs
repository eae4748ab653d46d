//! Every object as Stripe's API shows it: which keys are always there, which are null, which
//! appear only when asked for in `expand`. The types that are serialised also describe themselves
//! as schemas, so that what is documented is what is sent.

mod error;
mod event;
mod evidence;
mod file;
mod keys;
mod list;
mod options;
mod presence;
mod rendered;
mod report;
mod session;
mod webhook_endpoint;

pub use event::{EventObject, event};
pub use file::{FileLinkObject, FileObject, FileView, file, file_link};
pub use keys::{EphemeralKeyObject, ephemeral_key};
pub use list::{ListObject, list};
pub use rendered::{Rendered, Resource};
pub use report::{ReportObject, report};
pub use session::{SessionLinks, SessionObject, SessionView, session};
pub use webhook_endpoint::{
    DeletedWebhookEndpointObject, WebhookEndpointObject, deleted_webhook_endpoint, webhook_endpoint,
};
