//! Rows as they are stored and read, for those too who ask a connection without a unit of work.

pub(crate) mod api_key;
pub(crate) mod data_key;
pub(crate) mod event;
pub(crate) mod job;
pub(crate) mod session;
pub(crate) mod webhook_endpoint;
