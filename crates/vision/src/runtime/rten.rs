//! Networks run by rten, in Rust and part of this binary.

use std::sync::{Arc, Mutex, PoisonError};

use models::ModelError;
use rten::{Model, RunOptions, ThreadPool, Value, ValueOrView};

use super::{Network, NetworkError, Source, Tensor};

/// Thread pools of one size, handed to one call at a time, so that calls don't wait for each other.
pub(crate) struct Pools {
    threads: usize,
    idle: Mutex<Vec<Arc<ThreadPool>>>,
}

impl Pools {
    pub(super) fn new(threads: usize) -> Self {
        Self {
            threads: threads.max(1),
            idle: Mutex::default(),
        }
    }

    fn with<T>(&self, work: impl FnOnce(Arc<ThreadPool>) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let pool = idle()
            .pop()
            .unwrap_or_else(|| Arc::new(ThreadPool::with_num_threads(self.threads)));
        let result = work(Arc::clone(&pool));
        idle().push(pool);
        result
    }
}

pub(super) struct Loaded {
    model: Model,
    pools: Arc<Pools>,
}

impl Loaded {
    pub(super) fn new(source: Source, pools: Arc<Pools>) -> Result<Self, ModelError> {
        let model = Model::load(source.read()?).map_err(|error| source.unusable(error))?;
        Ok(Self { model, pools })
    }

    fn outputs(&self, input: Tensor, pool: Arc<ThreadPool>) -> Result<Vec<Value>, String> {
        let input_id = *self.model.input_ids().first().ok_or("no input")?;
        let value = Value::from_shape(&input.shape, input.data).map_err(|e| e.to_string())?;
        let options = RunOptions::default().with_thread_pool(Some(pool));
        self.model
            .run(
                vec![(input_id, ValueOrView::from(value))],
                self.model.output_ids(),
                Some(options),
            )
            .map_err(|error| error.to_string())
    }
}

impl Network for Loaded {
    fn run(&self, input: Tensor) -> Result<Vec<Tensor>, NetworkError> {
        let outputs = self
            .pools
            .with(|pool| self.outputs(input, pool))
            .map_err(NetworkError)?;
        outputs
            .into_iter()
            .map(|value| {
                let tensor: rten_tensor::Tensor<f32> = value
                    .try_into()
                    .map_err(|_| NetworkError("output is not float".to_owned()))?;
                let shape = rten_tensor::Layout::shape(&tensor).to_vec();
                Ok(Tensor {
                    shape,
                    data: tensor.into_data(),
                })
            })
            .collect()
    }
}
