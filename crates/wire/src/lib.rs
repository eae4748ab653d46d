//! What every HTTP surface shares: forms, errors, authentication, idempotency, request ids.
//!
//! An [`Endpoint`] says once what it is called, whom it serves, what it takes and what it answers; a
//! [`Surface`] makes of that both its route and its description. Before it executes, the caller is
//! authenticated, what they may do is checked, the parameters are decoded and a unit of work is opened.
//! [`assemble()`] puts routers behind the boundary that gives every answer its request
//! id and every error Stripe's envelope.

#![deny(missing_docs)]

mod access;
mod admission;
mod answer;
mod answered;
mod assemble;
mod authenticate;
mod authenticator;
mod body;
mod boundary;
mod call;
mod caller;
mod code;
mod command;
mod credentials;
mod describe;
mod endpoint;
mod error;
mod expand;
mod form;
mod held;
mod host;
mod idempotency;
mod limits;
mod metadata;
mod network;
mod page;
mod parameters;
mod party;
mod prepared_command;
mod query;
mod request;
mod request_logs;
mod staged_request;
mod surface;
mod upload;
mod version;

pub use access::{Access, Links, PAGE_COOKIE, Persons, Read, Uploads, Write};
pub use admission::AdmissionSettings;
pub use answer::{Answer, ListPage, Shown};
pub use answered::Answered;
pub use assemble::assemble;
pub use authenticator::Authenticator;
pub use body::{Meter, PaceSettings, Reserved};
pub use boundary::{FromWithin, Spare, TakenWithin};
pub use call::Call;
pub use caller::{Caller, KeyCaller, PersonCaller, SensitiveResults};
pub use code::{Code, ErrorType};
pub use command::PendingCommand;
pub use describe::Operation;
pub use endpoint::{Context, Endpoint, OpenEndpoint, StagedEndpoint};
pub use error::ApiError;
pub use form::{CreatedParameter, MetadataParameter, Patch, from_text};
pub use host::Host;
pub use limits::LimitSettings;
pub use metadata::{change_metadata, new_metadata};
pub use network::{TrustedProxies, is_network};
pub use page::cursor_error;
pub use parameters::{Paged, Parameters};
pub use prepared_command::{CommandFinisher, PreparedCommand};
pub use query::PendingQuery;
pub use request::RequestContext;
pub use staged_request::StagedRequest;
pub use surface::Surface;
pub use upload::{Upload, UploadedFile};
pub use version::is_api_version;

/// Results of this crate.
pub type Result<T> = std::result::Result<T, ApiError>;
