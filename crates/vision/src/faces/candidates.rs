//! From the network's maps to faces.

use observation::{Point, Rect};

use super::Detection;
use crate::runtime::{NetworkError, Tensor};

/// Least score of a face that is taken where nothing reaches [`super::detect::SCORE`].
const FAINT_SCORE: f32 = 0.3;
/// Boxes that share more of their union are the same face.
const OVERLAP: f32 = 0.3;
/// Boxes that share so much of their union are of one face; the mean of their landmarks is the face's.
const AGREEING: f32 = 0.5;
const STRIDES: [usize; 3] = [8, 16, 32];

/// Decodes the twelve outputs: class, object, box and landmarks, each at three strides.
pub(super) fn candidates(
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
pub(super) fn suppressed(mut faces: Vec<Detection>) -> Vec<Detection> {
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

/// Each face with the mean of the landmarks of all that agree with it, by their scores (Bazarevsky and
/// others, BlazeFace, 2019). A face is seen by several cells of the network, each of which is off by some
/// tenths of its stride.
pub(super) fn blended(kept: Vec<Detection>, all: &[Detection]) -> Vec<Detection> {
    let blend = |face: Detection| {
        let agreeing = || {
            all.iter()
                .filter(|other| overlap(&other.bounds, &face.bounds) >= AGREEING)
        };
        let whole: f32 = agreeing().map(|other| other.score).sum();
        if whole <= 0.0 {
            return face;
        }
        let landmarks = std::array::from_fn(|at| {
            agreeing().fold(Point { x: 0.0, y: 0.0 }, |sum, other| {
                let (weight, point) = (other.score / whole, other.landmarks[at]);
                Point {
                    x: sum.x + weight * point.x,
                    y: sum.y + weight * point.y,
                }
            })
        });
        Detection { landmarks, ..face }
    };
    kept.into_iter().map(blend).collect()
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
    fn faces_have_the_mean_of_the_landmarks_that_agree() {
        let all = [face(0.0, 0.9), face(2.0, 0.6), face(30.0, 0.8)];
        let kept = blended(suppressed(all.to_vec()), &all);
        assert_eq!(kept[0].bounds, all[0].bounds);
        assert!((kept[0].landmarks[0].x - 0.8).abs() < 1e-5);
        assert_eq!(kept[1].landmarks[0].x, 30.0);
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
