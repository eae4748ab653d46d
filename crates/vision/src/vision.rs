use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread;

use image::RgbImage;
use observation::{DocumentObservation, Face, MrzObservation, Quad, SelfieObservation, TextLine};

use crate::faces::Detection;
use crate::models::{Model, ModelError, manifest, metadata, verified, verified_file};
use crate::outline::outlines;
use crate::picture::{Limits, Picture, PictureError, decode, decode_document};
use crate::presentation::PresentationNetwork;
use crate::runtime::{Loader, Network, NetworkError, Runtime, Source};
use crate::text::{Marks, Page, Reading, Recogniser, Strip};
use crate::timings::Timings;
use crate::zone::{Piece, Reader, Readers, Sighting};
use crate::{authenticity, barcodes, faces, presentation, quality, text, zone};

/// Longer side of the copy text is looked for on, in pixels. On 960 the specimens and the zones of
/// other people's pictures read no better and take half as long again.
const TEXT_SIDE: u32 = 736;
/// The same for the second look, which is for the small and the faint.
const FINE_TEXT_SIDE: u32 = 960;
/// Zones read with this confidence are as printed, whatever their check digits say.
const CLEAR: f32 = 0.96;
/// The file of the network that finds faces, which browsers run too.
pub const FACE_DETECTOR: &str = "face-detector.onnx";
const FACE_EMBEDDER: &str = "face-embedder.onnx";
const TEXT: &str = "text-detector.onnx";
const RECOGNISER: &str = "text-recogniser.onnx";
/// The same with products in integers, which one runtime makes quicker and the other doesn't.
const RECOGNISER_IN_INTEGERS: &str = "text-recogniser-integers.onnx";
/// Loaded only for pictures that need it.
const FINE_TEXT: &str = "text-detector-fine.onnx";
/// Lines read with this confidence are no part of a barcode.
const SURELY_PRINT: f32 = 0.85;
/// No zone has fewer lines.
const FEWEST_ZONE_LINES: usize = 2;
/// Most lines that are read of one picture.
const MOST_LINES: usize = 60;
/// Most faces that are described of one picture.
const MOST_FACES: usize = 16;

/// How a [`Vision`] works.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Threads one network run uses. One gives the most pictures a second; more, the quickest
    /// answer for one.
    pub threads: usize,
    pub limits: Limits,
    /// The quickest that is in place, unless told.
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
    marks: Marks,
    zones: Reader,
    face: faces::Detector,
    embedder: faces::Embedder,
    /// The operator's own.
    presentation: Option<Arc<dyn Network>>,
    models_dir: std::path::PathBuf,
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
            let fine = scope.spawn(|| verified_file(models_dir, model(FINE_TEXT)));
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
            fine.join().expect("hashing doesn't panic")?;
            let [face, embedder, text, recogniser] = loads;
            Ok(([face?, embedder?, text?, recogniser?], characters))
        })?;
        Ok(Self {
            limits: options.limits,
            face: faces::Detector::new(face),
            embedder: faces::Embedder::new(embedder),
            text: text::Detector::new(text),
            fine_text: OnceLock::new(),
            recogniser: Recogniser::new(recogniser, &characters),
            marks: Marks::load(&loader)?,
            zones: Reader::load(&loader)?,
            presentation: None,
            models_dir: models_dir.to_owned(),
            loader,
            runtime,
        })
    }

    /// What runs the networks.
    pub fn runtime(&self) -> Runtime {
        self.runtime
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
        Ok(self)
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
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
        let picture = timings.measure("decode", || {
            if options.print {
                decode_document(file, &self.limits)
            } else {
                self.decode(file)
            }
        })?;
        if zone::is_slim(&picture.pixels)
            && let Some(line) =
                timings.measure("mrz", || zone::read_alone(self.readers(), &picture.pixels))?
        {
            return Ok(line_alone(picture, line, timings));
        }
        let Page {
            quarters,
            pixels,
            lines: read,
        } = self.page(&picture.pixels, options.print, &mut timings)?;
        let found = timings.measure("mrz", || self.zone(&pixels, &read))?;
        let sighting = match found {
            Some(sighting) if sighting.valid || sighting.zone.confidence >= CLEAR => Some(sighting),
            other => timings.measure("mrz_again", || self.zone_again(&pixels, &read, other))?,
        };
        let of_zone = |at: usize| {
            sighting
                .as_ref()
                .is_some_and(|zone| zone.pieces.contains(&at))
        };
        let other_zones = match &sighting {
            Some(sighting) => {
                timings.measure("mrz", || self.other_zone(&pixels, &read, sighting))?
            }
            None => Vec::new(),
        };
        let mut print = Vec::with_capacity(read.len());
        for (at, (quad, reading)) in read.into_iter().enumerate() {
            if options.print && !of_zone(at) {
                let reading = if reading.of_zone {
                    self.recogniser.read(&Strip::quick(&pixels, &quad))?
                } else {
                    reading
                };
                print.push((quad, reading));
            }
        }
        timings.measure("marks", || self.marks.correct(&pixels, &mut print))?;
        let lines: Vec<TextLine> = print.into_iter().filter_map(text_line).collect();
        let text: Vec<Quad> = lines
            .iter()
            .map(|line| line.quad)
            .chain(sighting.iter().flat_map(|seen| seen.zone.quads.clone()))
            .collect();
        let clear: Vec<Quad> = lines
            .iter()
            .filter(|line| line.confidence >= SURELY_PRINT)
            .map(|line| line.quad)
            .chain(sighting.iter().flat_map(|seen| seen.zone.quads.clone()))
            .collect();
        let faces = if options.faces {
            timings.measure("faces", || self.faces_of(&pixels))?
        } else {
            Vec::new()
        };
        let has_portrait = !faces.is_empty();
        let found = if options.print {
            timings.measure("outline", || outlines(&pixels, &text))
        } else {
            Vec::new()
        };
        let mut outlines = found.into_iter();
        let outline = outlines.next();
        let (quality, document_quality) = timings.measure("quality", || {
            let copy = quality::Copy::of(&pixels);
            let document = options
                .print
                .then(|| quality::document_quality(&pixels, &copy, outline.as_ref(), &text));
            (copy.quality(), document.flatten())
        });
        let observation = DocumentObservation {
            width: pixels.width(),
            height: pixels.height(),
            rotation: quarters,
            picture_sha256: picture.sha256,
            lines,
            mrz: sighting.map(|sighting| sighting.zone),
            barcodes: if options.print {
                timings.measure("barcodes", || barcodes::read(&pixels, &clear))
            } else {
                Vec::new()
            },
            faces,
            quality,
            authenticity: if options.print {
                timings.measure("authenticity", || {
                    let evidence = picture.evidence.turned(quarters);
                    let outline = outline.as_ref();
                    authenticity::signals(&evidence, &pixels, &text, outline, has_portrait)
                })
            } else {
                Vec::new()
            },
            outline,
            document_quality,
            other_outlines: outlines.collect(),
            other_zones,
        };
        Ok(Seen {
            observation,
            picture: pixels,
            timings,
        })
    }

    /// Everything one selfie shows.
    pub fn selfie(&self, file: &[u8]) -> Result<Seen<SelfieObservation>, PictureError> {
        let mut timings = Timings::default();
        let picture = timings.measure("decode", || self.decode(file))?;
        let faces = timings.measure("faces", || {
            let found = self.face.faces_any_way_up(&picture.pixels)?;
            self.described(&picture.pixels, &found)
        })?;
        let signals = timings.measure("presentation", || {
            let network = self.presentation.as_deref();
            presentation::signals(
                network,
                &picture.pixels,
                faces.first().map(|face| &face.bounds),
            )
        })?;
        let observation = SelfieObservation {
            signals,
            width: picture.pixels.width(),
            height: picture.pixels.height(),
            picture_sha256: picture.sha256,
            faces,
            quality: timings.measure("quality", || quality::quality(&picture.pixels)),
        };
        Ok(Seen {
            observation,
            picture: picture.pixels,
            timings,
        })
    }

    /// The faces of any picture, largest first.
    pub fn faces(&self, file: &[u8]) -> Result<Vec<Face>, PictureError> {
        let pixels = self.decode(file)?.pixels;
        let found = self.face.faces_any_way_up(&pixels)?;
        Ok(self.described(&pixels, &found)?)
    }

    /// The largest face of any picture, and how many there are: all that a comparison takes.
    pub fn largest_face(&self, file: &[u8]) -> Result<(Option<Face>, usize), PictureError> {
        let pixels = self.decode(file)?.pixels;
        let found = self.face.faces_any_way_up(&pixels)?;
        for detection in &found {
            let face = self.embedder.embed(&pixels, detection)?;
            if face.is_some() {
                return Ok((face, found.len()));
            }
        }
        Ok((None, 0))
    }

    /// The faces of an upright page.
    fn faces_of(&self, pixels: &RgbImage) -> Result<Vec<Face>, NetworkError> {
        self.described(pixels, &self.face.faces(pixels)?)
    }

    fn described(&self, pixels: &RgbImage, found: &[Detection]) -> Result<Vec<Face>, NetworkError> {
        let mut faces = Vec::new();
        for detection in found.iter().take(MOST_FACES) {
            faces.extend(self.embedder.embed(pixels, detection)?);
        }
        Ok(faces)
    }

    /// Where faces are, largest first.
    pub(crate) fn detections(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        self.face.faces(pixels)
    }

    /// The same face, its landmarks measured again.
    pub(crate) fn closer(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Detection, NetworkError> {
        self.face.closer(pixels, detection)
    }

    /// `None` where the landmarks fit no face.
    pub(crate) fn description(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Face>, NetworkError> {
        self.embedder.embed(pixels, detection)
    }

    fn readers(&self) -> Readers<'_> {
        Readers {
            zones: &self.zones,
            print: &self.recogniser,
        }
    }

    fn zone(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, Reading)],
    ) -> Result<Option<Sighting>, NetworkError> {
        let seen: Vec<Piece<'_>> = lines.iter().map(Piece::of).collect();
        zone::read(self.readers(), pixels, &seen)
    }

    /// The zone of a second document, among the lines of zones that the first does not have.
    fn other_zone(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, Reading)],
        first: &Sighting,
    ) -> Result<Vec<MrzObservation>, NetworkError> {
        let covered = |quad: &Quad| first.zone.quads.iter().any(|line| covers(line, quad));
        let rest: Vec<Piece<'_>> = lines
            .iter()
            .enumerate()
            .filter(|(at, (quad, reading))| {
                reading.of_zone && !first.pieces.contains(at) && !covered(quad)
            })
            .map(|(_, line)| Piece::of(line))
            .collect();
        if rest.len() < FEWEST_ZONE_LINES {
            return Ok(Vec::new());
        }
        let second = zone::read(self.readers(), pixels, &rest)?;
        // What is not certain is no second document.
        let certain = second.filter(|second| second.valid);
        Ok(certain.map(|second| second.zone).into_iter().collect())
    }

    /// Looks for a zone with the slower detector, where the quick one found pieces of one.
    fn zone_again(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, Reading)],
        found: Option<Sighting>,
    ) -> Result<Option<Sighting>, NetworkError> {
        let Some(around) = zone::neighbourhood(lines) else {
            return Ok(found);
        };
        let mut again = Vec::new();
        for text in self.fine_text()?.boxes(pixels, FINE_TEXT_SIDE)? {
            let centre = text.quad.centre();
            let inside = (around.x..around.x + around.width).contains(&centre.x)
                && (around.y..around.y + around.height).contains(&centre.y);
            if inside {
                let strip = Strip::cut(pixels, &text.quad);
                again.push((text.quad, self.recogniser.read(&strip)?));
            }
        }
        let sighting = self.zone(pixels, &again)?.map(|mut sighting| {
            sighting.pieces = lines
                .iter()
                .enumerate()
                .filter(|(_, (quad, _))| sighting.zone.quads.iter().any(|line| covers(line, quad)))
                .map(|(at, _)| at)
                .collect();
            sighting
        });
        Ok(match (found, sighting) {
            (Some(found), Some(sighting))
                if !sighting.valid && found.zone.confidence >= sighting.zone.confidence =>
            {
                Some(found)
            }
            (found, sighting) => sighting.or(found),
        })
    }

    /// The slower detector, loaded when it is first needed.
    fn fine_text(&self) -> Result<&text::Detector, NetworkError> {
        if let Some(detector) = self.fine_text.get() {
            return Ok(detector);
        }
        let loaded = load(&self.models_dir, FINE_TEXT, &self.loader)
            .map_err(|error| NetworkError(error.to_string()))?;
        Ok(self.fine_text.get_or_init(|| text::Detector::new(loaded)))
    }

    /// Finds and reads the lines of a picture and turns it upright.
    fn page(
        &self,
        pixels: &RgbImage,
        print: bool,
        timings: &mut Timings,
    ) -> Result<Page, NetworkError> {
        let mut boxes = timings.measure("detect", || self.text.boxes(pixels, TEXT_SIDE))?;
        boxes.sort_by(|a, b| b.quad.width().total_cmp(&a.quad.width()));
        boxes.truncate(MOST_LINES);
        timings.measure("recognise", || {
            text::page(&self.recogniser, &self.zones, pixels, &boxes, print)
        })
    }
}

/// A picture that shows a line of a zone and nothing else.
fn line_alone(
    picture: Picture,
    line: MrzObservation,
    mut timings: Timings,
) -> Seen<DocumentObservation> {
    let pixels = picture.pixels;
    let observation = DocumentObservation {
        width: pixels.width(),
        height: pixels.height(),
        rotation: 0,
        picture_sha256: picture.sha256,
        lines: Vec::new(),
        mrz: Some(line),
        barcodes: Vec::new(),
        faces: Vec::new(),
        quality: timings.measure("quality", || quality::quality(&pixels)),
        authenticity: Vec::new(),
        outline: None,
        document_quality: None,
        other_outlines: Vec::new(),
        other_zones: Vec::new(),
    };
    Seen {
        observation,
        picture: pixels,
        timings,
    }
}

/// Whether most of `piece` lies on `line`.
fn covers(line: &Quad, piece: &Quad) -> bool {
    let (line, centre) = (line.bounds(), piece.centre());
    (line.x..line.x + line.width).contains(&centre.x)
        && (line.y..line.y + line.height).contains(&centre.y)
}

fn text_line((quad, reading): (Quad, Reading)) -> Option<TextLine> {
    reading.is_text().then_some(TextLine {
        text: reading.text,
        confidence: reading.confidence,
        quad,
    })
}

fn model(file: &str) -> &'static Model {
    manifest()
        .models
        .iter()
        .find(|model| model.file == file)
        .expect("every network used is in the manifest: checked by a test")
}

fn load(
    models_dir: &Path,
    name: &'static str,
    loader: &Loader,
) -> Result<Arc<dyn Network>, ModelError> {
    loader.load(Source::Folder(models_dir.to_owned(), model(name)))
}

/// The file of the recogniser that a runtime runs quickest.
fn recogniser(runtime: Runtime) -> &'static str {
    match runtime {
        Runtime::Rten => RECOGNISER,
        Runtime::OnnxRuntime => RECOGNISER_IN_INTEGERS,
    }
}

/// What the recogniser can read, one character a line.
fn characters(models_dir: &Path, recogniser: &'static str) -> Result<String, ModelError> {
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
