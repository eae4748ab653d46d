use std::path::{Path, PathBuf};

use crate::arguments::ModelArguments;

impl ModelArguments {
    /// The models folder: as told, else `models` beside or above the executable. A build tree's
    /// binary lies in `target/…`, an installed one beside its models.
    pub(crate) fn folder(&self) -> PathBuf {
        self.models_dir.clone().unwrap_or_else(|| {
            std::env::current_exe()
                .ok()
                .and_then(|executable| find_from(&executable))
                .unwrap_or_else(|| PathBuf::from("models"))
        })
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
