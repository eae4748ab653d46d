use std::sync::Arc;

use image::RgbImage;
use observation::{Point, Rect};

use super::Detection;
use super::candidates::{blended, candidates, suppressed};
use crate::picture::resize;
use crate::runtime::{Network, NetworkError, Tensor};

/// Least score of a face.
pub(super) const SCORE: f32 = 0.6;
/// Longer side of the picture the network sees first.
const COARSE: u32 = 320;
/// Longer side for a second look.
const FINE: u32 = 640;
/// Longer side for faces that fill the picture and more: the coarse one shows them larger than any the
/// network was made for.
const CLOSE: u32 = 160;
/// A face narrower than this on the coarse picture gets a second look, in pixels.
const SMALL_FACE: f32 = 40.0;

/// Finds faces: the YuNet network and its post-processing.
pub(crate) struct Detector {
    network: Arc<dyn Network>,
}

impl Detector {
    pub(crate) fn new(network: Arc<dyn Network>) -> Self {
        Self { network }
    }

    /// Faces, largest first. Looks closer where none is found or the largest is small, then from further
    /// away; where that finds nothing either, what looks like a face at all is taken.
    pub(crate) fn faces(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        let longer = pixels.width().max(pixels.height());
        // A small picture is never enlarged: that costs recognition and finds no more.
        let coarse = self.faces_at(pixels, COARSE.min(longer))?;
        let scale = (COARSE as f32 / longer as f32).min(1.0);
        let large = |face: &Detection| face.bounds.width * scale >= SMALL_FACE;
        if is_clear(&coarse) && (longer <= COARSE || coarse.first().is_some_and(large)) {
            return Ok(coarse);
        }
        let fine = if longer > COARSE {
            self.faces_at(pixels, FINE.min(longer))?
        } else {
            Vec::new()
        };
        if is_clear(&fine) {
            return Ok(fine);
        }
        if is_clear(&coarse) {
            return Ok(coarse);
        }
        let close = self.faces_at(pixels, CLOSE.min(longer))?;
        if is_clear(&close) {
            return Ok(close);
        }
        let mut faint = [fine, coarse, close].into_iter();
        Ok(faint.find(|faces| !faces.is_empty()).unwrap_or_default())
    }

    pub(super) fn faces_at(
        &self,
        pixels: &RgbImage,
        long_side: u32,
    ) -> Result<Vec<Detection>, NetworkError> {
        let (scaled, x, y) = scaled(pixels, long_side);
        let faces = self.faces_in(&scaled)?.into_iter();
        let mut faces: Vec<Detection> = faces.map(|face| face.scaled(x, y)).collect();
        faces.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
        Ok(faces)
    }

    /// Faces of a picture as it is, best first: the faint ones only where there are no others.
    pub(super) fn faces_in(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        let faces = self.cells_of(pixels)?;
        Ok(blended(suppressed(faces.clone()), &faces))
    }

    /// The largest face as the network's publishers find it: at one size, with the landmarks of the cell
    /// that scores best. To compare ours with.
    pub(super) fn as_published(
        &self,
        pixels: &RgbImage,
    ) -> Result<Option<Detection>, NetworkError> {
        let (scaled, x, y) = scaled(pixels, COARSE);
        let faces = suppressed(self.cells_of(&scaled)?).into_iter();
        let largest = faces.max_by(|a, b| a.bounds.area().total_cmp(&b.bounds.area()));
        Ok(largest.map(|face| face.scaled(x, y)))
    }

    /// What each cell of the network takes for a face.
    fn cells_of(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        let (input, columns, rows) = letterboxed(pixels);
        let outputs = self.network.run(input)?;
        let mut faces = candidates(&outputs, columns, rows)?;
        if is_clear(&faces) {
            faces.retain(|face| face.score >= SCORE);
        }
        Ok(faces)
    }
}

impl Detection {
    /// The detection in a picture that is `x` times as wide and `y` times as high.
    pub(super) fn scaled(self, x: f32, y: f32) -> Self {
        Self {
            bounds: Rect {
                x: self.bounds.x * x,
                y: self.bounds.y * y,
                width: self.bounds.width * x,
                height: self.bounds.height * y,
            },
            score: self.score,
            landmarks: self.landmarks.map(|point| Point {
                x: point.x * x,
                y: point.y * y,
            }),
        }
    }
}

/// A copy with this longer side, and how much wider and higher the picture is.
fn scaled(pixels: &RgbImage, long_side: u32) -> (RgbImage, f32, f32) {
    let (width, height) = pixels.dimensions();
    let scale = long_side as f32 / width.max(height) as f32;
    let side = |length: u32| ((length as f32 * scale).round() as u32).max(1);
    let scaled = resize(pixels, side(width), side(height));
    let x = width as f32 / scaled.width() as f32;
    let y = height as f32 / scaled.height() as f32;
    (scaled, x, y)
}

/// Whether there is anything that is certainly a face.
fn is_clear(faces: &[Detection]) -> bool {
    faces.iter().any(|face| face.score >= SCORE)
}

/// Blue, green, red planes from 0 to 255, black on the right and below up to multiples of 32.
fn letterboxed(pixels: &RgbImage) -> (Tensor, usize, usize) {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let (columns, rows) = (width.next_multiple_of(32), height.next_multiple_of(32));
    let mut data = vec![0.0; 3 * columns * rows];
    for (channel, plane) in data.chunks_exact_mut(columns * rows).enumerate() {
        for (line, source) in plane
            .chunks_exact_mut(columns)
            .zip(pixels.as_raw().chunks_exact(3 * width))
        {
            for (value, pixel) in line.iter_mut().zip(source.chunks_exact(3)) {
                *value = f32::from(pixel[2 - channel]);
            }
        }
    }
    (
        Tensor {
            shape: vec![1, 3, rows, columns],
            data,
        },
        columns,
        rows,
    )
}
