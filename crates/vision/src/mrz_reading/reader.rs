//! The recogniser of machine readable zones: a small network of our own, see `training/`.

use std::sync::Arc;

use image::RgbImage;
use models::ModelError;
use observation::Quad;

use crate::line::LineReading;
use crate::line::{ALPHABET, Lattice};
use crate::picture::{crop_quad, grey};
use crate::runtime::{Loader, Network, NetworkError, Source, Tensor};

const WEIGHTS: &[u8] = include_bytes!("../../weights/mrz-recogniser.onnx");
/// Height of the strips the network reads, in pixels.
const HEIGHT: u32 = 32;
/// Pixels of the strip to a step of the lattice.
const STEP: u32 = 4;
/// Width of the longest strip in pixels; longer lines are squeezed into it.
const LONGEST: u32 = 1280;

/// Reads lines of zones, and of nothing else: print comes out as nothing at all.
pub(crate) struct Reader {
    network: Arc<dyn Network>,
}

impl Reader {
    /// # Errors
    /// When the runtime refuses the network.
    pub(crate) fn load(loader: &Loader) -> Result<Self, ModelError> {
        let network = loader.load(Source::Own("mrz-recogniser.onnx", WEIGHTS))?;
        Ok(Self { network })
    }

    /// What stands along `quad`, in its own proportions.
    pub(crate) fn read(&self, pixels: &RgbImage, quad: &Quad) -> Result<LineReading, NetworkError> {
        let ratio = quad.width() / quad.height().max(1.0);
        let width = (HEIGHT as f32 * ratio).round() as u32;
        let width = width.clamp(2 * HEIGHT, LONGEST).next_multiple_of(STEP);
        let strip = grey(&crop_quad(pixels, quad, width, HEIGHT));
        let data = strip
            .as_raw()
            .iter()
            .map(|&luma| f32::from(luma) / 127.5 - 1.0)
            .collect();
        let outputs = self.network.run(Tensor {
            shape: vec![1, 1, HEIGHT as usize, width as usize],
            data,
        })?;
        let output = outputs
            .into_iter()
            .next()
            .ok_or_else(|| NetworkError("no lattice".to_owned()))?;
        let lattice = Lattice {
            steps: output
                .data
                .chunks_exact(ALPHABET.len() + 1)
                .map(|row| std::array::from_fn(|column| row[column]))
                .collect(),
            pixels_a_step: STEP as f32,
        };
        let marks = lattice.marks();
        let sum: f32 = marks.iter().map(|mark| mark.probability).sum();
        Ok(LineReading {
            text: marks
                .iter()
                .map(|mark| char::from(ALPHABET[mark.symbol]))
                .collect(),
            confidence: sum / marks.len().max(1) as f32,
            lattice,
            of_mrz: true,
            letters: Vec::new(),
            characters: Vec::new(),
        })
    }
}
