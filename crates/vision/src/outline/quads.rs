//! Four lines that may be the sides of a document.

use observation::{Point, Quad};

use super::edges::Edges;
use super::enclosed;
use super::lines::Line;
use super::track::{Support, Track};

/// Long side over short side of what documents there are: ID-3 and ID-2, ID-1 (ISO/IEC 7810).
pub(super) const RATIOS: [f32; 2] = [1.42, 1.586];
/// How far the ratio of a document photographed at an angle may be from these without a doubt, and how
/// far at most; as natural logarithms.
const FREE_RATIO: f32 = 0.1;
const MOST_RATIO: f32 = 0.28;
/// Sides of a document lie this far apart at least, in shares of the copy's shorter side.
const LEAST_SIDE: f32 = 0.2;
/// Least share of the picture that a document covers: where text says where it is, and where there is
/// no text, so that the frame of a portrait is no document.
const LEAST_AREA: f32 = 0.06;
const LEAST_AREA_WITHOUT_TEXT: f32 = 0.2;
/// Corners may be this far outside, in shares of the copy's sides.
const OUTSIDE: f32 = 0.25;
/// Length at either end of a side where corners are round, in shares of the side.
const ROUND: f32 = 0.07;
/// How far beyond a corner a side should not go on.
const BEYOND: f32 = 0.12;
/// Least share of a side that has to be visible, and least support of it.
const LEAST_VISIBLE: f32 = 0.3;
const LEAST_SUPPORT: f32 = 0.25;

/// A possible document, in pixels of the copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) quad: Quad,
    /// Share of the sides whose edges get lighter inwards, or else darker; 0.5 to 1.
    pub(super) alike: f32,
    /// How likely this is a document, 0 to 1.
    pub(super) confidence: f32,
    /// What candidates of one picture are compared by: the larger of two equals is the document, the
    /// other is printed on it.
    pub(super) score: f32,
}

/// All candidates, best first. Those that leave much of the text outside come last.
pub(super) fn candidates(edges: &Edges, lines: &[Vec<Line>; 2], text: &[Quad]) -> Vec<Candidate> {
    let share = if text.is_empty() {
        LEAST_AREA_WITHOUT_TEXT
    } else {
        LEAST_AREA
    };
    let least_area = share * (edges.width * edges.height) as f32;
    let tracks = |lines: &[Line]| -> Vec<Track> {
        let mut tracks: Vec<Track> = lines.iter().map(|line| Track::of(*line, edges)).collect();
        tracks.sort_by(|a, b| middle(&a.line, edges).total_cmp(&middle(&b.line, edges)));
        tracks
    };
    let (first, second) = (tracks(&lines[0]), tracks(&lines[1]));
    let crossings: Vec<Vec<Option<(f32, f32)>>> = first
        .iter()
        .map(|a| second.iter().map(|b| a.line.crossing(&b.line)).collect())
        .collect();
    let mut found = Vec::new();
    for (a, b) in pairs(&first, edges) {
        for (c, d) in pairs(&second, edges) {
            let corner = |at: usize, other: usize| crossings[at][other];
            let corners = [corner(a, c), corner(a, d), corner(b, d), corner(b, c)];
            let [Some(p), Some(q), Some(r), Some(s)] = corners else {
                continue;
            };
            let quad = Quad([p, q, r, s].map(|(x, y)| Point { x, y }));
            let Some(likely) = shape(&quad, edges, least_area) else {
                continue;
            };
            let tracks = [&first[a], &second[d], &first[b], &second[c]];
            found.extend(judged(quad, tracks, likely, edges));
        }
    }
    for candidate in &mut found {
        candidate.score *= 0.2 + 0.8 * enclosed(&candidate.quad, text);
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    found
}

/// Where a line passes the middle of the picture, along its normal.
fn middle(line: &Line, edges: &Edges) -> f32 {
    -line.off(edges.width as f32 / 2.0, edges.height as f32 / 2.0)
}

/// Tracks far enough apart, as places in the list.
fn pairs(tracks: &[Track], edges: &Edges) -> Vec<(usize, usize)> {
    let least = LEAST_SIDE * edges.width.min(edges.height) as f32;
    let place = |at: usize| middle(&tracks[at].line, edges);
    (0..tracks.len())
        .flat_map(|a| (a + 1..tracks.len()).map(move |b| (a, b)))
        .filter(|&(a, b)| place(b) - place(a) >= least)
        .collect()
}

/// How likely a document has this shape, 0 to 1; `None` where none has.
fn shape(quad: &Quad, edges: &Edges, least_area: f32) -> Option<f32> {
    let (width, height) = (edges.width as f32, edges.height as f32);
    let inside = |value: f32, most: f32| value > -OUTSIDE * most && value < (1.0 + OUTSIDE) * most;
    if !quad
        .0
        .iter()
        .all(|p| inside(p.x, width) && inside(p.y, height))
    {
        return None;
    }
    let turns: [f32; 4] = std::array::from_fn(|at| turn(quad, at));
    let same = turns.iter().all(|t| *t > 0.75) || turns.iter().all(|t| *t < -0.75);
    if !same || quad.area() < least_area {
        return None;
    }
    let side = |at: usize| quad.0[at].distance(quad.0[(at + 1) % 4]);
    let even = |a: f32, b: f32| a.min(b) / a.max(b) > 0.65;
    if !even(side(0), side(2)) || !even(side(1), side(3)) {
        return None;
    }
    let (long, short) = (quad.width(), quad.height());
    let ratio = (long / short).ln().abs();
    let off = RATIOS
        .iter()
        .map(|known| (ratio - known.ln()).abs())
        .fold(f32::MAX, f32::min);
    (off < MOST_RATIO)
        .then(|| 1.0 - 0.5 * ((off - FREE_RATIO) / (MOST_RATIO - FREE_RATIO)).max(0.0))
}

/// Sine of the turn at a corner.
pub(super) fn turn(quad: &Quad, at: usize) -> f32 {
    let [before, here, after] = [at + 3, at, at + 1].map(|at| quad.0[at % 4]);
    let (a, b) = (
        (here.x - before.x, here.y - before.y),
        (after.x - here.x, after.y - here.y),
    );
    (a.0 * b.1 - a.1 * b.0) / (a.0.hypot(a.1) * b.0.hypot(b.1)).max(1e-6)
}

fn judged(quad: Quad, tracks: [&Track; 4], likely: f32, edges: &Edges) -> Option<Candidate> {
    let (mut total, mut sums, mut weakest) = (0.0, (0.0, 0.0), 1.0f32);
    let (mut supported, mut beyond) = (0.0, 0.0);
    for (at, track) in tracks.into_iter().enumerate() {
        let (from, to) = (quad.0[at], quad.0[(at + 1) % 4]);
        let (from, to) = (track.place((from.x, from.y)), track.place((to.x, to.y)));
        let length = (to - from).abs();
        let part = |share: f32| from + share * (to - from);
        let side = track.support(part(ROUND), part(1.0 - ROUND));
        // What lies outside may be anything.
        let seen = side.visible.sqrt();
        let share = seen * side.lighter.max(side.darker);
        if side.visible < LEAST_VISIBLE || share < LEAST_SUPPORT {
            return None;
        }
        // The first two sides have the document on the side that their normal points to, or both
        // away from it.
        let inwards = at == 0 || at == 3;
        let (light, dark) = if inwards {
            (seen * side.lighter, seen * side.darker)
        } else {
            (seen * side.darker, seen * side.lighter)
        };
        sums.0 += length * light;
        sums.1 += length * dark;
        supported += length * share;
        total += length;
        weakest = weakest.min(share);
        let ends = [(-BEYOND, 0.0), (1.0, 1.0 + BEYOND)];
        beyond += ends
            .iter()
            .map(|&(a, b)| either(track.support(part(a), part(b))))
            .sum::<f32>()
            / 8.0;
    }
    let support = supported / total;
    let alike = sums.0.max(sums.1) / supported;
    let share = (quad.area() / (edges.width * edges.height) as f32).min(1.0);
    let confidence =
        (0.65 * support + 0.35 * weakest) * likely * (0.6 + 0.4 * alike) * (1.0 - 0.6 * beyond);
    Some(Candidate {
        quad,
        alike,
        confidence,
        score: confidence * share.powf(0.2),
    })
}

fn either(support: Support) -> f32 {
    (support.lighter + support.darker) * support.visible
}
