//! Where the document lies in its picture.
//!
//! Edges say where it ends, text says which way it runs and what is inside; neither needs the
//! other. All of it is looked for on a small copy, with no network. Where nothing is convincing
//! there is no outline: a wrong one is worse than none.

mod cut;
mod edges;
mod lines;
mod quads;
mod separate;
mod straight;
mod track;

use std::f32::consts::PI;

use image::RgbImage;
use observation::{Outline, Point, Quad};

use edges::Edges;
pub use straight::straightened;

/// Least confidence of a candidate that becomes an outline.
const LEAST_CONFIDENCE: f32 = 0.7;
/// Shortest side of a picture in which a document can be told, in pixels, and the most that the longer
/// side may be of the shorter.
const LEAST_PICTURE: u32 = 64;
const MOST_RATIO: u32 = 6;
/// Share of the text that has to lie inside an outline.
const LEAST_ENCLOSED: f32 = 0.7;
/// Text boxes longer than this many times their height tell which way a document lies.
const LONG: f32 = 3.0;

/// The documents in a picture as far as their edges show, the first where there are several. The
/// corners of each go clockwise, and first is the one that is top left in this picture. `text` are
/// the boxes around lines of text; without any, edges alone decide.
pub fn outlines(pixels: &RgbImage, text: &[Quad]) -> Vec<Outline> {
    let (short, long) = (
        pixels.width().min(pixels.height()),
        pixels.width().max(pixels.height()),
    );
    if short < LEAST_PICTURE || long > MOST_RATIO * short {
        return Vec::new();
    }
    let edges = Edges::of(pixels);
    let step = edges.step;
    let text: Vec<Quad> = text.iter().map(|quad| scaled(quad, 1.0 / step)).collect();
    // The strokes of letters stand in rows that no document ends at.
    let edges = edges.without(&text);
    let lines = lines::lines(&edges, direction(&text));
    let candidates = quads::candidates(&edges, &lines, &text);
    let mut found: Vec<(Quad, f32)> = separate::documents(&candidates, &text)
        .into_iter()
        .map(|candidate| (candidate.quad, candidate.confidence))
        .collect();
    if found.is_empty() && !text.is_empty() {
        found.extend(cut::cut_document(&edges, &lines, &text));
    }
    found
        .into_iter()
        .map(|(quad, confidence)| Outline {
            corners: from_top_left(&scaled(&quad, step)),
            confidence,
        })
        .collect()
}

fn scaled(quad: &Quad, factor: f32) -> Quad {
    Quad(quad.0.map(|point| Point {
        x: point.x * factor,
        y: point.y * factor,
    }))
}

/// Share of the text that lies inside, by length; 1 where there is none.
fn enclosed(quad: &Quad, text: &[Quad]) -> f32 {
    let all: f32 = text.iter().map(Quad::width).sum();
    if all <= 0.0 {
        return 1.0;
    }
    let inside = text.iter().filter(|line| quad.contains(line.centre()));
    inside.map(Quad::width).sum::<f32>() / all
}

/// The direction most text runs in, or that square to it, in radians; `None` where none is long.
fn direction(text: &[Quad]) -> Option<f32> {
    // A quarter turn is the same direction: angles are added four times as large.
    let (mut x, mut y) = (0.0f32, 0.0f32);
    for line in text {
        let (width, height) = (line.width(), line.height());
        if width > LONG * height {
            let [from, to, ..] = line.0;
            let angle = (to.y - from.y).atan2(to.x - from.x);
            x += width * (4.0 * angle).cos();
            y += width * (4.0 * angle).sin();
        }
    }
    (x != 0.0 || y != 0.0).then(|| (y.atan2(x) / 4.0).rem_euclid(PI / 2.0))
}

/// The same corners clockwise, beginning with the one whose side runs most to the right.
fn from_top_left(quad: &Quad) -> Quad {
    let mut corners = quad.0;
    let [a, b, c, _] = corners;
    if (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) < 0.0 {
        corners.reverse();
    }
    let run = |at: usize| {
        let (from, to) = (corners[at], corners[(at + 1) % 4]);
        (to.x - from.x) / from.distance(to).max(f32::EPSILON)
    };
    let first = (0..4).max_by(|&a, &b| run(a).total_cmp(&run(b)));
    corners.rotate_left(first.unwrap_or(0));
    Quad(corners)
}

#[cfg(test)]
mod tests;
