use std::sync::Arc;

use image::{RgbImage, imageops};
use observation::{Chip, Face};

use super::Detection;
use super::align::{SIDE, aligned};
use super::quality::quality;
use crate::picture::{grey, resize};
use crate::runtime::{Network, NetworkError, Tensor};

/// Turns faces into identity vectors: the SFace network.
pub(crate) struct Embedder {
    network: Arc<dyn Network>,
}

/// Length of a vector from which the face had the right landmarks.
const SURE: f32 = 10.0;

/// A face as the network sees it in one look.
pub(crate) struct Look {
    detection: Detection,
    aligned: RgbImage,
    vector: Vec<f32>,
    /// The vector's length, which says how much of a face it is.
    certainty: f32,
}

impl Look {
    /// Whether the network knows this for a face that stands as it was taught. Of faces whose landmarks are
    /// right 99 in 100 have vectors longer than this, of those half an eye's distance off one in 100.
    pub(crate) fn is_sure(&self) -> bool {
        self.certainty >= SURE
    }

    pub(crate) fn is_surer_than(&self, other: &Self) -> bool {
        self.certainty > other.certainty
    }
}

impl Embedder {
    pub(crate) fn new(network: Arc<dyn Network>) -> Self {
        Self { network }
    }

    /// `None` where the landmarks fit no face.
    pub(crate) fn look(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Look>, NetworkError> {
        let Some(aligned) = aligned(pixels, &detection.landmarks) else {
            return Ok(None);
        };
        let vector = self.vector(&aligned)?;
        let certainty = length(&vector);
        let look = Look {
            detection: *detection,
            aligned,
            vector,
            certainty,
        };
        Ok((certainty.is_finite() && certainty > 0.0).then_some(look))
    }

    /// The face with the sum of the vectors of its picture and of the mirror image: what light, pose
    /// and landmarks do to one side of a face they do to the other side in the mirror, and it cancels
    /// out.
    pub(crate) fn face(&self, look: Look) -> Result<Option<Face>, NetworkError> {
        let Look {
            detection,
            aligned,
            vector,
            ..
        } = look;
        let mirrored = self.vector(&imageops::flip_horizontal(&aligned))?;
        let both = vector.iter().zip(&mirrored).map(|(a, b)| a + b).collect();
        let side = Chip::SIDE as u32;
        Ok(of_unit_length(both).map(|embedding| Face {
            bounds: detection.bounds,
            score: detection.score,
            landmarks: detection.landmarks,
            embedding,
            quality: Some(quality(&aligned, &detection.landmarks)),
            chip: Some(Chip(grey(&resize(&aligned, side, side)).into_raw())),
        }))
    }

    /// The vector of one look alone, as the network's publishers compare it.
    pub(super) fn as_published(
        &self,
        pixels: &RgbImage,
        detection: &Detection,
    ) -> Result<Option<Vec<f32>>, NetworkError> {
        let look = self.look(pixels, detection)?;
        Ok(look.and_then(|look| of_unit_length(look.vector)))
    }

    fn vector(&self, aligned: &RgbImage) -> Result<Vec<f32>, NetworkError> {
        let outputs = self.network.run(planes(aligned))?;
        let output = outputs.into_iter().next();
        let output = output.ok_or_else(|| NetworkError("no vector".to_owned()))?;
        Ok(output.data)
    }
}

fn length(vector: &[f32]) -> f32 {
    vector.iter().map(|value| value * value).sum::<f32>().sqrt()
}

fn of_unit_length(mut vector: Vec<f32>) -> Option<Vec<f32>> {
    let length = length(&vector);
    if !(length.is_finite() && length > 0.0) {
        return None;
    }
    for value in &mut vector {
        *value /= length;
    }
    Some(vector)
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
