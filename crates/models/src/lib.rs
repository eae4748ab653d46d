//! The networks: which files they are, which library runs them, and proof that they are the ones.
//!
//! `models/manifest.json` pins every network by package, version and SHA-256. It is compiled in,
//! so a binary accepts exactly the files it was built and measured with. What looks at pictures and what
//! puts the files in place both know this crate, and neither the other.

#![deny(missing_docs)]

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
}
