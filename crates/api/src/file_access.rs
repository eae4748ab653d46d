//! What a call sees of files and of the links that lead to them, and who may hand files on.

mod download;
mod expiry;
mod file;
pub(crate) mod kind;
mod leave;
mod link;
mod visible;

pub(crate) use download::{FileContents, download};
pub(crate) use file::{PATHS, file};
pub(crate) use leave::{Leave, check_purpose, leads_to};
pub(crate) use link::link;
pub(crate) use visible::{check_contents, find};
