//! Hints about whether a picture shows a document in somebody's hand, and not a screen, a copy or
//! something made with a program.
//!
//! Each [`Signal`] has a score that grows with suspicion and the threshold it is judged by. Where
//! they catch what, and whom they would turn away, is in `docs/accuracy.md`.

mod colour;
mod screen;
pub(crate) mod traces;

use image::RgbImage;
use observation::{Quad, Signal};

/// Share of what text encloses that is left out on each side.
const EDGE: f32 = 0.12;

/// All signals of one side, on which `text` stands. Colour is asked of sides with a portrait alone:
/// skin has some, backs may have next to none.
pub(crate) fn signals(
    traces: traces::Traces,
    pixels: &RgbImage,
    text: &[Quad],
    has_portrait: bool,
) -> Vec<Signal> {
    let colour = has_portrait.then(|| colour::signal(&document(pixels, text)));
    [traces.signal(), screen::signal(pixels), colour.flatten()]
        .into_iter()
        .flatten()
        .collect()
}

/// What a signal says.
fn signal(name: &str, score: f32, threshold: f32, reason: &str) -> Signal {
    Signal {
        signal: name.to_owned(),
        score,
        threshold,
        advisory: false,
        reason: reason.to_owned(),
    }
}

/// The inner part of what all text of a picture encloses; the whole of it without text.
fn document(pixels: &RgbImage, text: &[Quad]) -> RgbImage {
    let (width, height) = (pixels.width() as f32, pixels.height() as f32);
    let corners = || text.iter().flat_map(|quad| quad.0);
    let extent = |of: fn(observation::Point) -> f32, most: f32| {
        let low = corners().map(of).fold(most, f32::min).clamp(0.0, most);
        let high = corners().map(of).fold(0.0, f32::max).clamp(0.0, most);
        if low < high { (low, high) } else { (0.0, most) }
    };
    // A tilted document doesn't fill the corners.
    let inside = |(low, high): (f32, f32)| {
        let edge = EDGE * (high - low);
        (low + edge, high - edge)
    };
    let (left, right) = inside(extent(|point| point.x, width));
    let (top, bottom) = inside(extent(|point| point.y, height));
    let size = |from: f32, to: f32| ((to - from) as u32).max(1);
    image::imageops::crop_imm(
        pixels,
        left as u32,
        top as u32,
        size(left, right),
        size(top, bottom),
    )
    .to_image()
}
