//! One side of a document.

use image::RgbImage;
use observation::{DocumentObservation, MrzObservation, Quad, TextLine};

use super::{DocumentOptions, Seen, Vision};
use crate::glyphs::{self, PrintedLine};
use crate::line::{LineCrop, LineReading};
use crate::outline::outlines;
use crate::picture::{Picture, PictureError};
use crate::runtime::NetworkError;
use crate::text::Page;
use crate::timings::Timings;
use crate::{authenticity, barcodes, mrz_reading, quality, text};

/// Longer side of the copy text is looked for on, in pixels. On 960 the specimens and the zones of
/// other people's pictures read no better and take half as long again.
const TEXT_SIDE: u32 = 736;
/// Zones read with this confidence are as printed, whatever their check digits say.
const CLEAR: f32 = 0.96;
/// Lines read with this confidence are no part of a barcode.
const SURELY_PRINT: f32 = 0.85;
/// Most lines that are read of one picture.
const MOST_LINES: usize = 60;

impl Vision {
    /// Everything one side of a document shows.
    pub fn document(
        &self,
        file: &[u8],
        options: DocumentOptions,
    ) -> Result<Seen<DocumentObservation>, PictureError> {
        let mut timings = Timings::default();
        let picture = timings.measure("decode", || {
            if options.print {
                self.decoding(&self.limits).document(file)
            } else {
                self.decode(file)
            }
        })?;
        if mrz_reading::is_slim(&picture.pixels)
            && let Some(line) = timings.measure("mrz", || {
                mrz_reading::read_alone(self.readers(), &picture.pixels)
            })?
        {
            return Ok(line_alone(picture, line, timings));
        }
        let Page {
            quarters,
            pixels,
            lines: read,
        } = self.page(&picture.pixels, options.print, &mut timings)?;
        let found = timings.measure("mrz", || self.mrz(&pixels, &read))?;
        let detection = match found {
            Some(detection) if detection.valid || detection.mrz.confidence >= CLEAR => {
                Some(detection)
            }
            other => timings.measure("mrz_again", || self.mrz_again(&pixels, &read, other))?,
        };
        let of_mrz = |at: usize| {
            detection
                .as_ref()
                .is_some_and(|mrz| mrz.pieces.contains(&at))
        };
        let other_mrzs = match &detection {
            Some(detection) => {
                timings.measure("mrz", || self.other_mrz(&pixels, &read, detection))?
            }
            None => Vec::new(),
        };
        let mut print = Vec::with_capacity(read.len());
        for (at, (quad, reading)) in read.into_iter().enumerate() {
            if options.print && !of_mrz(at) {
                let reading = if reading.of_mrz {
                    self.recogniser.read(&LineCrop::quick(&pixels, &quad))?
                } else {
                    reading
                };
                print.push((quad, reading));
            }
        }
        timings.measure("marks", || self.diacritics.correct(&pixels, &mut print))?;
        let glyphs = timings.measure("glyphs", || {
            let lines = print.iter().map(|(quad, reading)| PrintedLine {
                quad,
                characters: &reading.characters,
                confidence: reading.confidence,
            });
            glyphs::signal(&pixels, lines)
        });
        let lines: Vec<TextLine> = print.into_iter().filter_map(text_line).collect();
        let text: Vec<Quad> = lines
            .iter()
            .map(|line| line.quad)
            .chain(detection.iter().flat_map(|seen| seen.mrz.quads.clone()))
            .collect();
        let clear: Vec<Quad> = lines
            .iter()
            .filter(|line| line.confidence >= SURELY_PRINT)
            .map(|line| line.quad)
            .chain(detection.iter().flat_map(|seen| seen.mrz.quads.clone()))
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
            mrz: detection.map(|detection| detection.mrz),
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
                    let signals =
                        authenticity::signals(&evidence, &pixels, &text, outline, has_portrait);
                    signals.into_iter().chain(glyphs).collect()
                })
            } else {
                Vec::new()
            },
            outline,
            document_quality,
            other_outlines: outlines.collect(),
            other_mrzs,
        };
        Ok(Seen {
            observation,
            picture: pixels,
            timings,
        })
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
            text::page(&self.recogniser, &self.mrz_reader, pixels, &boxes, print)
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
        other_mrzs: Vec::new(),
    };
    Seen {
        observation,
        picture: pixels,
        timings,
    }
}

fn text_line((quad, reading): (Quad, LineReading)) -> Option<TextLine> {
    reading.is_text().then_some(TextLine {
        text: reading.text,
        confidence: reading.confidence,
        quad,
    })
}
