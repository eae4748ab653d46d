use std::sync::Arc;

use image::RgbImage;
use observation::Quad;

use super::ctc;
use super::marks::{Classes, Letter};
use crate::picture::crop_quad;
use crate::runtime::{Network, NetworkError, Tensor};
use crate::zone::{Lattice, MrzClasses};

/// Height of the strips the network reads, in pixels.
pub(crate) const STRIP_HEIGHT: u32 = 48;
/// Longer lines are squeezed.
const LONGEST_STRIP: u32 = 1600;
/// Width of quick strips over their own.
const QUICK: f32 = 0.8;
/// Shorter strips are filled up: the network never saw narrower ones.
const SHORTEST_STRIP: usize = 64;
/// Mean probability below which a line is noise.
const LEAST_CONFIDENCE: f32 = 0.5;

/// One line cut out of a picture, [`STRIP_HEIGHT`] high.
pub(crate) struct Strip(pub(crate) RgbImage);

impl Strip {
    /// The line in its own proportions.
    pub(crate) fn cut(pixels: &RgbImage, quad: &Quad) -> Self {
        Self::squeezed(pixels, quad, 1.0)
    }

    /// The line a little narrower than it is: time goes with width, and print stays readable.
    pub(crate) fn quick(pixels: &RgbImage, quad: &Quad) -> Self {
        Self::squeezed(pixels, quad, QUICK)
    }

    fn squeezed(pixels: &RgbImage, quad: &Quad, share: f32) -> Self {
        let ratio = quad.width() / quad.height().max(1.0);
        let width = (STRIP_HEIGHT as f32 * ratio * share).round() as u32;
        let width = width.clamp(8, LONGEST_STRIP);
        Self(crop_quad(pixels, quad, width, STRIP_HEIGHT))
    }
}

/// What one strip says.
pub(crate) struct Reading {
    pub(crate) text: String,
    /// Mean probability of the characters, 0 to 1.
    pub(crate) confidence: f32,
    /// The same evidence over the alphabet of machine readable zones.
    pub(crate) lattice: Lattice,
    /// Read as a line of a zone: what it says as print is not known.
    pub(crate) of_zone: bool,
    /// Those of its letters that could carry other marks.
    pub(crate) letters: Vec<Letter>,
}

impl Reading {
    pub(crate) fn is_text(&self) -> bool {
        self.confidence >= LEAST_CONFIDENCE && !self.text.trim().is_empty()
    }
}

/// Reads lines: a CTC network and its dictionary.
pub(crate) struct Recogniser {
    network: Arc<dyn Network>,
    /// Character of class `n` at `n − 1`; class 0 is the blank.
    dictionary: Vec<String>,
    mrz: MrzClasses,
    marks: Classes,
}

impl Recogniser {
    /// `characters` are what the network can read, one a line, in the order of its classes; a
    /// space follows after the last.
    pub(crate) fn new(network: Arc<dyn Network>, characters: &str) -> Self {
        let mut dictionary: Vec<String> = characters.split('\n').map(str::to_owned).collect();
        dictionary.push(" ".to_owned());
        let mrz = MrzClasses::of(&dictionary);
        let marks = Classes::of(&dictionary);
        Self {
            network,
            dictionary,
            mrz,
            marks,
        }
    }

    pub(crate) fn read(&self, strip: &Strip) -> Result<Reading, NetworkError> {
        let (width, height) = strip.0.dimensions();
        let padded = (width as usize).max(SHORTEST_STRIP).next_multiple_of(8);
        let outputs = self
            .network
            .run(normalised(&strip.0, padded, height as usize))?;
        let output = outputs
            .into_iter()
            .next()
            .ok_or_else(|| NetworkError("no text".to_owned()))?;
        let classes = output.shape.last().copied().unwrap_or(0);
        if classes != self.dictionary.len() + 1 {
            return Err(NetworkError("dictionary and network differ".to_owned()));
        }
        let emissions = ctc::greedy(&output.data, classes);
        let text: String = emissions
            .iter()
            .map(|emission| self.dictionary[emission.class - 1].as_str())
            .collect();
        let sum: f32 = emissions.iter().map(|emission| emission.probability).sum();
        let steps = output.data.len() / classes;
        let pixels_a_step = padded as f32 / steps.max(1) as f32;
        Ok(Reading {
            text,
            confidence: sum / emissions.len().max(1) as f32,
            lattice: self.mrz.lattice(&output.data, classes, pixels_a_step),
            of_zone: false,
            letters: self
                .marks
                .letters(&emissions, &output.data, width as f32 / pixels_a_step),
        })
    }
}

/// Blue, green, red planes from −1 to 1, filled up with mid grey on the right.
fn normalised(pixels: &RgbImage, padded: usize, height: usize) -> Tensor {
    let width = pixels.width() as usize;
    let mut data = vec![0.0; 3 * padded * height];
    for (channel, plane) in data.chunks_exact_mut(padded * height).enumerate() {
        for (row, line) in plane.chunks_exact_mut(padded).enumerate() {
            let source = &pixels.as_raw()[row * width * 3..(row + 1) * width * 3];
            for (value, pixel) in line.iter_mut().zip(source.chunks_exact(3)) {
                *value = (f32::from(pixel[2 - channel]) / 255.0 - 0.5) / 0.5;
            }
        }
    }
    Tensor {
        shape: vec![1, 3, height, padded],
        data,
    }
}
