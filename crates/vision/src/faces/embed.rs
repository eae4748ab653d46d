use std::sync::Arc;

use image::RgbImage;
use observation::{Face, THUMBNAIL_SIDE};

use super::Detection;
use super::align::{SIDE, aligned};
use super::quality::quality;
use crate::picture::{grey, resize};
use crate::runtime::{Network, NetworkError, Tensor};

/// Turns faces into identity vectors: the SFace network.
pub(crate) struct Embedder {
    network: Arc<dyn Network>,
}

impl Embedder {
    pub(crate) fn new(network: Arc<dyn Network>) -> Self {
        Self { network }
    }

    /// `None` where the landmarks fit no face.
    pub(crate) fn embed(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Face>, NetworkError> {
        let Some(aligned) = aligned(pixels, &detection.landmarks) else {
            return Ok(None);
        };
        let outputs = self.network.run(planes(&aligned))?;
        let output = outputs
            .into_iter()
            .next()
            .ok_or_else(|| NetworkError("no vector".to_owned()))?;
        let mut embedding = output.data;
        let length = embedding
            .iter()
            .map(|value| value * value)
            .sum::<f32>()
            .sqrt();
        if !(length.is_finite() && length > 0.0) {
            return Ok(None);
        }
        for value in &mut embedding {
            *value /= length;
        }
        let side = THUMBNAIL_SIDE as u32;
        Ok(Some(Face {
            bounds: detection.bounds,
            score: detection.score,
            landmarks: detection.landmarks,
            embedding,
            quality: Some(quality(&aligned, &detection.landmarks)),
            thumbnail: grey(&resize(&aligned, side, side)).into_raw(),
        }))
    }
}

/// Red, green, blue planes from 0 to 255; the network normalises by itself.
fn planes(pixels: &RgbImage) -> Tensor {
    let raw = pixels.as_raw();
    let data = (0..3)
        .flat_map(|channel| {
            raw.iter()
                .skip(channel)
                .step_by(3)
                .map(|&value| f32::from(value))
        })
        .collect();
    Tensor {
        shape: vec![1, 3, SIDE as usize, SIDE as usize],
        data,
    }
}
