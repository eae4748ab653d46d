//! The pipeline as the networks' publishers have it, to compare ours with: the picture at one size, the
//! landmarks of the cell that scores best, one vector.

use image::RgbImage;

use super::{Detector, Embedder};
use crate::runtime::NetworkError;

/// The identity vector of the largest face, of unit length. `None` where no face is found.
pub(crate) fn largest_face(
    detector: &Detector,
    embedder: &Embedder,
    pixels: &RgbImage,
) -> Result<Option<Vec<f32>>, NetworkError> {
    match detector.as_published(pixels)? {
        Some(face) => embedder.as_published(pixels, &face),
        None => Ok(None),
    }
}
