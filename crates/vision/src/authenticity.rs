//! Hints about whether a picture shows a document in somebody's hand, and not a screen, a copy or
//! something made with a program.
//!
//! Each [`Signal`] has a score that grows with suspicion and the threshold it is judged by. Where
//! they catch what, and whom they would turn away, is in `docs/accuracy.md`.

mod colour;

use image::RgbImage;
use observation::{Outline, Point, Quad, Rect, Signal};

use crate::picture::{Evidence, lattice, pasted};

/// Share of what text encloses that is left out on each side.
const EDGE: f32 = 0.12;

/// All signals of one side. `text` are the boxes around its text. Colour is measured on sides with a
/// portrait alone: skin has colour, while a genuine back may have next to none.
pub(crate) fn signals(
    evidence: &Evidence,
    pixels: &RgbImage,
    text: &[Quad],
    outline: Option<&Outline>,
    has_portrait: bool,
) -> Vec<Signal> {
    let colour = has_portrait.then(|| colour::signal(&document(pixels, text)));
    let pasted = evidence.pasted.as_ref().map(|map| {
        let document = outline.map_or_else(
            || Quad::from(enclosed(pixels.dimensions(), text)),
            |outline| outline.corners,
        );
        pasted::signal(map, pixels.dimensions(), &document)
    });
    [
        evidence.traces.editing(),
        evidence.traces.saved_anew(),
        evidence
            .lattice
            .map(|score| lattice::signal(score, evidence.saving)),
        colour.flatten(),
        pasted,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The inner part of the rectangle around all text of a picture; the whole picture where there is no
/// text.
fn document(pixels: &RgbImage, text: &[Quad]) -> RgbImage {
    let enclosed = enclosed(pixels.dimensions(), text);
    // A tilted document doesn't fill the corners.
    let size = |side: f32| ((side * (1.0 - 2.0 * EDGE)) as u32).max(1);
    image::imageops::crop_imm(
        pixels,
        (enclosed.x + EDGE * enclosed.width) as u32,
        (enclosed.y + EDGE * enclosed.height) as u32,
        size(enclosed.width),
        size(enclosed.height),
    )
    .to_image()
}

/// The rectangle around all text of a picture; the whole picture where there is no text.
fn enclosed((width, height): (u32, u32), text: &[Quad]) -> Rect {
    let corners = || text.iter().flat_map(|quad| quad.0);
    let extent = |of: fn(Point) -> f32, most: f32| {
        let low = corners().map(of).fold(most, f32::min).clamp(0.0, most);
        let high = corners().map(of).fold(0.0, f32::max).clamp(0.0, most);
        if low < high { (low, high) } else { (0.0, most) }
    };
    let (left, right) = extent(|point| point.x, width as f32);
    let (top, bottom) = extent(|point| point.y, height as f32);
    Rect {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    }
}
