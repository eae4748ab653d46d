//! Where the stop pattern is.

use image::GrayImage;

use super::STOP_WIDTH;

/// Bars and spaces, in modules (ISO/IEC 15438, 5.3.4).
const WIDTHS: [f32; 9] = [7.0, 1.0, 1.0, 3.0, 1.0, 1.0, 1.0, 2.0, 1.0];
/// How far the width of a bar or space may be from [`WIDTHS`], in modules.
const TOLERANCE: f32 = 0.7;
/// Fewest lines of pixels in which the pattern has to be seen.
const FEWEST: usize = 8;
/// How far the beginnings of the pattern in single lines of pixels may be from the straight line
/// through them, in modules.
const NEAR: f32 = 1.5;

/// A stop pattern that stands, or leans a little.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// First and last line of pixels.
    pub(super) top: u32,
    pub(super) bottom: u32,
    /// Where the pattern begins: in the first line of pixels, and by how much further right in each
    /// line below.
    begins: (f32, f32),
    module: (f32, f32),
    /// Grey level between ink and paper.
    pub(super) threshold: u8,
}

struct Hit {
    y: f32,
    begins: f32,
    module: f32,
}

impl Stop {
    /// Looks for a stop pattern. `threshold` is a grey level between ink and paper.
    pub(super) fn find(grey: &GrayImage, threshold: u8) -> Option<Self> {
        let mut hits = hits(grey, threshold);
        for _ in 0..2 {
            let (begins, module) = (
                line(&hits, |hit| hit.begins)?,
                line(&hits, |hit| hit.module)?,
            );
            let near =
                |hit: &Hit| (hit.begins - at(begins, hit.y)).abs() < NEAR * at(module, hit.y);
            hits.retain(near);
        }
        if hits.len() < FEWEST {
            return None;
        }
        let (first, last) = (hits.first()?, hits.last()?);
        Some(Self {
            top: first.y as u32,
            bottom: last.y as u32,
            begins: line(&hits, |hit| hit.begins)?,
            module: line(&hits, |hit| hit.module)?,
            threshold,
        })
    }

    /// Where the pattern begins in a line of pixels, from the left.
    pub(super) fn begins(&self, y: u32) -> f32 {
        at(self.begins, y as f32)
    }

    /// The point `modules` to the right of where the pattern begins in the line of pixels `y`, along
    /// the symbol's own row: rows are square to bars, which may lean.
    pub(super) fn beside(&self, y: u32, modules: f32) -> (f32, f32) {
        let (_, slope) = self.begins;
        // Lines of pixels cross bars that lean, and show them wider than they are.
        let along = modules * self.module(y) / (1.0 + slope * slope);
        (self.begins(y) + along, y as f32 - slope * along)
    }

    /// Width of a module in a line of pixels, in pixels.
    pub(super) fn module(&self, y: u32) -> f32 {
        at(self.module, y as f32)
    }
}

fn at((value, slope): (f32, f32), y: f32) -> f32 {
    value + slope * y
}

fn hits(grey: &GrayImage, threshold: u8) -> Vec<Hit> {
    let width = grey.width() as usize;
    let mut hits = Vec::new();
    for (y, row) in grey.as_raw().chunks_exact(width.max(1)).enumerate() {
        let edges = edges(row, threshold);
        for found in edges.windows(WIDTHS.len() + 1) {
            let (begins, falls) = found[0];
            let (ends, _) = found[WIDTHS.len()];
            let module = (ends - begins) / STOP_WIDTH as f32;
            let pairs = found
                .windows(2)
                .map(|pair| (pair[1].0 - pair[0].0) / module);
            if falls
                && pairs
                    .zip(WIDTHS)
                    .all(|(seen, is)| (seen - is).abs() < TOLERANCE)
            {
                let y = y as f32;
                hits.push(Hit { y, begins, module });
            }
        }
    }
    hits
}

/// Where a line of pixels crosses the threshold, and whether it becomes darker there. The line's end
/// counts as an edge, so that a last bar may touch it.
fn edges(row: &[u8], threshold: u8) -> Vec<(f32, bool)> {
    let mut edges = Vec::new();
    for (x, pair) in row.windows(2).enumerate() {
        let (before, after) = (pair[0] >= threshold, pair[1] >= threshold);
        if before != after {
            let (a, b) = (f32::from(pair[0]), f32::from(pair[1]));
            let share = (f32::from(threshold) - a) / (b - a);
            edges.push((x as f32 + 0.5 + share, before));
        }
    }
    edges.push((row.len() as f32, false));
    edges
}

/// Least squares.
fn line(hits: &[Hit], value: impl Fn(&Hit) -> f32) -> Option<(f32, f32)> {
    let count = hits.len() as f32;
    let mean = |of: &dyn Fn(&Hit) -> f32| hits.iter().map(of).sum::<f32>() / count;
    let (y, middle) = (mean(&|hit| hit.y), mean(&|hit| value(hit)));
    let spread = mean(&|hit| (hit.y - y) * (hit.y - y));
    let common = mean(&|hit| (hit.y - y) * (value(hit) - middle));
    let slope = if spread > 0.0 { common / spread } else { 0.0 };
    let first = middle - slope * y;
    (first.is_finite() && slope.is_finite()).then_some((first, slope))
}
