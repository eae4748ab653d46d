use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use hosted::FaceDetector;
use vision::runtime::Runtime;
use vision::{ModelError, Options, PresentationNetwork, Vision};

use crate::arguments::ModelArguments;

impl ModelArguments {
    /// The models folder: as told, else `models` beside or above the executable. A build tree's
    /// binary lies in `target/…`, an installed one beside its models.
    pub fn folder(&self) -> PathBuf {
        self.models_dir.clone().unwrap_or_else(|| {
            std::env::current_exe()
                .ok()
                .and_then(|executable| find_from(&executable))
                .unwrap_or_else(|| PathBuf::from("models"))
        })
    }

    /// What runs the models.
    pub(crate) fn runtime(&self) -> Runtime {
        let installed = || Runtime::installed(&self.folder());
        self.runtime.unwrap_or_else(installed)
    }

    /// For another process.
    pub fn to_arguments(&self) -> Vec<OsString> {
        let runtime = self.runtime.map(Runtime::name);
        let runtime = runtime.map(|name| ["--runtime".into(), name.into()]);
        let folder = ["--models-dir".into(), self.folder().into()];
        folder
            .into_iter()
            .chain(runtime.into_iter().flatten())
            .collect()
    }

    /// The network that browsers run as well; loading the models has proved it.
    pub(crate) fn guide(&self) -> anyhow::Result<FaceDetector> {
        let file = self.folder().join(vision::FACE_DETECTOR);
        let model =
            std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        Ok(FaceDetector(model.into()))
    }

    /// The models and the operator's own network, ready for use.
    pub(crate) fn load_with(
        &self,
        network: Option<&PresentationNetwork>,
    ) -> Result<Vision, ModelError> {
        let vision = self.load()?;
        match network {
            Some(network) => vision.with_presentation_network(network),
            None => Ok(vision),
        }
    }

    /// The models, ready for use.
    pub fn load(&self) -> Result<Vision, ModelError> {
        let options = Options {
            runtime: self.runtime,
            ..Options::default()
        };
        Vision::load(&self.folder(), options)
    }
}

fn find_from(executable: &Path) -> Option<PathBuf> {
    let resolved = executable.canonicalize().ok()?;
    resolved
        .ancestors()
        .skip(1)
        .take(5)
        .map(|folder| folder.join("models"))
        .find(|models| models.join("manifest.json").is_file())
}
