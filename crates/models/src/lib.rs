//! The networks: which files they are, which library runs them, and proof that they are the ones.
//!
//! `models/manifest.json` pins every network by package, version and SHA-256. It is compiled in,
//! so a binary accepts exactly the files it was built and measured with. What looks at pictures and what
//! puts the files in place both know this crate, and neither the other.

mod check;
mod manifest;
mod runtime;

use std::io;

pub use check::{check, check_networks, sha256_hex, verified, verified_file, verified_library};
pub use manifest::{Conversion, Library, Manifest, Model, Package, library, manifest};
pub use runtime::Runtime;

/// What mends every file that isn't as it should be.
pub const MEND: &str = "run `bonafide models install`";

/// Why the networks can't be used. Every message names the file and what mends it.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    #[error("model file {file} is missing: {MEND}")]
    Missing { file: String },
    #[error("model file {file} is not the one this version was built for: {MEND}")]
    Altered { file: String },
    #[error("model file {file} can't be read: {source}; {MEND}")]
    Unreadable { file: String, source: io::Error },
    #[error("model file {file} can't be loaded ({reason}): {MEND}")]
    Unusable { file: String, reason: String },
    #[error("ONNX Runtime is not offered for this machine: leave --runtime out")]
    NoLibrary,
    #[error("the liveness network {file} can't be used: {reason}")]
    Own { file: String, reason: String },
}
