//! Straight lines through edges, by Hough's transform of oriented points.

use std::f32::consts::PI;

use super::edges::{Edge, Edges};

/// Directions told apart, over half a turn.
const DIRECTIONS: usize = 120;
/// An edge speaks for directions up to this many away from its own.
const SPREAD: isize = 2;
/// Distances told apart, in pixels of the copy.
const DISTANCE: f32 = 2.0;
/// Lines looked for along and across the document.
const LINES: usize = 22;
/// A line of less weight is none: in shares of the copy's shorter side.
const LEAST_WEIGHT: f32 = 0.1;
/// How far sides of a document may be from its main directions, in radians.
const LEAN: f32 = 0.42;
/// How far from a line its edges lie at most, in pixels of the copy.
const REACH: f32 = 2.2;
/// Cosine of the angle between a line's edges and the line, at least.
const ALIGNED: f32 = 0.96;

/// x cos a + y sin a = `distance`, in pixels of the copy, with `normal` (cos a, sin a).
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) normal: (f32, f32),
    pub(super) distance: f32,
}

impl Line {
    pub(super) fn off(&self, x: f32, y: f32) -> f32 {
        x * self.normal.0 + y * self.normal.1 - self.distance
    }

    /// 1 for an edge from dark to light along the normal, −1 against it, 0 for one that does not
    /// belong to the line.
    pub(super) fn sense(&self, edge: &Edge) -> f32 {
        let cosine = edge.across.0 * self.normal.0 + edge.across.1 * self.normal.1;
        if cosine.abs() < ALIGNED || self.off(edge.x, edge.y).abs() > REACH {
            0.0
        } else {
            cosine.signum()
        }
    }

    /// The line of least squares through edges; `None` where they are all in one place.
    pub(super) fn through<'a>(edges: impl Iterator<Item = &'a Edge> + Clone) -> Option<Self> {
        let (mut weight, mut x, mut y) = (0.0f32, 0.0f32, 0.0f32);
        for edge in edges.clone() {
            weight += edge.weight;
            x += edge.weight * edge.x;
            y += edge.weight * edge.y;
        }
        if weight <= 0.0 {
            return None;
        }
        let (x, y) = (x / weight, y / weight);
        let (mut xx, mut xy, mut yy) = (0.0f32, 0.0f32, 0.0f32);
        for edge in edges {
            let (dx, dy) = (edge.x - x, edge.y - y);
            xx += edge.weight * dx * dx;
            xy += edge.weight * dx * dy;
            yy += edge.weight * dy * dy;
        }
        let angle = 0.5 * (2.0 * xy).atan2(xx - yy) + PI / 2.0;
        let normal = (angle.cos(), angle.sin());
        ((xx + yy) / weight > 4.0).then_some(Self {
            normal,
            distance: x * normal.0 + y * normal.1,
        })
    }

    fn reversed(self) -> Self {
        Self {
            normal: (-self.normal.0, -self.normal.1),
            distance: -self.distance,
        }
    }

    pub(super) fn crossing(&self, other: &Self) -> Option<(f32, f32)> {
        let (a, b) = (self.normal, other.normal);
        let sine = a.0 * b.1 - a.1 * b.0;
        (sine.abs() > 0.3).then(|| {
            (
                (self.distance * b.1 - other.distance * a.1) / sine,
                (a.0 * other.distance - b.0 * self.distance) / sine,
            )
        })
    }
}

/// The strongest lines in two directions about square to each other: those nearer to `along` (an
/// angle of lines, in radians; the picture's strongest where not given) and the others.
pub(super) fn lines(edges: &Edges, along: Option<f32>) -> [Vec<Line>; 2] {
    let mut votes = Votes::of(edges);
    let normal = along.map_or_else(|| votes.main_direction(), |along| along + PI / 2.0);
    let least = LEAST_WEIGHT * edges.width.min(edges.height) as f32;
    [normal, normal + PI / 2.0].map(|normal| votes.take(edges, normal, least))
}

struct Votes {
    /// For each direction of the normal a row of distances.
    table: Vec<f32>,
    distances: usize,
    /// Sine and cosine of each direction.
    sines: Vec<(f32, f32)>,
    /// Edges that no line has taken yet.
    free: Vec<bool>,
}

impl Votes {
    fn of(edges: &Edges) -> Self {
        let most = (edges.width as f32).hypot(edges.height as f32);
        let distances = (2.0 * most / DISTANCE) as usize + 3;
        let mut votes = Self {
            table: vec![0.0; DIRECTIONS * distances],
            distances,
            sines: (0..DIRECTIONS)
                .map(|at| (at as f32 / DIRECTIONS as f32 * PI).sin_cos())
                .collect(),
            free: vec![true; edges.all.len()],
        };
        for edge in &edges.all {
            votes.vote(edge, edge.weight);
        }
        votes
    }

    fn vote(&mut self, edge: &Edge, weight: f32) {
        let angle = edge.across.1.atan2(edge.across.0).rem_euclid(PI);
        let nearest = (angle / PI * DIRECTIONS as f32).round() as isize;
        for direction in nearest - SPREAD..=nearest + SPREAD {
            let direction = direction.rem_euclid(DIRECTIONS as isize) as usize;
            let (sine, cosine) = self.sines[direction];
            let distance = (edge.x * cosine + edge.y * sine) / DISTANCE;
            let place = (self.distances / 2) as f32 + distance.round();
            self.table[direction * self.distances + place as usize] += weight;
        }
    }

    /// The angle of the normal whose long lines, together with those square to them, are strongest.
    fn main_direction(&self) -> f32 {
        let strength: Vec<f32> = self
            .table
            .chunks_exact(self.distances)
            .map(|row| row.iter().map(|votes| votes * votes).sum())
            .collect();
        let window = 6isize;
        let around = |middle: usize| -> f32 {
            (-window..=window)
                .map(|aside| {
                    let at = (middle as isize + aside).rem_euclid(DIRECTIONS as isize) as usize;
                    strength[at]
                })
                .sum()
        };
        let best = (0..DIRECTIONS / 2).max_by(|&a, &b| {
            let of = |at: usize| around(at) + around(at + DIRECTIONS / 2);
            of(a).total_cmp(&of(b))
        });
        best.unwrap_or(0) as f32 / DIRECTIONS as f32 * PI
    }

    /// The strongest lines with about this normal, each edge in one of them.
    fn take(&mut self, edges: &Edges, normal: f32, least: f32) -> Vec<Line> {
        let lean = (LEAN / PI * DIRECTIONS as f32) as isize;
        let middle = (normal.rem_euclid(PI) / PI * DIRECTIONS as f32) as isize;
        let rows: Vec<usize> = (middle - lean..=middle + lean)
            .map(|row| row.rem_euclid(DIRECTIONS as isize) as usize)
            .collect();
        let mut found = Vec::new();
        for _ in 0..2 * LINES {
            let Some((row, place, weight)) = self.strongest(&rows) else {
                break;
            };
            if weight < least || found.len() == LINES {
                break;
            }
            let (sine, cosine) = self.sines[row];
            let coarse = Line {
                normal: (cosine, sine),
                distance: (place as f32 - (self.distances / 2) as f32) * DISTANCE,
            };
            let mut line = coarse;
            for _ in 0..2 {
                let free = &self.free;
                let near = edges
                    .all
                    .iter()
                    .zip(free)
                    .filter(|(edge, free)| **free && line.sense(edge) != 0.0)
                    .map(|(edge, _)| edge);
                match Line::through(near) {
                    Some(better) => line = better,
                    None => break,
                }
            }
            let mut gone = Vec::new();
            for (at, edge) in edges.all.iter().enumerate() {
                if self.free[at] && (line.sense(edge) != 0.0 || coarse.sense(edge) != 0.0) {
                    gone.push(at);
                }
            }
            // What voted for a place without lying on its line won't come up again.
            self.table[row * self.distances + place] = 0.0;
            for at in gone {
                self.free[at] = false;
                self.vote(&edges.all[at], -edges.all[at].weight);
            }
            let (sine, cosine) = normal.sin_cos();
            if line.normal.0 * cosine + line.normal.1 * sine < 0.0 {
                line = line.reversed();
            }
            found.push(line);
        }
        found
    }

    fn strongest(&self, rows: &[usize]) -> Option<(usize, usize, f32)> {
        rows.iter()
            .filter_map(|&row| {
                let places = &self.table[row * self.distances..(row + 1) * self.distances];
                let (place, weight) = places
                    .iter()
                    .enumerate()
                    .max_by(|a, b| a.1.total_cmp(b.1))?;
                Some((row, place, *weight))
            })
            .max_by(|a, b| a.2.total_cmp(&b.2))
    }
}
