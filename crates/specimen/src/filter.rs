//! Blur and noise.

use image::RgbImage;

use crate::{
    canvas::{from_pixel, to_pixel},
    random::Random,
};

/// A blur close to a Gaussian of standard deviation `sigma` pixels: three box blurs, with
/// fractional edges so that small blurs work too.
pub(crate) fn blur(picture: &RgbImage, sigma: f32) -> RgbImage {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut plane: Vec<[f32; 3]> = picture.pixels().map(|pixel| from_pixel(*pixel)).collect();
    // Three boxes of half-width r have the variance r² + r (width 2r + 1 each).
    let radius = ((4.0 * sigma * sigma + 1.0).sqrt() - 1.0) / 2.0;
    for _ in 0..3 {
        plane = box_blur_rows(&plane, width, radius);
        plane = transpose(&plane, width, height);
        plane = box_blur_rows(&plane, height, radius);
        plane = transpose(&plane, height, width);
    }
    let mut blurred = picture.clone();
    for (pixel, colour) in blurred.pixels_mut().zip(&plane) {
        *pixel = to_pixel(*colour);
    }
    blurred
}

fn transpose(plane: &[[f32; 3]], width: usize, height: usize) -> Vec<[f32; 3]> {
    let mut turned = Vec::with_capacity(plane.len());
    for x in 0..width {
        for y in 0..height {
            turned.push(plane[y * width + x]);
        }
    }
    turned
}

/// Means over `radius` pixels to either side, edges repeated.
fn box_blur_rows(plane: &[[f32; 3]], width: usize, radius: f32) -> Vec<[f32; 3]> {
    let whole = radius as usize;
    let part = radius - whole as f32;
    let weight = 1.0 / (2.0 * radius + 1.0);
    let mut blurred = Vec::with_capacity(plane.len());
    for row in plane.chunks_exact(width) {
        let at = |x: isize| row[x.clamp(0, width as isize - 1) as usize];
        let mut sum = [0.0_f32; 3];
        for x in -(whole as isize)..=whole as isize {
            sum = std::array::from_fn(|i| sum[i] + at(x)[i]);
        }
        for x in 0..width as isize {
            let (before, after) = (at(x - whole as isize - 1), at(x + whole as isize + 1));
            blurred.push(std::array::from_fn(|i| {
                weight * (sum[i] + part * (before[i] + after[i]))
            }));
            let leaving = at(x - whole as isize);
            sum = std::array::from_fn(|i| sum[i] + after[i] - leaving[i]);
        }
    }
    blurred
}

/// Sensor noise of standard deviation `sigma`, stronger in one channel than in the others, as
/// after white balance.
pub(crate) fn noise(picture: &mut RgbImage, sigma: f32, random: &mut Random) {
    for pixel in picture.pixels_mut() {
        let bright = sigma * random.normal();
        let tint = 0.5 * sigma * random.normal();
        let [r, g, b] = from_pixel(*pixel);
        *pixel = to_pixel([r + bright + tint, g + bright, b + bright - 1.3 * tint]);
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::blur;

    #[test]
    fn blur_spreads_a_point_and_keeps_its_light() {
        let mut picture = RgbImage::new(41, 41);
        picture.put_pixel(20, 20, Rgb([255, 255, 255]));
        for y in 18..23 {
            for x in 18..23 {
                picture.put_pixel(x, y, Rgb([255, 255, 255]));
            }
        }
        let blurred = blur(&picture, 1.5);
        let light = |p: &RgbImage| p.pixels().map(|p| f32::from(p.0[0])).sum::<f32>();
        assert!((light(&blurred) / light(&picture) - 1.0).abs() < 0.02);
        assert!(blurred.get_pixel(20, 20).0[0] > blurred.get_pixel(24, 20).0[0]);
        assert!(blurred.get_pixel(24, 20).0[0] > 0);
    }
}
