use std::sync::Arc;

use image::RgbImage;
use observation::Quad;

use super::components::components;
use super::hull::Rectangle;
use crate::picture::resize;
use crate::runtime::{Network, NetworkError, Tensor};

/// The detector's map is cut at this probability (PaddleOCR's DB post-processing).
const THRESHOLD: f32 = 0.3;
/// Areas with a lower mean probability aren't text.
const LEAST_SCORE: f32 = 0.5;
/// The network learns shrunk areas: how far the outline is moved out again, as in DB (Liao et al.,
/// 2020, eq. 10): area × ratio / perimeter.
const UNCLIP_RATIO: f32 = 1.6;
/// Sides shorter than this on the map are noise.
const LEAST_SIDE: f32 = 3.0;

/// One box around a line or a piece of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextBox {
    pub(crate) quad: Quad,
}

/// Finds lines of text: a DB network and its post-processing.
pub(crate) struct Detector {
    network: Arc<dyn Network>,
}

impl Detector {
    pub(crate) fn new(network: Arc<dyn Network>) -> Self {
        Self { network }
    }

    /// Boxes in pixels of the picture, looked for on a copy whose longer side has `long_side`
    /// pixels.
    pub(crate) fn boxes(
        &self,
        pixels: &RgbImage,
        long_side: u32,
    ) -> Result<Vec<TextBox>, NetworkError> {
        let (width, height) = pixels.dimensions();
        let scale = long_side as f32 / width.max(height) as f32;
        let side = |length: u32| ((length as f32 * scale / 32.0).round() as u32).max(1) * 32;
        let (map_width, map_height) = (side(width), side(height));
        let scaled = resize(pixels, map_width, map_height);
        let outputs = self.network.run(normalised(&scaled))?;
        let map = outputs
            .into_iter()
            .next()
            .ok_or_else(|| NetworkError("no map".to_owned()))?;
        let back = (
            width as f32 / map_width as f32,
            height as f32 / map_height as f32,
        );
        Ok(boxes_of(&map.data, map_width as usize, back))
    }
}

fn boxes_of(map: &[f32], width: usize, (x, y): (f32, f32)) -> Vec<TextBox> {
    components(map, width, THRESHOLD, LEAST_SIDE as usize)
        .into_iter()
        .filter(|component| component.score > LEAST_SCORE)
        .filter_map(|component| Rectangle::around(&component.outline))
        .filter(|rectangle| rectangle.thickness >= LEAST_SIDE)
        .map(|rectangle| {
            let area = rectangle.length * rectangle.thickness;
            let perimeter = 2.0 * (rectangle.length + rectangle.thickness);
            let grown = rectangle.grown(area * UNCLIP_RATIO / perimeter);
            TextBox {
                quad: grown.scaled(x, y),
            }
        })
        .collect()
}

/// Blue, green, red planes, normalised with ImageNet's mean and deviation in that order, as the
/// network was trained.
fn normalised(pixels: &RgbImage) -> Tensor {
    const MEAN: [f32; 3] = [0.485, 0.456, 0.406];
    const DEVIATION: [f32; 3] = [0.229, 0.224, 0.225];
    let (width, height) = pixels.dimensions();
    let plane = (width * height) as usize;
    let mut data = vec![0.0; 3 * plane];
    for (channel, (mean, deviation)) in MEAN.into_iter().zip(DEVIATION).enumerate() {
        let level = |value: usize| (value as f32 / 255.0 - mean) / deviation;
        let levels: [f32; 256] = std::array::from_fn(level);
        let target = &mut data[channel * plane..(channel + 1) * plane];
        for (target, pixel) in target.iter_mut().zip(pixels.as_raw().as_chunks::<3>().0) {
            *target = levels[usize::from(pixel[2 - channel])];
        }
    }
    Tensor {
        shape: vec![1, 3, height as usize, width as usize],
        data,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_becomes_a_box_moved_out_again() {
        let (width, height) = (60, 30);
        let mut map = vec![0.0; width * height];
        for y in 10..16 {
            for x in 10..50 {
                map[y * width + x] = 0.9;
            }
        }
        let boxes = boxes_of(&map, width, (2.0, 2.0));
        assert_eq!(boxes.len(), 1);
        let bounds = boxes[0].quad.bounds();
        // 40 × 6 grows by 40 · 6 · 1.6 / 92 = 4.17 on each side, then doubles.
        assert!((bounds.x - 2.0 * (10.0 - 4.174)).abs() < 0.05, "{bounds:?}");
        assert!(
            (bounds.height - 2.0 * (6.0 + 8.348)).abs() < 0.05,
            "{bounds:?}"
        );
    }

    #[test]
    fn faint_areas_are_not_text() {
        let map: Vec<f32> = (0..900)
            .map(|at| if (300..600).contains(&at) { 0.4 } else { 0.0 })
            .collect();
        assert!(boxes_of(&map, 30, (1.0, 1.0)).is_empty());
    }
}
