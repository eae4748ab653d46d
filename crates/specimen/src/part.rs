//! A part of a picture, held otherwise.

use image::{Rgb, RgbImage};

/// Most points across that a pixel is the mean of.
const MOST_SAMPLES: u32 = 8;

/// A square part of a picture around a point, turned clockwise by so many degrees, on `out` pixels a side. What
/// lies outside the picture is its edge.
pub fn part(
    pixels: &RgbImage,
    (x0, y0): (f32, f32),
    side: f32,
    out: u32,
    degrees: f32,
) -> RgbImage {
    let (sine, cosine) = (
        libm::sinf(degrees.to_radians()),
        libm::cosf(degrees.to_radians()),
    );
    let step = side / out as f32;
    // Means of so many points a pixel, or what shrinks would alias.
    let samples = (step.ceil() as u32).clamp(1, MOST_SAMPLES);
    RgbImage::from_fn(out, out, |x, y| {
        let mut sum = [0.0f32; 3];
        for at in 0..samples * samples {
            let part = |n: u32| (n as f32 + 0.5) / samples as f32;
            let u = (x as f32 + part(at % samples)) * step - side / 2.0;
            let v = (y as f32 + part(at / samples)) * step - side / 2.0;
            let point = (x0 + u * cosine + v * sine, y0 - u * sine + v * cosine);
            for (total, value) in sum.iter_mut().zip(sample(pixels, point)) {
                *total += value;
            }
        }
        Rgb(sum.map(|total| (total / (samples * samples) as f32 + 0.5) as u8))
    })
}

/// Between the four pixels around a point.
fn sample(pixels: &RgbImage, (x, y): (f32, f32)) -> [f32; 3] {
    let (x, y) = (x - 0.5, y - 0.5);
    let (dx, dy) = (x - x.floor(), y - y.floor());
    let at = |across: f32, down: f32| {
        let inside = |place: f32, length: u32| place.clamp(0.0, (length - 1) as f32) as u32;
        let column = inside(x.floor() + across, pixels.width());
        let row = inside(y.floor() + down, pixels.height());
        pixels.get_pixel(column, row).0.map(f32::from)
    };
    let (a, b, c, d) = (at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0));
    std::array::from_fn(|channel| {
        let above = a[channel] * (1.0 - dx) + b[channel] * dx;
        let below = c[channel] * (1.0 - dx) + d[channel] * dx;
        above * (1.0 - dy) + below * dy
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_above_the_middle_is_to_its_right_after_a_quarter_clockwise() {
        let pixels = RgbImage::from_fn(90, 90, |x, y| {
            let above = (40..50).contains(&x) && (5..15).contains(&y);
            Rgb([if above { 255 } else { 0 }; 3])
        });
        let turned = part(&pixels, (45.0, 45.0), 90.0, 90, 90.0);
        assert!(turned.get_pixel(79, 45).0[0] > 200);
        assert_eq!(turned.get_pixel(45, 10).0[0], 0);
        assert_eq!(part(&pixels, (45.0, 45.0), 40.0, 150, 0.0).width(), 150);
    }
}
