use serde::{Deserialize, Serialize};

/// A position in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left edge of the picture.
    pub x: f32,
    /// From the upper edge of the picture, downwards.
    pub y: f32,
}

impl Point {
    /// In pixels, straight.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// Four corners in reading order: top left, top right, bottom right, bottom left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quad(pub [Point; 4]);

impl Quad {
    /// Mean length of the two sides that run along the reading direction.
    pub fn width(&self) -> f32 {
        let [a, b, c, d] = self.0;
        f32::midpoint(a.distance(b), d.distance(c))
    }

    /// Mean length of the two sides across the reading direction.
    pub fn height(&self) -> f32 {
        let [a, b, c, d] = self.0;
        f32::midpoint(a.distance(d), b.distance(c))
    }

    /// Mean of the four corners.
    pub fn centre(&self) -> Point {
        let sum = self
            .0
            .iter()
            .fold((0.0, 0.0), |sum, p| (sum.0 + p.x, sum.1 + p.y));
        Point {
            x: sum.0 / 4.0,
            y: sum.1 / 4.0,
        }
    }

    /// Whether a point lies inside; corners may go either way round.
    pub fn contains(&self, point: Point) -> bool {
        let side = |at: usize| {
            let (a, b) = (self.0[at], self.0[(at + 1) % 4]);
            (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        };
        let sides = [side(0), side(1), side(2), side(3)];
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    }

    /// In square pixels.
    pub fn area(&self) -> f32 {
        let twice: f32 = (0..4)
            .map(|at| {
                let (a, b) = (self.0[at], self.0[(at + 1) % 4]);
                a.x * b.y - b.x * a.y
            })
            .sum();
        twice.abs() / 2.0
    }

    /// The smallest upright rectangle around the four corners.
    pub fn bounds(&self) -> Rect {
        let xs = self.0.map(|p| p.x);
        let ys = self.0.map(|p| p.y);
        let left = xs.into_iter().fold(f32::INFINITY, f32::min);
        let top = ys.into_iter().fold(f32::INFINITY, f32::min);
        let right = xs.into_iter().fold(f32::NEG_INFINITY, f32::max);
        let bottom = ys.into_iter().fold(f32::NEG_INFINITY, f32::max);
        Rect {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
        }
    }
}

impl From<Rect> for Quad {
    fn from(area: Rect) -> Self {
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        let corners = [
            (area.x, area.y),
            (right, area.y),
            (right, bottom),
            (area.x, bottom),
        ];
        Self(corners.map(|(x, y)| Point { x, y }))
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// To the right of `x`, in pixels.
    pub width: f32,
    /// Down from `y`, in pixels.
    pub height: f32,
}

impl Rect {
    /// In square pixels.
    pub fn area(&self) -> f32 {
        self.width * self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilted_square_has_its_area_and_its_inside() {
        let mut corners =
            [(4.0, 0.0), (8.0, 4.0), (4.0, 8.0), (0.0, 4.0)].map(|(x, y)| Point { x, y });
        for _ in 0..2 {
            let square = Quad(corners);
            assert_eq!(square.area(), 32.0);
            assert!(square.contains(Point { x: 4.0, y: 4.0 }));
            assert!(!square.contains(Point { x: 1.0, y: 1.0 }));
            corners.reverse();
        }
    }
}
