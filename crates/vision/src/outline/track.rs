//! Where along a line there are edges that belong to it.

use super::edges::Edges;
use super::lines::Line;

/// How far aside of a line its edges are looked for, in pixels of the copy.
const ASIDE: [f32; 5] = [0.0, -1.0, 1.0, -2.0, 2.0];

/// One line, walked along pixel by pixel.
pub(super) struct Track {
    pub(super) line: Line,
    /// Where on the line the walk begins: the distance from the foot of the perpendicular from the
    /// origin, along [`Track::along`].
    from: f32,
    /// For each place on the line, how many places before it have an edge that gets lighter along the
    /// normal; and how many one that gets darker.
    lighter: Vec<u32>,
    darker: Vec<u32>,
}

/// How much of a side is seen as an edge.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Support {
    /// Share of the visible part that has an edge, for edges that get lighter along the normal and for
    /// those that get darker; 0 to 1.
    pub(super) lighter: f32,
    pub(super) darker: f32,
    /// Share of the side that lies in the picture.
    pub(super) visible: f32,
}

impl Track {
    pub(super) fn of(line: Line, edges: &Edges) -> Self {
        let (dx, dy) = Self::along(&line);
        let foot = (line.normal.0 * line.distance, line.normal.1 * line.distance);
        // Where the line is in the picture.
        let (mut from, mut to) = (f32::MIN, f32::MAX);
        for (at, step, most) in [
            (foot.0, dx, edges.width as f32),
            (foot.1, dy, edges.height as f32),
        ] {
            if step.abs() > 1e-4 {
                let (a, b) = (-at / step, (most - at) / step);
                from = from.max(a.min(b));
                to = to.min(a.max(b));
            }
        }
        let count = (to - from).clamp(0.0, 4.0 * edges.width.max(edges.height) as f32) as usize;
        let (mut lighter, mut darker) = (vec![0], vec![0]);
        let mut sums = (0, 0);
        for place in 0..count {
            let t = from + place as f32 + 0.5;
            let (x, y) = (foot.0 + dx * t, foot.1 + dy * t);
            let sense = ASIDE.iter().find_map(|aside| {
                let edge = edges.at(x + aside * line.normal.0, y + aside * line.normal.1)?;
                let sense = line.sense(edge);
                (sense != 0.0 && edge.weight > 0.0).then_some(sense)
            });
            match sense {
                Some(sense) if sense > 0.0 => sums.0 += 1,
                Some(_) => sums.1 += 1,
                None => {}
            }
            lighter.push(sums.0);
            darker.push(sums.1);
        }
        Self {
            line,
            from,
            lighter,
            darker,
        }
    }

    fn along(line: &Line) -> (f32, f32) {
        (-line.normal.1, line.normal.0)
    }

    /// Place on the line of the point that is nearest to this one.
    pub(super) fn place(&self, (x, y): (f32, f32)) -> f32 {
        let (dx, dy) = Self::along(&self.line);
        x * dx + y * dy
    }

    /// Edges between two places, in either order.
    pub(super) fn support(&self, a: f32, b: f32) -> Support {
        let length = (b - a).abs().max(1e-3);
        let last = self.lighter.len() as f32 - 1.0;
        let first = (a.min(b) - self.from).clamp(0.0, last);
        let end = (a.max(b) - self.from).clamp(0.0, last);
        let visible = end - first;
        if visible < 1.0 {
            return Support::default();
        }
        let (first, end) = (first as usize, end as usize);
        let share = |sums: &[u32]| ((sums[end] - sums[first]) as f32 / visible).min(1.0);
        Support {
            lighter: share(&self.lighter),
            darker: share(&self.darker),
            visible: (visible / length).min(1.0),
        }
    }
}
