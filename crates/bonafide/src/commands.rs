//! One command a file.

pub(crate) mod backup;
pub(crate) mod doctor;
pub(crate) mod faces;
pub(crate) mod keys;
pub(crate) mod listen;
pub(crate) mod migrate;
pub(crate) mod models;
pub(crate) mod read;
pub(crate) mod receipts;
pub(crate) mod restore;
pub(crate) mod retention;
pub(crate) mod serve;
pub(crate) mod sessions;
pub(crate) mod specimen;
pub(crate) mod trigger;
pub(crate) mod vault;
pub(crate) mod verify;
pub(crate) mod webhooks;
pub(crate) mod worker;
