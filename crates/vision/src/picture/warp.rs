use image::{Rgb, RgbImage};
use observation::{Point, Quad};

/// A projective mapping from target to source pixels, row-major, the last entry 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Homography([f32; 8]);

impl Homography {
    /// Maps the corners of a `width` × `height` target onto `quad`. `None` for a degenerate quad.
    pub(crate) fn from_target(quad: &Quad, width: f32, height: f32) -> Option<Self> {
        let corner = |x, y| Point { x, y };
        let target = [
            corner(0.0, 0.0),
            corner(width, 0.0),
            corner(width, height),
            corner(0.0, height),
        ];
        Self::of_points(target, quad.0)
    }

    /// Maps four points of the target onto four of the picture. `None` where three of the four are
    /// on one line.
    pub(crate) fn of_points(target: [Point; 4], source: [Point; 4]) -> Option<Self> {
        let mut rows = [[0.0f64; 9]; 8];
        for (at, (target, source)) in target.into_iter().zip(source).enumerate() {
            let (x, y) = (f64::from(target.x), f64::from(target.y));
            let (u, v) = (f64::from(source.x), f64::from(source.y));
            rows[2 * at] = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            rows[2 * at + 1] = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
        }
        solve(rows).map(|solution| Self(solution.map(|value| value as f32)))
    }

    /// A mapping without perspective: `x' = a x + b y + c`, `y' = d x + e y + f`.
    pub(crate) fn affine([a, b, c, d, e, f]: [f32; 6]) -> Self {
        Self([a, b, c, d, e, f, 0.0, 0.0])
    }

    pub(crate) fn map(&self, x: f32, y: f32) -> Point {
        let [a, b, c, d, e, f, g, h] = self.0;
        let scale = g * x + h * y + 1.0;
        Point {
            x: (a * x + b * y + c) / scale,
            y: (d * x + e * y + f) / scale,
        }
    }
}

/// Gauss-Jordan elimination with partial pivoting.
fn solve(mut rows: [[f64; 9]; 8]) -> Option<[f64; 8]> {
    for column in 0..8 {
        let pivot =
            (column..8).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        rows.swap(column, pivot);
        let lead = rows[column][column];
        if lead.abs() < 1e-9 {
            return None;
        }
        for value in &mut rows[column] {
            *value /= lead;
        }
        let pivot_row = rows[column];
        for (at, row) in rows.iter_mut().enumerate() {
            if at != column {
                let factor = row[column];
                for (value, lead) in row.iter_mut().zip(pivot_row) {
                    *value -= factor * lead;
                }
            }
        }
    }
    Some(rows.map(|row| row[8]))
}

/// Cuts the quad out of the picture as an upright `width` × `height` picture.
pub(crate) fn crop_quad(pixels: &RgbImage, quad: &Quad, width: u32, height: u32) -> RgbImage {
    match Homography::from_target(quad, width as f32, height as f32) {
        Some(mapping) => {
            // Source pixels a target pixel covers, along the denser direction.
            let step = (quad.width() / width as f32).max(quad.height() / height as f32);
            warp(pixels, &mapping, width, height, step)
        }
        None => RgbImage::new(width, height),
    }
}

/// Samples `width` × `height` pixels through the mapping: bicubic where the picture is enlarged,
/// the mean of several bilinear samples where it shrinks by more than a little (`step` source
/// pixels a target pixel). Edge pixels go on for ever outside.
pub(crate) fn warp(
    pixels: &RgbImage,
    mapping: &Homography,
    width: u32,
    height: u32,
    step: f32,
) -> RgbImage {
    let samples = (step / 1.3).ceil().clamp(1.0, 8.0) as u32;
    let share = 1.0 / (samples * samples) as f32;
    RgbImage::from_fn(width, height, |x, y| {
        let mut sum = [0.0f32; 3];
        for row in 0..samples {
            for column in 0..samples {
                let offset = |at: u32| (at as f32 + 0.5) / samples as f32;
                let at = mapping.map(x as f32 + offset(column), y as f32 + offset(row));
                // Pixel centres lie at half coordinates.
                let (u, v) = (at.x - 0.5, at.y - 0.5);
                let colour = if step < 0.9 {
                    bicubic(pixels, u, v)
                } else {
                    bilinear(pixels, u, v)
                };
                for (total, value) in sum.iter_mut().zip(colour) {
                    *total += value * share;
                }
            }
        }
        Rgb(sum.map(|value| value.round().clamp(0.0, 255.0) as u8))
    })
}

fn at(pixels: &RgbImage, x: i32, y: i32) -> [f32; 3] {
    let x = x.clamp(0, pixels.width() as i32 - 1) as u32;
    let y = y.clamp(0, pixels.height() as i32 - 1) as u32;
    pixels.get_pixel(x, y).0.map(f32::from)
}

fn bilinear(pixels: &RgbImage, u: f32, v: f32) -> [f32; 3] {
    let (left, top) = (u.floor(), v.floor());
    let (dx, dy) = (u - left, v - top);
    let (x, y) = (left as i32, top as i32);
    let corners = [
        at(pixels, x, y),
        at(pixels, x + 1, y),
        at(pixels, x, y + 1),
        at(pixels, x + 1, y + 1),
    ];
    std::array::from_fn(|channel| {
        let top = corners[0][channel] * (1.0 - dx) + corners[1][channel] * dx;
        let bottom = corners[2][channel] * (1.0 - dx) + corners[3][channel] * dx;
        top * (1.0 - dy) + bottom * dy
    })
}

fn bicubic(pixels: &RgbImage, u: f32, v: f32) -> [f32; 3] {
    let (left, top) = (u.floor(), v.floor());
    let across = cubic(u - left);
    let down = cubic(v - top);
    let mut sum = [0.0; 3];
    for (row, weight_y) in down.into_iter().enumerate() {
        for (column, weight_x) in across.into_iter().enumerate() {
            let colour = at(
                pixels,
                left as i32 + column as i32 - 1,
                top as i32 + row as i32 - 1,
            );
            for (total, value) in sum.iter_mut().zip(colour) {
                *total += value * weight_x * weight_y;
            }
        }
    }
    sum
}

/// Weights of the four neighbours in Keys' cubic convolution with a = −0.5.
fn cubic(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [
        -0.5 * t3 + t2 - 0.5 * t,
        1.5 * t3 - 2.5 * t2 + 1.0,
        -1.5 * t3 + 2.0 * t2 + 0.5 * t,
        0.5 * t3 - 0.5 * t2,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quad(corners: [(f32, f32); 4]) -> Quad {
        Quad(corners.map(|(x, y)| Point { x, y }))
    }

    #[test]
    fn corners_map_onto_the_quad() {
        let quad = quad([(10.0, 5.0), (90.0, 12.0), (85.0, 60.0), (4.0, 50.0)]);
        let mapping = Homography::from_target(&quad, 200.0, 100.0).unwrap();
        let target = [(0.0, 0.0), (200.0, 0.0), (200.0, 100.0), (0.0, 100.0)];
        for ((x, y), corner) in target.into_iter().zip(quad.0) {
            assert!(mapping.map(x, y).distance(corner) < 1e-2);
        }
    }

    #[test]
    fn a_quad_without_area_gives_no_mapping() {
        assert!(Homography::from_target(&quad([(1.0, 1.0); 4]), 10.0, 10.0).is_none());
    }

    #[test]
    fn cutting_out_the_whole_picture_changes_nothing() {
        let pixels = RgbImage::from_fn(12, 8, |x, y| Rgb([(x * 20) as u8, (y * 30) as u8, 7]));
        let whole = quad([(0.0, 0.0), (12.0, 0.0), (12.0, 8.0), (0.0, 8.0)]);
        assert_eq!(crop_quad(&pixels, &whole, 12, 8), pixels);
    }
}
