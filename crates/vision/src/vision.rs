use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread;

use image::RgbImage;
use observation::{
    DocumentObservation, Face, Quad, SelfieObservation, TextLine,
};

use crate::models::{Model, ModelError, manifest, verified};
use crate::picture::{Limits, Picture, PictureError, decode, turn, turn_point};
use crate::quality::quality;
use crate::runtime::{Network, NetworkError, Pools, RtenNetwork};
use crate::text::{Reading, Recogniser, Strip, TextBox};
use crate::timings::Timings;
use crate::{faces, text, zone};

/// Longer side of the copy text is looked for on, in pixels.
const TEXT_SIDE: u32 = 960;
/// Most lines that are read of one picture.
const MOST_LINES: usize = 60;
/// Most faces that are described of one picture.
const MOST_FACES: usize = 16;
/// Boxes longer than this many times their height tell which way a picture is turned.
const LONG_BOX: f32 = 3.0;

/// How a [`Vision`] works.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Threads one network run uses. One gives the most pictures a second; more, the quickest
    /// answer for one.
    pub threads: usize,
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self { threads: 1, limits: Limits::default() }
    }
}

/// What to look for in a document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentOptions {
    /// Faces with their embeddings.
    pub faces: bool,
}

impl Default for DocumentOptions {
    fn default() -> Self {
        Self { faces: true }
    }
}

/// What was seen, and the upright picture it was seen in: every coordinate of the observation is
/// one of this picture.
#[derive(Debug)]
pub struct Seen<T> {
    pub observation: T,
    pub picture: RgbImage,
    pub timings: Timings,
}

/// Pixels to observations. Synchronous and shared: put it in an `Arc`, call it from threads that
/// may block, and bound their number with a [`Gate`](crate::Gate).
pub struct Vision {
    limits: Limits,
    text: text::Detector,
    fine_text: OnceLock<text::Detector>,
    recogniser: Recogniser,
    face: faces::Detector,
    embedder: faces::Embedder,
    models_dir: std::path::PathBuf,
    pools: Arc<Pools>,
}

impl Vision {
    /// Verifies and loads the networks.
    ///
    /// # Errors
    /// The first network file that is missing, altered or unusable, with the way to mend it.
    pub fn load(models_dir: &Path, options: Options) -> Result<Self, ModelError> {
        let pools = Arc::new(Pools::new(options.threads));
        let [face, embedder, text, recogniser] = thread::scope(|scope| {
            let load = |file: &'static str| {
                let pools = Arc::clone(&pools);
                scope.spawn(move || load(models_dir, file, pools))
            };
            let fine = scope.spawn(|| verified(models_dir, model("text-detector-fine.onnx")));
            let loads = [
                load("face-detector.onnx"),
                load("face-embedder.onnx"),
                load("text-detector.onnx"),
                load("text-recogniser.onnx"),
            ];
            let loads = loads.map(|load| load.join().expect("loading doesn't panic"));
            fine.join().expect("hashing doesn't panic")?;
            let [face, embedder, text, recogniser] = loads;
            Ok([face?, embedder?, text?, recogniser?])
        })?;
        Ok(Self {
            limits: options.limits,
            face: faces::Detector::new(face.network),
            embedder: faces::Embedder::new(embedder.network),
            text: text::Detector::new(text.network),
            fine_text: OnceLock::new(),
            recogniser: recogniser_of(recogniser)?,
            models_dir: models_dir.to_owned(),
            pools,
        })
    }

    /// Decodes a file within the limits and turns it as its EXIF orientation says.
    pub fn decode(&self, file: &[u8]) -> Result<Picture, PictureError> {
        decode(file, &self.limits)
    }

    /// Everything one side of a document shows.
    pub fn document(
        &self,
        file: &[u8],
        options: DocumentOptions,
    ) -> Result<Seen<DocumentObservation>, PictureError> {
        let mut timings = Timings::default();
        let picture = timings.measure("decode", || self.decode(file))?;
        let lines = self.lines(&picture.pixels, &mut timings)?;
        let Lines { quarters, pixels, read } = lines;
        let sighting = timings.measure("mrz", || {
            let seen: Vec<zone::Seen<'_>> = read
                .iter()
                .map(|(quad, reading)| zone::Seen {
                    quad: *quad,
                    text: &reading.text,
                    lattice: &reading.lattice,
                })
                .collect();
            zone::read(&self.recogniser, &pixels, &seen)
        })?;
        let of_zone = |at: usize| sighting.as_ref().is_some_and(|zone| zone.pieces.contains(&at));
        let lines = read
            .into_iter()
            .enumerate()
            .filter(|(at, _)| !of_zone(*at))
            .filter_map(|(_, line)| text_line(line))
            .collect();
        let faces = if options.faces {
            timings.measure("faces", || self.faces_of(&pixels))?
        } else {
            Vec::new()
        };
        let observation = DocumentObservation {
            width: pixels.width(),
            height: pixels.height(),
            rotation: quarters,
            picture_sha256: picture.sha256,
            lines,
            mrz: sighting.map(|sighting| sighting.zone),
            barcodes: Vec::new(),
            faces,
            quality: timings.measure("quality", || quality(&pixels)),
            authenticity: Vec::new(),
        };
        Ok(Seen { observation, picture: pixels, timings })
    }

    /// Everything one selfie shows.
    pub fn selfie(&self, file: &[u8]) -> Result<Seen<SelfieObservation>, PictureError> {
        let mut timings = Timings::default();
        let picture = timings.measure("decode", || self.decode(file))?;
        let faces = timings.measure("faces", || self.faces_of(&picture.pixels))?;
        let observation = SelfieObservation {
            width: picture.pixels.width(),
            height: picture.pixels.height(),
            picture_sha256: picture.sha256,
            faces,
            quality: timings.measure("quality", || quality(&picture.pixels)),
        };
        Ok(Seen { observation, picture: picture.pixels, timings })
    }

    /// The faces of any picture, largest first.
    pub fn faces(&self, file: &[u8]) -> Result<Vec<Face>, PictureError> {
        Ok(self.faces_of(&self.decode(file)?.pixels)?)
    }

    fn faces_of(&self, pixels: &RgbImage) -> Result<Vec<Face>, NetworkError> {
        let mut found = Vec::new();
        for detection in self.face.faces(pixels)?.iter().take(MOST_FACES) {
            found.extend(self.embedder.embed(pixels, detection)?);
        }
        Ok(found)
    }

    /// Finds and reads the lines of a picture and how far it has to be turned to be upright.
    fn lines(&self, pixels: &RgbImage, timings: &mut Timings) -> Result<Lines, NetworkError> {
        let mut boxes = timings.measure("detect", || self.text.boxes(pixels, TEXT_SIDE))?;
        boxes.sort_by(|a, b| b.quad.width().total_cmp(&a.quad.width()));
        boxes.truncate(MOST_LINES);
        timings.measure("recognise", || self.read(pixels, &boxes))
    }

    fn read(&self, pixels: &RgbImage, boxes: &[TextBox]) -> Result<Lines, NetworkError> {
        let steep = |quad: &Quad| {
            let [from, to, ..] = quad.0;
            (to.y - from.y).abs() > (to.x - from.x).abs()
        };
        let long = |text: &&TextBox| text.quad.width() > LONG_BOX * text.quad.height();
        let votes: f32 = boxes
            .iter()
            .filter(long)
            .map(|text| if steep(&text.quad) { text.quad.width() } else { -text.quad.width() })
            .sum();
        let sideways = votes > 0.0;
        let mut over = false;
        let (mut forward, mut backward) = (0.0, 0.0);
        for text in boxes.iter().filter(|text| steep(&text.quad) == sideways).take(4) {
            let strip = Strip::cut(pixels, &text.quad);
            forward += self.recogniser.read(&strip)?.confidence;
            backward += self.recogniser.read(&strip.turned_over())?.confidence;
            if forward > backward + 0.5 {
                break;
            }
        }
        if backward > forward {
            over = true;
        }
        // Steep boxes run downwards: a quarter turn back makes them upright.
        let quarters = match (sideways, over) {
            (false, false) => 0,
            (false, true) => 2,
            (true, false) => 3,
            (true, true) => 1,
        };
        let size = pixels.dimensions();
        let upright = turn(pixels, quarters);
        let mut read = Vec::new();
        for text in boxes {
            let mut corners = text.quad.0.map(|point| turn_point(point, size, quarters));
            if over {
                corners.rotate_left(2);
            }
            let quad = Quad(corners);
            read.push((quad, self.recogniser.read(&Strip::cut(&upright, &quad))?));
        }
        read.sort_by(|a, b| a.0.centre().y.total_cmp(&b.0.centre().y));
        Ok(Lines { quarters, pixels: upright, read })
    }
}

struct Lines {
    quarters: u8,
    /// The picture, turned upright.
    pixels: RgbImage,
    read: Vec<(Quad, Reading)>,
}

fn text_line((quad, reading): (Quad, Reading)) -> Option<TextLine> {
    reading
        .is_text()
        .then(|| TextLine { text: reading.text, confidence: reading.confidence, quad })
}

struct Loaded {
    network: Arc<dyn Network>,
    file: Vec<u8>,
    name: &'static str,
}

fn model(file: &str) -> &'static Model {
    manifest()
        .models
        .iter()
        .find(|model| model.file == file)
        .expect("every network used is in the manifest: checked by a test")
}

fn load(models_dir: &Path, name: &'static str, pools: Arc<Pools>) -> Result<Loaded, ModelError> {
    let file = verified(models_dir, model(name))?;
    let network = Arc::new(RtenNetwork::load(name, file.clone(), pools)?);
    Ok(Loaded { network, file, name })
}

fn recogniser_of(loaded: Loaded) -> Result<Recogniser, ModelError> {
    Recogniser::new(loaded.network, loaded.name, &loaded.file)
}
