//! Planes seen in perspective.

use image::RgbImage;

use crate::canvas::{Colour, from_pixel, mix};

pub(crate) type Point = (f32, f32);

/// The colour of a picture at a point between pixels.
pub(crate) fn sample(document: &RgbImage, u: f32, v: f32) -> Colour {
    let (u, v) = (u - 0.5, v - 0.5);
    let (column, row) = (u.floor(), v.floor());
    let (fx, fy) = (u - column, v - row);
    let at = |dx: i32, dy: i32| {
        let x = (column as i32 + dx).clamp(0, document.width() as i32 - 1) as u32;
        let y = (row as i32 + dy).clamp(0, document.height() as i32 - 1) as u32;
        from_pixel(*document.get_pixel(x, y))
    };
    mix(mix(at(0, 0), at(1, 0), fx), mix(at(0, 1), at(1, 1), fx), fy)
}

/// A plane seen in perspective: the eight numbers of a homography.
pub(crate) struct Projection([f64; 8]);

impl Projection {
    /// The projection that takes each corner of `from` to that of `to`.
    pub(crate) fn between(from: [Point; 4], to: [Point; 4]) -> Self {
        // Two equations for each corner: x' (g x + h y + 1) = a x + b y + c, and so for y'.
        let mut rows = [[0.0_f64; 9]; 8];
        for (i, (&(x, y), &(u, v))) in from.iter().zip(&to).enumerate() {
            let (x, y, u, v) = (f64::from(x), f64::from(y), f64::from(u), f64::from(v));
            rows[2 * i] = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            rows[2 * i + 1] = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
        }
        // Gauss and Jordan, with the largest pivot first.
        for column in 0..8 {
            let largest = (column..8)
                .max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))
                .unwrap_or(column);
            rows.swap(column, largest);
            let pivot = rows[column].map(|cell| cell / rows[column][column]);
            rows[column] = pivot;
            for (other, row) in rows.iter_mut().enumerate() {
                if other != column {
                    let factor = row[column];
                    *row = std::array::from_fn(|i| row[i] - factor * pivot[i]);
                }
            }
        }
        Self(rows.map(|row| row[8]))
    }

    pub(crate) fn map(&self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f, g, h] = self.0;
        let (x, y) = (f64::from(x), f64::from(y));
        let depth = g * x + h * y + 1.0;
        (
            ((a * x + b * y + c) / depth) as f32,
            ((d * x + e * y + f) / depth) as f32,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Projection;

    #[test]
    fn a_projection_takes_corners_to_corners() {
        let from = [(10.0, 20.0), (400.0, 35.0), (380.0, 300.0), (25.0, 280.0)];
        let to = [(0.0, 0.0), (125.0, 0.0), (125.0, 88.0), (0.0, 88.0)];
        let projection = Projection::between(from, to);
        for (corner, expected) in from.into_iter().zip(to) {
            let (x, y) = projection.map(corner);
            assert!((x - expected.0).abs() < 1e-3 && (y - expected.1).abs() < 1e-3);
        }
    }
}
