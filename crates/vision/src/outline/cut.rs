//! Documents of which the picture shows three sides, and its own border where the fourth would be.

use observation::{Point, Quad};

use super::edges::Edges;
use super::enclosed;
use super::lines::Line;
use super::quads::{RATIOS, turn};
use super::track::Track;

/// Each side that is seen has edges over this share of its length.
const LEAST_SUPPORT: f32 = 0.6;
/// Share of the sides whose edges get lighter inwards, or else darker.
const LEAST_ALIKE: f32 = 0.85;
/// The part of the document that is seen covers this share of the picture.
const LEAST_AREA: f32 = 0.15;
/// Share of the text that has to lie inside.
const LEAST_ENCLOSED: f32 = 0.85;
/// Share by which the measured length of a document may be too long.
const TOLERANCE: f32 = 0.02;
/// A side that is not in the picture is beyond its border: by this share of the length at least.
const LEAST_BEYOND: f32 = 0.05;
/// Share of a document's length that has to be seen.
const LEAST_SEEN: f32 = 0.55;
/// Factor of the confidence where the fourth side is a guess.
const WORTH: f32 = 0.9;

/// The outline of a document that one border of the picture cuts: with its fourth side where it is
/// at least, outside. With its confidence, in pixels of the copy.
pub(super) fn cut_document(
    edges: &Edges,
    lines: &[Vec<Line>; 2],
    text: &[Quad],
) -> Option<(Quad, f32)> {
    let tracks = |lines: &[Line]| -> Vec<Track> {
        lines.iter().map(|line| Track::of(*line, edges)).collect()
    };
    let tracks = [tracks(&lines[0]), tracks(&lines[1])];
    let (width, height) = (edges.width as f32, edges.height as f32);
    let borders = [
        ((1.0, 0.0), 0.0),
        ((1.0, 0.0), width),
        ((0.0, 1.0), 0.0),
        ((0.0, 1.0), height),
    ];
    let mut best: Option<(Quad, f32, f32)> = None;
    for (normal, distance) in borders {
        let border = Line { normal, distance };
        // The opposite side of a line is among the lines that run the same way.
        let along = |track: &Track| {
            let cosine = track.line.normal.0 * normal.0 + track.line.normal.1 * normal.1;
            cosine.abs() > std::f32::consts::FRAC_1_SQRT_2
        };
        let (opposite, beside): (Vec<&Track>, Vec<&Track>) =
            tracks.iter().flatten().partition(|track| along(track));
        for opposite in opposite {
            for (at, first) in beside.iter().enumerate() {
                for second in &beside[at + 1..] {
                    let seen = judged(&border, opposite, [first, second], edges);
                    let Some((quad, confidence)) = seen else {
                        continue;
                    };
                    let score = confidence * quad.area().powf(0.2);
                    if best.is_none_or(|(.., other)| score > other)
                        && enclosed(&quad, text) >= LEAST_ENCLOSED
                    {
                        best = Some((quad, confidence, score));
                    }
                }
            }
        }
    }
    best.map(|(quad, confidence, _)| (quad, confidence))
}

fn judged(
    border: &Line,
    opposite: &Track,
    beside: [&Track; 2],
    edges: &Edges,
) -> Option<(Quad, f32)> {
    let point = |(x, y): (f32, f32)| Point { x, y };
    let [first, second] = beside;
    let far = [first, second].map(|side| side.line.crossing(&opposite.line).map(point));
    let near = [first, second].map(|side| side.line.crossing(border).map(point));
    let ([Some(a), Some(b)], [Some(d), Some(c)]) = (far, near) else {
        return None;
    };
    let quad = Quad([a, b, c, d]);
    let size = (edges.width as f32, edges.height as f32);
    let inside = |p: &Point| p.x > -1.0 && p.y > -1.0 && p.x < size.0 + 1.0 && p.y < size.1 + 1.0;
    let turns: [f32; 4] = std::array::from_fn(|at| turn(&quad, at));
    let square = turns.iter().all(|turn| *turn > 0.9) || turns.iter().all(|turn| *turn < -0.9);
    if !quad.0.iter().all(inside) || !square || quad.area() < LEAST_AREA * size.0 * size.1 {
        return None;
    }
    let (mut total, mut supported, mut lighter, mut darker) = (0.0, 0.0, 0.0, 0.0);
    let centre = quad.centre();
    for (track, from, to) in [(opposite, a, b), (first, a, d), (second, b, c)] {
        let (from, to) = (track.place((from.x, from.y)), track.place((to.x, to.y)));
        // Round at its whole corners; up to the border where it is cut.
        let support = track.support(from + 0.07 * (to - from), to - 0.03 * (to - from));
        let share = support.lighter.max(support.darker);
        if share < LEAST_SUPPORT {
            return None;
        }
        let length = (to - from).abs();
        let inwards = track.line.off(centre.x, centre.y) > 0.0;
        let (light, dark) = if inwards {
            (support.lighter, support.darker)
        } else {
            (support.darker, support.lighter)
        };
        total += length;
        supported += length * share;
        lighter += length * light;
        darker += length * dark;
    }
    if lighter.max(darker) < LEAST_ALIKE * supported {
        return None;
    }
    let (across, seen) = (quad.width(), quad.height());
    let full = RATIOS
        .iter()
        .flat_map(|ratio| [across / ratio, across * ratio])
        .filter(|full| seen <= (1.0 + TOLERANCE) * full && seen >= LEAST_SEEN * full)
        .reduce(f32::min)?;
    let beyond = (full / seen).max(1.0 + LEAST_BEYOND);
    let stretched = |from: Point, to: Point| Point {
        x: from.x + beyond * (to.x - from.x),
        y: from.y + beyond * (to.y - from.y),
    };
    let whole = Quad([a, b, stretched(b, c), stretched(a, d)]);
    Some((whole, WORTH * supported / total))
}
