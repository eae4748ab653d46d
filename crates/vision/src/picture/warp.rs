use image::RgbImage;
use observation::{Point, Quad};

use crate::linear::solve;

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
    let offsets: Vec<f32> = (0..samples)
        .map(|at| (at as f32 + 0.5) / samples as f32)
        .collect();
    let source = Source::of(pixels);
    let mut data = Vec::with_capacity(3 * (width * height) as usize);
    for y in 0..height {
        for x in 0..width {
            let mut sum = [0.5f32; 3];
            for down in &offsets {
                for across in &offsets {
                    let at = mapping.map(x as f32 + across, y as f32 + down);
                    // Pixel centres lie at half coordinates.
                    let (u, v) = (at.x - 0.5, at.y - 0.5);
                    let colour = if step < 0.9 {
                        source.bicubic(u, v)
                    } else {
                        source.bilinear(u, v)
                    };
                    for (total, value) in sum.iter_mut().zip(colour) {
                        *total += value * share;
                    }
                }
            }
            data.extend(sum.map(|value| value as u8));
        }
    }
    RgbImage::from_raw(width, height, data).expect("three bytes a pixel")
}

/// What is sampled. Most samples have all their neighbours inside.
struct Source<'a> {
    raw: &'a [u8],
    width: usize,
    height: usize,
}

impl<'a> Source<'a> {
    fn of(pixels: &'a RgbImage) -> Self {
        Self {
            raw: pixels.as_raw(),
            width: pixels.width() as usize,
            height: pixels.height() as usize,
        }
    }

    fn bilinear(&self, u: f32, v: f32) -> [f32; 3] {
        let ((x, dx), (y, dy)) = (split(u), split(v));
        let [[a, b], [c, d]] = self.square::<2>(x, y);
        std::array::from_fn(|channel| {
            let top = a[channel] * (1.0 - dx) + b[channel] * dx;
            let bottom = c[channel] * (1.0 - dx) + d[channel] * dx;
            top * (1.0 - dy) + bottom * dy
        })
    }

    fn bicubic(&self, u: f32, v: f32) -> [f32; 3] {
        let ((x, dx), (y, dy)) = (split(u), split(v));
        let (across, down) = (cubic(dx), cubic(dy));
        let square = self.square::<4>(x.saturating_sub(1), y.saturating_sub(1));
        let mut sum = [0.0; 3];
        for (row, weight_y) in square.iter().zip(down) {
            for (pixel, weight_x) in row.iter().zip(across) {
                for (total, value) in sum.iter_mut().zip(pixel) {
                    *total += value * weight_x * weight_y;
                }
            }
        }
        sum
    }

    /// `SIDE` × `SIDE` pixels from the left top one on.
    fn square<const SIDE: usize>(&self, x: i32, y: i32) -> [[[f32; 3]; SIDE]; SIDE] {
        let starts = usize::try_from(x).ok().zip(usize::try_from(y).ok());
        let inside = starts.filter(|(x, y)| x + SIDE <= self.width && y + SIDE <= self.height);
        if let Some((x, y)) = inside {
            return std::array::from_fn(|row| {
                let start = 3 * ((y + row) * self.width + x);
                let pixels = self.raw[start..start + 3 * SIDE].as_chunks::<3>().0;
                std::array::from_fn(|column| pixels[column].map(f32::from))
            });
        }
        let within = |at: i32, length: usize| (at.max(0) as usize).min(length - 1);
        std::array::from_fn(|row| {
            let y = within(y.saturating_add(row as i32), self.height);
            std::array::from_fn(|column| {
                let x = within(x.saturating_add(column as i32), self.width);
                let start = 3 * (y * self.width + x);
                std::array::from_fn(|channel| f32::from(self.raw[start + channel]))
            })
        })
    }
}

/// The whole number below, and what is left.
fn split(value: f32) -> (i32, f32) {
    let towards_zero = value as i32;
    let whole = towards_zero.saturating_sub(i32::from(towards_zero as f32 > value));
    (whole, value - whole as f32)
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
    use image::Rgb;

    use super::*;

    fn quad(corners: [(f32, f32); 4]) -> Quad {
        Quad(corners.map(|(x, y)| Point { x, y }))
    }

    #[test]
    fn coordinates_beyond_all_pictures_stop_at_the_last_whole_number() {
        assert_eq!(split(-0.25), (-1, 0.75));
        assert_eq!(split(f32::MIN).0, i32::MIN);
        assert_eq!(split(f32::MAX).0, i32::MAX);
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
    fn whole_and_part_of_numbers_below_nothing_too() {
        for value in [-2.0f32, -1.25, -0.5, 0.0, 0.75, 3.0, 41.5] {
            let (whole, part) = split(value);
            assert_eq!((whole as f32, part), (value.floor(), value - value.floor()));
        }
    }

    #[test]
    fn edges_go_on_outside() {
        let pixels = RgbImage::from_fn(5, 4, |x, y| Rgb([(x * 50) as u8, (y * 60) as u8, 9]));
        let source = Source::of(&pixels);
        for sample in [Source::bilinear, Source::bicubic] {
            for ((u, v), expected) in [
                ((-7.3, -2.0), [0.0, 0.0, 9.0]),
                ((90.4, 1e9), [200.0, 180.0, 9.0]),
                ((2.5, 1.5), [125.0, 90.0, 9.0]),
            ] {
                let colour = sample(&source, u, v);
                let near = colour
                    .iter()
                    .zip(expected)
                    .all(|(a, b)| (a - b).abs() < 1e-3);
                assert!(near, "{colour:?} {expected:?}");
            }
        }
        assert!(source.bilinear(f32::NAN, 0.0)[2].is_nan());
    }

    #[test]
    fn cutting_out_the_whole_picture_changes_nothing() {
        let pixels = RgbImage::from_fn(12, 8, |x, y| Rgb([(x * 20) as u8, (y * 30) as u8, 7]));
        let whole = quad([(0.0, 0.0), (12.0, 0.0), (12.0, 8.0), (0.0, 8.0)]);
        assert_eq!(crop_quad(&pixels, &whole, 12, 8), pixels);
    }
}
