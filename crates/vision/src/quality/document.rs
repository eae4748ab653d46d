//! How well the document itself can be seen.

use image::{GrayImage, RgbImage};
use observation::{DocumentQuality, Outline, Point, Quad};

use super::{BLOWN_OUT, Copy, detail};

/// Least radius of a light spot, in shares of the document's longer side: white paper of that size has
/// print on it.
const SPOT: f32 = 0.012;
/// Share of a spot's pixels that noise may leave darker.
const NOISE: f32 = 0.02;
/// Text that ends this close to the picture's border, in shares of its height, goes on beyond it.
const AT_BORDER: f32 = 0.3;

/// `None` where there is neither an outline nor text to say where the document is.
pub(crate) fn document_quality(
    pixels: &RgbImage,
    copy: &Copy,
    outline: Option<&Outline>,
    text: &[Quad],
) -> Option<DocumentQuality> {
    let area = match outline {
        Some(outline) => outline.corners,
        None => around(text)?,
    };
    let (brightness, glare) = light(&copy.grey, &scaled(&area, copy.scale));
    let size = (pixels.width() as f32, pixels.height() as f32);
    Some(DocumentQuality {
        sharpness: detail::sharpness(pixels, text),
        brightness,
        glare,
        cut_off: outline.map_or(0.0, |outline| cut_off(&outline.corners, size)),
        cut_lines: cut_lines(text, size),
    })
}

/// The upright rectangle around all text.
fn around(text: &[Quad]) -> Option<Quad> {
    let corners = || text.iter().flat_map(|line| line.0);
    let least = |of: fn(Point) -> f32| corners().map(of).reduce(f32::min);
    let most = |of: fn(Point) -> f32| corners().map(of).reduce(f32::max);
    let (left, right) = (least(|p| p.x)?, most(|p| p.x)?);
    let (top, bottom) = (least(|p| p.y)?, most(|p| p.y)?);
    Some(Quad(
        [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Point { x, y }),
    ))
}

fn scaled(quad: &Quad, factor: f32) -> Quad {
    Quad(quad.0.map(|point| Point {
        x: point.x * factor,
        y: point.y * factor,
    }))
}

/// Mean luma of an area, and the share of it that lies in spots of light.
fn light(grey: &GrayImage, area: &Quad) -> (f32, f32) {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let burnt = Sums::of(grey);
    let reach = (SPOT * area.width().max(area.height())).round().max(1.0) as usize;
    let bounds = area.bounds();
    let clip = |from: f32, most: usize| (from.max(0.0) as usize).min(most);
    let columns = clip(bounds.x, width)..clip(bounds.x + bounds.width + 1.0, width);
    let (mut count, mut luma, mut spots) = (0u32, 0u64, 0u32);
    for y in clip(bounds.y, height)..clip(bounds.y + bounds.height + 1.0, height) {
        for x in columns.clone() {
            let centre = Point {
                x: x as f32 + 0.5,
                y: y as f32 + 0.5,
            };
            if !area.contains(centre) {
                continue;
            }
            count += 1;
            let value = grey.as_raw()[y * width + x];
            luma += u64::from(value);
            if value >= BLOWN_OUT && burnt.share(x, y, reach) >= 1.0 - NOISE {
                spots += 1;
            }
        }
    }
    let count = count.max(1) as f32;
    (luma as f32 / count / 255.0, spots as f32 / count)
}

/// For each pixel, how many pixels above and to the left of it are burnt out.
struct Sums {
    width: usize,
    height: usize,
    counts: Vec<u32>,
}

impl Sums {
    fn of(grey: &GrayImage) -> Self {
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let mut counts = vec![0; (width + 1) * (height + 1)];
        for y in 0..height {
            let mut row = 0;
            for x in 0..width {
                row += u32::from(grey.as_raw()[y * width + x] >= BLOWN_OUT);
                counts[(y + 1) * (width + 1) + x + 1] = counts[y * (width + 1) + x + 1] + row;
            }
        }
        Self {
            width,
            height,
            counts,
        }
    }

    /// Share of burnt-out pixels in the square that reaches `reach` pixels around one.
    fn share(&self, x: usize, y: usize, reach: usize) -> f32 {
        let (left, top) = (x.saturating_sub(reach), y.saturating_sub(reach));
        let (right, bottom) = (
            (x + reach + 1).min(self.width),
            (y + reach + 1).min(self.height),
        );
        let at = |x: usize, y: usize| self.counts[y * (self.width + 1) + x];
        let burnt = at(right, bottom) + at(left, top) - at(left, bottom) - at(right, top);
        burnt as f32 / ((right - left) * (bottom - top)) as f32
    }
}

/// How far the farthest corner is outside, in shares of the outline's shorter side.
fn cut_off(corners: &Quad, (width, height): (f32, f32)) -> f32 {
    let side = corners.width().min(corners.height()).max(1.0);
    let outside = corners.0.map(|point| {
        let beyond = |at: f32, most: f32| (-at).max(at - most).max(0.0);
        beyond(point.x, width).max(beyond(point.y, height))
    });
    outside.into_iter().fold(0.0, f32::max) / side
}

/// The most lines that end at one border.
fn cut_lines(text: &[Quad], (width, height): (f32, f32)) -> usize {
    let ends = |of: &dyn Fn(Point) -> f32| {
        let near = |line: &&Quad| {
            let margin = AT_BORDER * line.height();
            // An end is at the border with both of its corners.
            let [a, b, c, d] = line.0.map(|point| of(point) < margin);
            (a && d) || (b && c)
        };
        text.iter().filter(near).count()
    };
    [
        ends(&|point| point.x),
        ends(&|point| width - point.x),
        ends(&|point| point.y),
        ends(&|point| height - point.y),
    ]
    .into_iter()
    .max()
    .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn quad(x: f32, y: f32, width: f32, height: f32) -> Quad {
        let (right, bottom) = (x + width, y + height);
        Quad([(x, y), (right, y), (right, bottom), (x, bottom)].map(|(x, y)| Point { x, y }))
    }

    fn seen(pixels: &RgbImage, corners: Quad, text: &[Quad]) -> DocumentQuality {
        let outline = Outline {
            corners,
            confidence: 1.0,
        };
        document_quality(pixels, &Copy::of(pixels), Some(&outline), text).unwrap()
    }

    #[test]
    fn a_spot_counts_on_the_document_alone() {
        let document = quad(100.0, 100.0, 400.0, 260.0);
        let spot = |x: u32, y: u32| x.abs_diff(300) < 60 && y.abs_diff(200) < 40;
        let wall = RgbImage::from_fn(640, 480, |x, y| {
            let inside = (100..500).contains(&x) && (100..360).contains(&y);
            Rgb([if inside { 120 } else { 255 }; 3])
        });
        let mut spotted = wall.clone();
        for (x, y, pixel) in spotted.enumerate_pixels_mut() {
            if spot(x, y) {
                *pixel = Rgb([255; 3]);
            }
        }
        assert_eq!(seen(&wall, document, &[]).glare, 0.0);
        let share = 120.0 * 80.0 / (400.0 * 260.0);
        let glare = seen(&spotted, document, &[]).glare;
        assert!(glare > 0.7 * share && glare < share, "{glare} {share}");
        assert!((seen(&wall, document, &[]).brightness - 120.0 / 255.0).abs() < 0.01);
    }

    #[test]
    fn white_paper_with_print_is_no_spot() {
        let printed = RgbImage::from_fn(640, 480, |x, y| {
            Rgb([if y % 8 < 3 && x % 6 < 3 { 40 } else { 255 }; 3])
        });
        assert_eq!(
            seen(&printed, quad(20.0, 20.0, 600.0, 400.0), &[]).glare,
            0.0
        );
    }

    #[test]
    fn what_leaves_the_picture_is_measured() {
        let pixels = RgbImage::new(640, 480);
        let whole = seen(&pixels, quad(20.0, 20.0, 600.0, 400.0), &[]);
        assert_eq!((whole.cut_off, whole.cut_lines), (0.0, 0));
        let text = [
            quad(0.0, 50.0, 200.0, 20.0),
            quad(2.0, 90.0, 300.0, 20.0),
            quad(60.0, 130.0, 300.0, 20.0),
        ];
        let cut = seen(&pixels, quad(-40.0, 20.0, 600.0, 400.0), &text);
        assert_eq!((cut.cut_off, cut.cut_lines), (0.1, 2));
    }
}
