mod document;
mod machine_readable;
mod metadata;
mod networks;
mod people;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use image::RgbImage;
use models::{ModelError, verified_file};

use crate::faces;
use crate::gate::Gate;
use crate::line::{Diacritics, Recogniser};
use crate::mrz_reading::Reader;
use crate::picture::{Decoding, Limits, Picture, PictureError};
use crate::presentation::{self, PresentationNetwork};
use crate::runtime::{Loader, Network, Runtime};
use crate::text;
use crate::timings::Timings;
pub use networks::FACE_DETECTOR;
use networks::{
    FACE_EMBEDDER, FINE_TEXT, RECOGNISER, TEXT, characters, later, load, model, recogniser,
};

/// How a [`Vision`] works.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Threads one network run uses. One gives the most pictures a second; more, the quickest
    /// answer for one.
    pub threads: usize,
    /// What pictures may take; beyond it they are refused.
    pub limits: Limits,
    /// What runs the networks; `None` for the quickest runtime whose files are there.
    pub runtime: Option<Runtime>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            threads: 1,
            limits: Limits::default(),
            runtime: None,
        }
    }
}

/// What to look for in a document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentOptions {
    /// Faces with their embeddings.
    pub faces: bool,
    /// Print, barcodes, where the document lies and signals of authenticity. Without them the machine
    /// readable zone alone is looked for, which is much quicker.
    pub print: bool,
}

impl Default for DocumentOptions {
    fn default() -> Self {
        Self {
            faces: true,
            print: true,
        }
    }
}

/// What was seen, and the upright picture it was seen in: every coordinate of the observation is
/// one of this picture.
#[derive(Debug)]
pub struct Seen<T> {
    /// Plain data, fit to be kept and judged.
    pub observation: T,
    /// Upright, in the pixels that the observation counts.
    pub picture: RgbImage,
    /// Of the stages that ran, for operators and benchmarks.
    pub timings: Timings,
}

/// Pixels to observations. Synchronous and shared: put it in an `Arc`, call it from threads that
/// may block, and bound their number with a pool.
pub struct Vision {
    limits: Limits,
    /// Large pictures are decoded one at a time.
    large: Gate,
    text: text::Detector,
    /// A slower detector, for small and faint text.
    fine_text: text::Detector,
    recogniser: Recogniser,
    /// The recogniser in floats, for zones that the reader of zones can't prove.
    exact: Recogniser,
    diacritics: Diacritics,
    mrz_reader: Reader,
    face: faces::Detector,
    embedder: faces::Embedder,
    /// The operator's own.
    presentation: Option<Arc<dyn Network>>,
    /// SHA-256 of the file of `presentation`, hex, in small letters.
    presentation_sha256: Option<String>,
    loader: Loader,
    runtime: Runtime,
}

impl Vision {
    /// Verifies and loads the networks.
    ///
    /// # Errors
    /// The first network file that is missing, altered or unusable, with the way to mend it.
    pub fn load(models_dir: &Path, options: Options) -> Result<Self, ModelError> {
        let installed = || Runtime::installed(models_dir);
        let runtime = options.runtime.unwrap_or_else(installed);
        let loader = Loader::new(runtime, models_dir, options.threads)?;
        let ([face, embedder, text, recogniser], characters) = thread::scope(|scope| {
            let load = |file: &'static str| {
                let loader = &loader;
                scope.spawn(move || load(models_dir, file, loader))
            };
            // Loaded when they are first needed.
            let later = [FINE_TEXT, RECOGNISER];
            let later =
                later.map(|file| scope.spawn(move || verified_file(models_dir, model(file))));
            let recogniser = recogniser(runtime);
            let characters = scope.spawn(|| characters(models_dir, recogniser));
            let loads = [
                load(FACE_DETECTOR),
                load(FACE_EMBEDDER),
                load(TEXT),
                load(recogniser),
            ];
            let loads = loads.map(|load| load.join().expect("loading doesn't panic"));
            let characters = characters.join().expect("reading doesn't panic")?;
            for later in later {
                later.join().expect("hashing doesn't panic")?;
            }
            let [face, embedder, text, recogniser] = loads;
            Ok(([face?, embedder?, text?, recogniser?], characters))
        })?;
        let exact = match runtime {
            Runtime::Rten => Arc::clone(&recogniser),
            Runtime::OnnxRuntime => later(models_dir, RECOGNISER, &loader),
        };
        Ok(Self {
            limits: options.limits,
            large: Gate::new(1),
            face: faces::Detector::new(face),
            embedder: faces::Embedder::new(embedder),
            text: text::Detector::new(text),
            fine_text: text::Detector::new(later(models_dir, FINE_TEXT, &loader)),
            exact: Recogniser::new(exact, &characters),
            recogniser: Recogniser::new(recogniser, &characters),
            diacritics: Diacritics::load(&loader)?,
            mrz_reader: Reader::load(&loader)?,
            presentation: None,
            presentation_sha256: None,
            loader,
            runtime,
        })
    }

    /// What runs the networks.
    pub fn runtime(&self) -> Runtime {
        self.runtime
    }

    /// SHA-256 of the operator's own network, hex.
    pub fn presentation_sha256(&self) -> Option<&str> {
        self.presentation_sha256.as_deref()
    }

    /// With a network that tells people from screens and prints.
    ///
    /// # Errors
    /// The file is missing, another than the one meant, or no network.
    pub fn with_presentation_network(
        mut self,
        network: &PresentationNetwork,
    ) -> Result<Self, ModelError> {
        self.presentation = Some(presentation::load(network, &self.loader)?);
        self.presentation_sha256 = Some(network.sha256.to_ascii_lowercase());
        Ok(self)
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Decodes a file within the limits and turns it as its EXIF orientation says.
    pub fn decode(&self, file: &[u8]) -> Result<Picture, PictureError> {
        self.decoding(&self.limits).picture(file)
    }

    /// Decodes within other limits than those of this instance.
    pub(crate) fn decoding<'a>(&'a self, limits: &'a Limits) -> Decoding<'a> {
        Decoding::behind(limits, &self.large)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_networks_is_refused_with_the_way_to_mend_it() {
        let empty = tempfile::tempdir().unwrap();
        let error = Vision::load(empty.path(), Options::default())
            .err()
            .unwrap();
        assert!(
            error.to_string().contains("bonafide models install"),
            "{error}"
        );
    }
}
