//! Surfaces in space, seen by a camera.

use crate::canvas::{Colour, mix};

/// Pixels of a frame.
pub(super) const WIDTH: usize = 480;
pub(super) const HEIGHT: usize = 640;
/// Focal length in pixels: 60 degrees from top to bottom, as front cameras have.
pub(super) const FOCAL: f32 = 560.0;

/// A frame that is being drawn.
pub(super) struct View {
    pub(super) pixels: Vec<Colour>,
    /// Reciprocal depth, larger nearer.
    near: Vec<f32>,
}

/// A point in space, and what lies there.
#[derive(Clone, Copy)]
pub(super) struct Vertex {
    /// Right, down, and away from the camera.
    pub(super) at: [f32; 3],
    /// Where on the surface.
    pub(super) on: (f32, f32),
}

#[derive(Clone, Copy)]
struct Projected {
    x: f32,
    y: f32,
    near: f32,
    on: (f32, f32),
}

impl View {
    pub(super) fn new(pixels: Vec<Colour>) -> Self {
        Self {
            near: vec![0.0; pixels.len()],
            pixels,
        }
    }

    /// Forgets depths: what comes next lies before everything.
    pub(super) fn lay_over(&mut self) {
        self.near.fill(0.0);
    }

    /// A surface over `columns` × `rows` cells of the unit square. `place` says where a point of it is,
    /// `colour` what is there and how much it covers.
    pub(super) fn surface(
        &mut self,
        (columns, rows): (usize, usize),
        place: impl Fn(f32, f32) -> Vertex,
        colour: impl Fn(f32, f32) -> (Colour, f32),
    ) {
        let corner = |column: usize, row: usize| {
            project(place(
                column as f32 / columns as f32,
                row as f32 / rows as f32,
            ))
        };
        let mut above: Vec<_> = (0..=columns).map(|column| corner(column, 0)).collect();
        for row in 1..=rows {
            let below: Vec<_> = (0..=columns).map(|column| corner(column, row)).collect();
            for column in 0..columns {
                let (a, b) = (above[column], above[column + 1]);
                let (c, d) = (below[column], below[column + 1]);
                if let (Some(a), Some(b), Some(c), Some(d)) = (a, b, c, d) {
                    self.triangle([a, b, c], &colour);
                    self.triangle([b, d, c], &colour);
                }
            }
            above = below;
        }
    }

    fn triangle(&mut self, [a, b, c]: [Projected; 3], colour: impl Fn(f32, f32) -> (Colour, f32)) {
        let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        // Seen from behind, or too slim to see.
        if area < 1e-4 {
            return;
        }
        let bounds = |a: f32, b: f32, c: f32, limit: usize| {
            let low = a.min(b).min(c).ceil().max(0.0) as usize;
            let high = (a.max(b).max(c).floor() + 1.0).clamp(0.0, limit as f32) as usize;
            low..high
        };
        for row in bounds(a.y, b.y, c.y, HEIGHT) {
            for column in bounds(a.x, b.x, c.x, WIDTH) {
                let (x, y) = (column as f32, row as f32);
                let of =
                    |p: Projected, q: Projected| (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x);
                let (wa, wb, wc) = (of(b, c) / area, of(c, a) / area, of(a, b) / area);
                if wa < 0.0 || wb < 0.0 || wc < 0.0 {
                    continue;
                }
                let near = wa * a.near + wb * b.near + wc * c.near;
                let at = row * WIDTH + column;
                if near <= self.near[at] {
                    continue;
                }
                let on = |part: fn((f32, f32)) -> f32| {
                    let sum = wa * a.near * part(a.on) + wb * b.near * part(b.on);
                    (sum + wc * c.near * part(c.on)) / near
                };
                let (shown, cover) = colour(on(|on| on.0), on(|on| on.1));
                if cover > 0.0 {
                    self.pixels[at] = mix(self.pixels[at], shown, cover.min(1.0));
                    if cover > 0.5 {
                        self.near[at] = near;
                    }
                }
            }
        }
    }
}

fn project(vertex: Vertex) -> Option<Projected> {
    let [x, y, depth] = vertex.at;
    (depth > 0.5).then(|| Projected {
        x: WIDTH as f32 / 2.0 + FOCAL * x / depth,
        y: HEIGHT as f32 * 0.45 + FOCAL * y / depth,
        near: 1.0 / depth,
        on: vertex.on,
    })
}
