//! Networks run by Microsoft's ONNX Runtime, a shared library that is loaded when it is asked for.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use models::{ModelError, library, verified_file, verified_library};
use ort::environment::Environment;
use ort::session::Session;
use ort::session::builder::SessionBuilder;
use ort::value::TensorRef;

use super::{Network, NetworkError, Source, Tensor};

/// The loaded library.
pub(crate) struct Library {
    environment: Environment,
    threads: usize,
}

impl Library {
    /// Verifies the library and loads it, once in a process.
    pub(super) fn open(models_dir: &Path, threads: usize) -> Result<Self, ModelError> {
        static OPENED: OnceLock<Result<Environment, String>> = OnceLock::new();
        let path = verified_library(models_dir)?;
        let opened = OPENED.get_or_init(|| {
            let builder = ort::init_from(&path).map_err(|error| error.to_string())?;
            builder
                .with_name("bonafide")
                .with_telemetry(false)
                .build()
                .map_err(|error| error.to_string())
        });
        match opened {
            Ok(environment) => Ok(Self {
                environment: environment.clone(),
                threads: threads.max(1),
            }),
            Err(reason) => Err(ModelError::Unusable {
                file: library().map_or_else(String::new, |library| library.file.clone()),
                reason: reason.clone(),
            }),
        }
    }

    fn session(&self, source: &Source) -> Result<Session, ModelError> {
        let refused = |error| source.unusable(error);
        let mut builder = self.builder().map_err(refused)?;
        let session = match source {
            // The library reads the file by itself, so that no second copy of the network stays in
            // memory.
            Source::Folder(folder, model) => {
                builder.commit_from_file(verified_file(folder, model)?)
            }
            Source::Own(_, network) => builder.commit_from_memory(network),
            Source::Given(_, network) => builder.commit_from_memory(network),
        };
        session.map_err(refused)
    }

    fn builder(&self) -> ort::Result<SessionBuilder> {
        Ok(Session::builder(&self.environment)?
            .with_intra_threads(self.threads)?
            .with_inter_threads(1)?
            // Idle threads that spin would take time from other requests.
            .with_intra_op_spinning(false)?
            // Hardly two pictures have the same size, so what was planned for one is of no use.
            .with_memory_pattern(false)?
            .with_device_allocated_initializers()?)
    }
}

/// A network, and as many sessions of it as there were calls at one time: a session takes one.
pub(super) struct Loaded {
    source: Source,
    library: Arc<Library>,
    idle: Mutex<Vec<Session>>,
}

impl Loaded {
    pub(super) fn new(source: Source, library: Arc<Library>) -> Result<Self, ModelError> {
        let session = library.session(&source)?;
        Ok(Self {
            source,
            library,
            idle: Mutex::new(vec![session]),
        })
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Session>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn outputs(session: &mut Session, input: &Tensor) -> ort::Result<Vec<Tensor>> {
    let value = TensorRef::from_array_view((input.shape.as_slice(), input.data.as_slice()))?;
    let outputs = session.run(ort::inputs![value])?;
    outputs
        .values()
        .map(|value| {
            let (shape, data) = value.try_extract_tensor::<f32>()?;
            Ok(Tensor {
                shape: shape
                    .iter()
                    .map(|&side| usize::try_from(side).unwrap_or_default())
                    .collect(),
                data: data.to_vec(),
            })
        })
        .collect()
}

impl Network for Loaded {
    fn run(&self, input: Tensor) -> Result<Vec<Tensor>, NetworkError> {
        let failed = |error: &dyn std::error::Error| NetworkError(error.to_string());
        let waiting = self.idle().pop();
        let mut session = if let Some(session) = waiting {
            session
        } else {
            let loaded = self.library.session(&self.source);
            loaded.map_err(|error| failed(&error))?
        };
        let answered = outputs(&mut session, &input);
        self.idle().push(session);
        answered.map_err(|error| failed(&error))
    }
}
