use std::sync::Arc;

use image::RgbImage;
use observation::{Point, Rect};

use crate::picture::resize;
use crate::runtime::{Network, NetworkError, Tensor};

/// Scores from here on are faces.
pub(super) const SCORE: f32 = 0.6;
/// Looked at when nothing scores higher.
const FAINT_SCORE: f32 = 0.3;
/// Boxes that share more of their union are the same face.
const OVERLAP: f32 = 0.3;
/// Longer side of the picture the network sees first.
const COARSE: u32 = 320;
/// Longer side for a second look.
const FINE: u32 = 640;
/// Longer side for faces that fill the picture and more: the coarse one shows them larger than any the
/// network was made for.
const CLOSE: u32 = 160;
/// A face narrower than this on the coarse picture gets a second look, in pixels.
const SMALL_FACE: f32 = 40.0;
const STRIDES: [usize; 3] = [8, 16, 32];

/// One face, in pixels of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Detection {
    pub(crate) bounds: Rect,
    pub(crate) score: f32,
    pub(crate) landmarks: [Point; 5],
}

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
        let (width, height) = pixels.dimensions();
        let scale = long_side as f32 / width.max(height) as f32;
        let side = |length: u32| ((length as f32 * scale).round() as u32).max(1);
        let scaled = resize(pixels, side(width), side(height));
        let (x, y) = (
            width as f32 / scaled.width() as f32,
            height as f32 / scaled.height() as f32,
        );
        let faces = self.faces_in(&scaled)?.into_iter();
        let mut faces: Vec<Detection> = faces.map(|face| face.scaled(x, y)).collect();
        faces.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
        Ok(faces)
    }

    /// Faces of a picture as it is, best first: the faint ones only where there are no others.
    pub(super) fn faces_in(&self, pixels: &RgbImage) -> Result<Vec<Detection>, NetworkError> {
        let (input, columns, rows) = letterboxed(pixels);
        let outputs = self.network.run(input)?;
        let mut faces = candidates(&outputs, columns, rows)?;
        if is_clear(&faces) {
            faces.retain(|face| face.score >= SCORE);
        }
        Ok(suppressed(faces))
    }
}

impl Detection {
    /// The same in a picture that is so many times as wide and as high.
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

/// Decodes the twelve outputs: class, object, box and landmarks, each at three strides.
fn candidates(
    outputs: &[Tensor],
    columns: usize,
    rows: usize,
) -> Result<Vec<Detection>, NetworkError> {
    let mut faces = Vec::new();
    for (level, stride) in STRIDES.into_iter().enumerate() {
        let across = columns / stride;
        let cells = across * (rows / stride);
        let output = |kind: usize, width: usize| {
            outputs
                .get(kind * STRIDES.len() + level)
                .map(|tensor| tensor.data.as_slice())
                .filter(|data| data.len() == cells * width)
                .ok_or_else(|| NetworkError("unexpected face map".to_owned()))
        };
        let (class, object, bounds, points) =
            (output(0, 1)?, output(1, 1)?, output(2, 4)?, output(3, 10)?);
        for cell in 0..cells {
            let score = (class[cell].clamp(0.0, 1.0) * object[cell].clamp(0.0, 1.0)).sqrt();
            if score < FAINT_SCORE {
                continue;
            }
            let stride = stride as f32;
            let (column, row) = ((cell % across) as f32, (cell / across) as f32);
            let [dx, dy, dw, dh] = std::array::from_fn(|at| bounds[cell * 4 + at]);
            let (width, height) = (dw.exp() * stride, dh.exp() * stride);
            let landmarks = std::array::from_fn(|at| Point {
                x: (points[cell * 10 + 2 * at] + column) * stride,
                y: (points[cell * 10 + 2 * at + 1] + row) * stride,
            });
            let x = (column + dx) * stride - width / 2.0;
            let y = (row + dy) * stride - height / 2.0;
            if [x, y, width, height].into_iter().all(f32::is_finite) {
                let bounds = Rect {
                    x,
                    y,
                    width,
                    height,
                };
                faces.push(Detection {
                    bounds,
                    score,
                    landmarks,
                });
            }
        }
    }
    Ok(faces)
}

/// Non-maximum suppression: of faces that overlap, the best.
fn suppressed(mut faces: Vec<Detection>) -> Vec<Detection> {
    faces.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Detection> = Vec::new();
    for face in faces {
        if kept
            .iter()
            .all(|better| overlap(&better.bounds, &face.bounds) <= OVERLAP)
        {
            kept.push(face);
        }
    }
    kept
}

/// Intersection over union.
pub(super) fn overlap(a: &Rect, b: &Rect) -> f32 {
    let width = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
    let height = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
    let shared = width.max(0.0) * height.max(0.0);
    shared / (a.area() + b.area() - shared).max(f32::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(x: f32, score: f32) -> Detection {
        let bounds = Rect {
            x,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        Detection {
            bounds,
            score,
            landmarks: [Point { x, y: 0.0 }; 5],
        }
    }

    #[test]
    fn of_overlapping_faces_the_best_stays() {
        let kept = suppressed(vec![face(0.0, 0.7), face(2.0, 0.9), face(30.0, 0.8)]);
        let at: Vec<_> = kept.iter().map(|face| face.bounds.x).collect();
        assert_eq!(at, [2.0, 30.0]);
    }

    #[test]
    fn overlap_is_intersection_over_union() {
        assert!((overlap(&face(0.0, 1.0).bounds, &face(5.0, 1.0).bounds) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!(
            overlap(&face(0.0, 1.0).bounds, &face(20.0, 1.0).bounds),
            0.0
        );
    }

    #[test]
    fn cells_become_boxes_and_landmarks() {
        let (columns, rows) = (32, 32);
        let mut outputs = Vec::new();
        for width in [1usize, 1, 4, 10] {
            for stride in STRIDES {
                let cells = (columns / stride) * (rows / stride);
                outputs.push(Tensor {
                    shape: vec![1, cells, width],
                    data: vec![0.0; cells * width],
                });
            }
        }
        // Cell (column 1, row 2) of the first level.
        let cell = 2 * 4 + 1;
        outputs[0].data[cell] = 0.81;
        outputs[3].data[cell] = 1.0;
        outputs[6].data[cell * 4..cell * 4 + 2].copy_from_slice(&[0.5, 0.25]);
        outputs[9].data[cell * 10] = 0.5;
        let faces = candidates(&outputs, columns, rows).unwrap();
        assert_eq!(faces.len(), 1);
        assert!((faces[0].score - 0.9).abs() < 1e-6);
        assert_eq!(
            faces[0].bounds,
            Rect {
                x: 8.0,
                y: 14.0,
                width: 8.0,
                height: 8.0
            }
        );
        assert_eq!(faces[0].landmarks[0], Point { x: 12.0, y: 16.0 });
    }
}
