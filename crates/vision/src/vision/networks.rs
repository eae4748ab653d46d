//! The networks that a [`Vision`](super::Vision) is made of.

use std::path::Path;
use std::sync::Arc;

use models::{Model, ModelError, manifest, verified};

use super::metadata::metadata;
use crate::runtime::{Loader, Network, Runtime, Source};

/// The file of the network that finds faces, which browsers run too.
pub const FACE_DETECTOR: &str = "face-detector.onnx";
pub(super) const FACE_EMBEDDER: &str = "face-embedder.onnx";
pub(super) const TEXT: &str = "text-detector.onnx";
pub(super) const RECOGNISER: &str = "text-recogniser.onnx";
/// The recogniser with products in integers: quicker than [`RECOGNISER`] in ONNX Runtime, and slower in
/// rten.
pub(super) const RECOGNISER_IN_INTEGERS: &str = "text-recogniser-integers.onnx";
pub(super) const FINE_TEXT: &str = "text-detector-fine.onnx";

pub(super) fn model(file: &str) -> &'static Model {
    manifest()
        .models
        .iter()
        .find(|model| model.file == file)
        .expect("every network used is in the manifest: checked by a test")
}

pub(super) fn load(
    models_dir: &Path,
    name: &'static str,
    loader: &Loader,
) -> Result<Arc<dyn Network>, ModelError> {
    loader.load(Source::Folder(models_dir.to_owned(), model(name)))
}

/// As [`load`], but when the network first runs: for one that few pictures need.
pub(super) fn later(models_dir: &Path, name: &'static str, loader: &Loader) -> Arc<dyn Network> {
    loader.later(Source::Folder(models_dir.to_owned(), model(name)))
}

/// The file of the recogniser that a runtime runs quickest.
pub(super) fn recogniser(runtime: Runtime) -> &'static str {
    match runtime {
        Runtime::Rten => RECOGNISER,
        Runtime::OnnxRuntime => RECOGNISER_IN_INTEGERS,
    }
}

/// What the recogniser can read, one character a line.
pub(super) fn characters(
    models_dir: &Path,
    recogniser: &'static str,
) -> Result<String, ModelError> {
    let file = verified(models_dir, model(recogniser))?;
    metadata(&file, "character").ok_or_else(|| ModelError::Unusable {
        file: recogniser.to_owned(),
        reason: "it has no dictionary".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_used_is_in_the_manifest() {
        for runtime in [Runtime::Rten, Runtime::OnnxRuntime] {
            for file in [
                FACE_DETECTOR,
                FACE_EMBEDDER,
                TEXT,
                FINE_TEXT,
                RECOGNISER,
                recogniser(runtime),
            ] {
                assert!(
                    manifest()
                        .models_of(runtime)
                        .any(|model| model.file == file)
                );
            }
        }
    }
}
