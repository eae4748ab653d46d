//! The one place that knows which library runs networks.

mod later;
mod onnx_runtime;
mod rten;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use models::Runtime;
use models::{Model, ModelError, verified};

/// A dense block of 32-bit floats, row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// Length of each axis, the outermost first: batch, channels, height, width for pictures.
    pub shape: Vec<usize>,
    /// As many numbers as the lengths multiply to; the last axis runs fastest.
    pub data: Vec<f32>,
}

/// A network failed on an input: a defect, never the picture's fault.
#[derive(Debug, thiserror::Error)]
#[error("network failed: {0}")]
pub struct NetworkError(pub String);

/// A loaded network with one input.
pub trait Network: Send + Sync {
    /// Outputs in the network's order.
    fn run(&self, input: Tensor) -> Result<Vec<Tensor>, NetworkError>;
}

/// Loads networks into one runtime.
#[derive(Clone)]
pub(crate) enum Loader {
    Rten(Arc<rten::Pools>),
    OnnxRuntime(Arc<onnx_runtime::Library>),
}

impl Loader {
    /// Prepares a runtime. One call of a network uses `threads` threads.
    ///
    /// # Errors
    /// When the runtime's library is missing, altered or unusable.
    pub(crate) fn new(
        runtime: Runtime,
        models_dir: &Path,
        threads: usize,
    ) -> Result<Self, ModelError> {
        Ok(match runtime {
            Runtime::Rten => Self::Rten(Arc::new(rten::Pools::new(threads))),
            Runtime::OnnxRuntime => {
                let library = onnx_runtime::Library::open(models_dir, threads)?;
                Self::OnnxRuntime(Arc::new(library))
            }
        })
    }

    /// # Errors
    /// When the network is missing or altered, or the runtime refuses it.
    pub(crate) fn load(&self, source: Source) -> Result<Arc<dyn Network>, ModelError> {
        Ok(match self {
            Self::Rten(pools) => Arc::new(rten::Loaded::new(source, Arc::clone(pools))?),
            Self::OnnxRuntime(library) => {
                Arc::new(onnx_runtime::Loaded::new(source, Arc::clone(library))?)
            }
        })
    }

    /// As [`Loader::load`], but when the network first runs: for one that few pictures need.
    pub(crate) fn later(&self, source: Source) -> Arc<dyn Network> {
        Arc::new(later::Later::new(self.clone(), source))
    }
}

/// A network of somebody else's, with one thread a call. `name` is what errors call it.
///
/// # Errors
/// When the runtime's library is missing, altered or unusable, or it refuses the network.
pub fn load(
    runtime: Runtime,
    models_dir: &Path,
    name: &str,
    network: &[u8],
) -> Result<Arc<dyn Network>, ModelError> {
    let source = Source::Given(name.to_owned(), network.into());
    Loader::new(runtime, models_dir, 1)?.load(source)
}

/// Where a network is read from, and read again where it is needed once more.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// Its file lies in this folder.
    Folder(PathBuf, &'static Model),
    /// Its name and contents are part of this binary.
    Own(&'static str, &'static [u8]),
    /// The operator's own, by its name.
    Given(String, Arc<[u8]>),
}

impl Source {
    fn read(&self) -> Result<Vec<u8>, ModelError> {
        match self {
            Self::Folder(folder, model) => verified(folder, model),
            Self::Own(_, network) => Ok(network.to_vec()),
            Self::Given(_, network) => Ok(network.to_vec()),
        }
    }

    fn unusable(&self, reason: impl fmt::Display) -> ModelError {
        let file = match self {
            Self::Folder(_, model) => &model.file,
            Self::Own(name, _) => *name,
            Self::Given(name, _) => name,
        };
        ModelError::Unusable {
            file: file.to_owned(),
            reason: reason.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runtimes_are_called_by_their_names() {
        for runtime in [Runtime::Rten, Runtime::OnnxRuntime] {
            assert_eq!(runtime.name().parse(), Ok(runtime));
        }
        assert!("tract".parse::<Runtime>().is_err());
    }
}
