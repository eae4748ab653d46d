//! A picture to draw on: anti-aliased strokes, rectangles and pasted pictures, with opacity.

use image::{Rgb, RgbImage};

/// Red, green and blue, 0 to 255.
pub(crate) type Colour = [f32; 3];

/// The colour between `from` (`share` 0) and `to` (`share` 1).
pub(crate) fn mix(from: Colour, to: Colour, share: f32) -> Colour {
    std::array::from_fn(|i| from[i] + (to[i] - from[i]) * share)
}

/// 0 below `low`, 1 above `high`, smooth between.
pub(crate) fn smoothstep(low: f32, high: f32, value: f32) -> f32 {
    let t = ((value - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

pub(crate) fn to_pixel(colour: Colour) -> Rgb<u8> {
    Rgb(colour.map(|c| (c + 0.5).clamp(0.0, 255.0) as u8))
}

pub(crate) fn from_pixel(pixel: Rgb<u8>) -> Colour {
    pixel.0.map(f32::from)
}

/// An upright rectangle in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

pub(crate) struct Canvas {
    pub(crate) picture: RgbImage,
}

impl Canvas {
    pub(crate) fn new(width: u32, height: u32, colour: Colour) -> Self {
        Self {
            picture: RgbImage::from_pixel(width, height, to_pixel(colour)),
        }
    }

    pub(crate) fn width(&self) -> f32 {
        self.picture.width() as f32
    }

    pub(crate) fn height(&self) -> f32 {
        self.picture.height() as f32
    }

    /// Lays `colour` over one pixel; outside the picture nothing happens.
    pub(crate) fn blend(&mut self, x: i32, y: i32, colour: Colour, opacity: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else {
            return;
        };
        if let Some(pixel) = self.picture.get_pixel_mut_checked(x, y) {
            *pixel = to_pixel(mix(from_pixel(*pixel), colour, opacity));
        }
    }

    /// Recolours every pixel whose centre lies in `area`; `shade` gets the position from 0 to 1
    /// across and down the area, and the colour that is there.
    pub(crate) fn shade(&mut self, area: Area, shade: impl Fn(f32, f32, Colour) -> Colour) {
        let left = (area.x.max(0.0) + 0.5) as u32;
        let top = (area.y.max(0.0) + 0.5) as u32;
        let right = ((area.x + area.width + 0.5).max(0.0) as u32).min(self.picture.width());
        let bottom = ((area.y + area.height + 0.5).max(0.0) as u32).min(self.picture.height());
        for y in top..bottom {
            for x in left..right {
                let u = (x as f32 + 0.5 - area.x) / area.width;
                let v = (y as f32 + 0.5 - area.y) / area.height;
                let pixel = self.picture.get_pixel_mut(x, y);
                *pixel = to_pixel(shade(u, v, from_pixel(*pixel)));
            }
        }
    }

    /// A line through `points`, `width` pixels wide, with soft edges and round ends. Where it
    /// crosses itself it is no darker than elsewhere.
    pub(crate) fn stroke(
        &mut self,
        points: &[(f32, f32)],
        width: f32,
        colour: Colour,
        opacity: f32,
    ) {
        let reach = width / 2.0 + 1.0;
        let bounds = |values: &mut dyn Iterator<Item = f32>, limit: u32| {
            let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
            for value in values {
                (low, high) = (low.min(value), high.max(value));
            }
            let clip = |value: f32| value.clamp(0.0, limit as f32) as usize;
            (clip((low - reach).floor()), clip((high + reach).ceil()))
        };
        let (left, right) = bounds(&mut points.iter().map(|p| p.0), self.picture.width());
        let (top, bottom) = bounds(&mut points.iter().map(|p| p.1), self.picture.height());
        if left >= right || top >= bottom {
            return;
        }

        let columns = right - left;
        let mut coverage = vec![0.0_f32; columns * (bottom - top)];
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let (dx, dy) = (x1 - x0, y1 - y0);
            let length_squared = (dx * dx + dy * dy).max(1e-9);
            let clip =
                |value: f32, low: usize, high: usize| (value.max(0.0) as usize).clamp(low, high);
            let rows =
                clip(y0.min(y1) - reach, top, bottom)..clip(y0.max(y1) + reach + 1.0, top, bottom);
            let span =
                clip(x0.min(x1) - reach, left, right)..clip(x0.max(x1) + reach + 1.0, left, right);
            for y in rows {
                for x in span.clone() {
                    let (px, py) = (x as f32 + 0.5 - x0, y as f32 + 0.5 - y0);
                    let along = ((px * dx + py * dy) / length_squared).clamp(0.0, 1.0);
                    let (ox, oy) = (px - along * dx, py - along * dy);
                    let distance = (ox * ox + oy * oy).sqrt();
                    let covered = (width / 2.0 + 0.5 - distance).clamp(0.0, 1.0);
                    let cell = &mut coverage[(y - top) * columns + x - left];
                    *cell = cell.max(covered);
                }
            }
        }
        for (index, covered) in coverage.into_iter().enumerate() {
            if covered > 0.0 {
                let (x, y) = (left + index % columns, top + index / columns);
                self.blend(x as i32, y as i32, colour, opacity * covered);
            }
        }
    }

    /// Lays `picture` over the canvas with its top left corner at (x, y).
    pub(crate) fn paste(&mut self, picture: &RgbImage, x: i32, y: i32, opacity: f32) {
        for (px, py, pixel) in picture.enumerate_pixels() {
            self.blend(x + px as i32, y + py as i32, from_pixel(*pixel), opacity);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, Canvas};

    #[test]
    fn drawing_outside_the_picture_is_harmless() {
        let mut canvas = Canvas::new(4, 4, [255.0; 3]);
        canvas.stroke(&[(-9.0, -9.0), (20.0, 20.0)], 1.5, [0.0; 3], 1.0);
        canvas.stroke(&[(-9.0, 90.0), (-5.0, 95.0)], 1.5, [0.0; 3], 1.0);
        let below = Area {
            x: -3.0,
            y: 2.0,
            width: 99.0,
            height: 99.0,
        };
        canvas.shade(below, |_, _, _| [9.0; 3]);
        assert_eq!(canvas.picture.get_pixel(0, 3).0, [9, 9, 9]);
        assert_eq!(canvas.picture.get_pixel(3, 0).0, [255, 255, 255]);
    }
}
