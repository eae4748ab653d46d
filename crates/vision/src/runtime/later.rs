//! Networks that few pictures need.

use std::sync::{Arc, OnceLock};

use super::{Loader, Network, NetworkError, Source, Tensor};

/// A network that is loaded when it first runs.
pub(super) struct Later {
    loader: Loader,
    source: Source,
    loaded: OnceLock<Arc<dyn Network>>,
}

impl Later {
    pub(super) fn new(loader: Loader, source: Source) -> Self {
        Self {
            loader,
            source,
            loaded: OnceLock::new(),
        }
    }

    fn network(&self) -> Result<&Arc<dyn Network>, NetworkError> {
        if let Some(network) = self.loaded.get() {
            return Ok(network);
        }
        let loaded = self.loader.load(self.source.clone());
        let loaded = loaded.map_err(|error| NetworkError(error.to_string()))?;
        Ok(self.loaded.get_or_init(|| loaded))
    }
}

impl Network for Later {
    fn run(&self, input: Tensor) -> Result<Vec<Tensor>, NetworkError> {
        self.network()?.run(input)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Runtime;
    use super::*;

    #[test]
    fn what_cannot_be_loaded_fails_when_it_runs() {
        let loader = Loader::new(Runtime::Rten, Path::new("."), 1).unwrap();
        let network = loader.later(Source::Own("none.onnx", b"no network"));
        let input = Tensor {
            shape: vec![1],
            data: vec![0.0],
        };
        let error = network.run(input).unwrap_err();
        assert!(error.to_string().contains("none.onnx"), "{error}");
    }
}
