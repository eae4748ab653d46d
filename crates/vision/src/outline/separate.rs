//! Which candidates are documents, and how many there are.

use observation::{Point, Quad};

use super::quads::Candidate;
use super::{LEAST_CONFIDENCE, LEAST_ENCLOSED, enclosed};

/// What each of several documents has to be like; a frame printed on one document is less.
const EACH_CONFIDENCE: f32 = 0.75;
const EACH_ALIKE: f32 = 0.85;
/// How many times as large as the other one of two documents may be.
const ALIKE_AREA: f32 = 1.8;
/// The gap between two documents, in shares of the shorter side of one. The pages of an open booklet
/// have none: they are one document.
const GAP: f32 = 0.03;
/// Each of several documents has this many lines of text.
const LEAST_LINES: usize = 3;
/// Candidates looked at for several documents.
const MOST: usize = 400;
/// Of the best candidate's score, what each of several has to have: a picture of two documents
/// has candidates around both.
const LEAST_SCORE: f32 = 0.55;

/// The one outline, or those of two documents that lie apart.
pub(super) fn documents<'a>(candidates: &'a [Candidate], text: &[Quad]) -> Vec<&'a Candidate> {
    let convincing = |candidate: &&Candidate| {
        candidate.confidence >= LEAST_CONFIDENCE
            && enclosed(&candidate.quad, text) >= LEAST_ENCLOSED
    };
    let best = candidates.iter().find(convincing);
    let highest = candidates.first().map_or(0.0, |first| first.score);
    let each: Vec<&Candidate> = candidates
        .iter()
        .take(MOST)
        .filter(|candidate| {
            let lines = text
                .iter()
                .filter(|line| candidate.quad.contains(line.centre()));
            candidate.confidence >= EACH_CONFIDENCE
                && candidate.alike >= EACH_ALIKE
                && candidate.score >= LEAST_SCORE * highest
                && lines.count() >= LEAST_LINES
        })
        .collect();
    for (at, first) in each.iter().enumerate() {
        let (first_area, gap) = (first.quad.area(), GAP * shorter(&first.quad));
        let second = each[at + 1..].iter().find(|second| {
            let area = second.quad.area();
            area.max(first_area) < ALIKE_AREA * area.min(first_area)
                && apart(&first.quad, &second.quad, gap)
        });
        if let Some(second) = second {
            return vec![first, second];
        }
    }
    best.into_iter().collect()
}

fn shorter(quad: &Quad) -> f32 {
    quad.width().min(quad.height())
}

/// Whether a side of either quad has the other beyond it, at least `gap` away.
fn apart(a: &Quad, b: &Quad, gap: f32) -> bool {
    beyond(a, b, gap) || beyond(b, a, gap)
}

fn beyond(quad: &Quad, other: &Quad, gap: f32) -> bool {
    let centre = quad.centre();
    (0..4).any(|at| {
        let (from, to) = (quad.0[at], quad.0[(at + 1) % 4]);
        let length = from.distance(to).max(f32::EPSILON);
        let off = |point: Point| {
            ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length
        };
        let inwards = off(centre).signum();
        other.0.iter().all(|point| off(*point) * inwards < -gap)
    })
}
