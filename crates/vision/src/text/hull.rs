//! The smallest rectangle around a set of points.

use observation::{Point, Quad};

/// A rectangle in any direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rectangle {
    centre: Point,
    /// Unit vector along the longer side.
    direction: Point,
    pub(super) length: f32,
    pub(super) thickness: f32,
}

impl Rectangle {
    /// The rectangle of least area around the points (rotating calipers over their convex hull).
    pub(super) fn around(points: &[Point]) -> Option<Self> {
        let hull = convex_hull(points);
        let edges = hull.iter().zip(hull.iter().cycle().skip(1));
        edges
            .filter_map(|(&from, &to)| along(&hull, from, to))
            .min_by(|a, b| (a.length * a.thickness).total_cmp(&(b.length * b.thickness)))
    }

    /// Grows every side outwards by `distance`.
    pub(super) fn grown(mut self, distance: f32) -> Self {
        self.length += 2.0 * distance;
        self.thickness += 2.0 * distance;
        self
    }

    pub(super) fn scaled(&self, x: f32, y: f32) -> Quad {
        Quad(self.quad().0.map(|point| Point {
            x: point.x * x,
            y: point.y * y,
        }))
    }

    /// Corners in reading order when the text runs along the longer side, left to right or, where
    /// that side is steeper than 45°, top to bottom. Rectangles about as thick as long count as
    /// horizontal.
    pub(super) fn quad(&self) -> Quad {
        let Self {
            centre,
            direction,
            length,
            thickness,
        } = *self;
        let squarish = length < 1.5 * thickness;
        let (mut run, mut length, mut thickness) = (direction, length, thickness);
        if squarish && run.x.abs() < run.y.abs() {
            run = Point {
                x: -run.y,
                y: run.x,
            };
            (length, thickness) = (thickness, length);
        }
        let forward = if run.x.abs() >= run.y.abs() {
            run.x > 0.0
        } else {
            run.y > 0.0
        };
        if !forward {
            run = Point {
                x: -run.x,
                y: -run.y,
            };
        }
        let down = Point {
            x: -run.y,
            y: run.x,
        };
        let corner = |along: f32, across: f32| Point {
            x: centre.x + run.x * along * length / 2.0 + down.x * across * thickness / 2.0,
            y: centre.y + run.y * along * length / 2.0 + down.y * across * thickness / 2.0,
        };
        Quad([
            corner(-1.0, -1.0),
            corner(1.0, -1.0),
            corner(1.0, 1.0),
            corner(-1.0, 1.0),
        ])
    }
}

/// The rectangle around the hull with one side on the edge.
fn along(hull: &[Point], from: Point, to: Point) -> Option<Rectangle> {
    let length = from.distance(to);
    if length <= f32::EPSILON {
        return None;
    }
    let run = Point {
        x: (to.x - from.x) / length,
        y: (to.y - from.y) / length,
    };
    let (mut least, mut most) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    for point in hull {
        let along = point.x * run.x + point.y * run.y;
        let across = -point.x * run.y + point.y * run.x;
        least = (least.0.min(along), least.1.min(across));
        most = (most.0.max(along), most.1.max(across));
    }
    let (along, across) = (
        f32::midpoint(least.0, most.0),
        f32::midpoint(least.1, most.1),
    );
    let centre = Point {
        x: run.x * along - run.y * across,
        y: run.y * along + run.x * across,
    };
    let (width, height) = (most.0 - least.0, most.1 - least.1);
    Some(if width >= height {
        Rectangle {
            centre,
            direction: run,
            length: width,
            thickness: height,
        }
    } else {
        let direction = Point {
            x: -run.y,
            y: run.x,
        };
        Rectangle {
            centre,
            direction,
            length: height,
            thickness: width,
        }
    })
}

/// Andrew's monotone chain.
fn convex_hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = chain.as_slice()
                && turn(*a, *b, point) <= 0.0
            {
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut hull = chain(&mut sorted.iter().copied());
    hull.extend(chain(&mut sorted.iter().rev().copied()));
    hull
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tilted_rectangle_is_found_again() {
        let (sin, cos) = 0.3f32.sin_cos();
        let points: Vec<Point> = [
            (0.0, 0.0),
            (50.0, 0.0),
            (50.0, 8.0),
            (0.0, 8.0),
            (20.0, 3.0),
        ]
        .map(|(x, y)| Point {
            x: x * cos - y * sin + 30.0,
            y: x * sin + y * cos + 9.0,
        })
        .to_vec();
        let rectangle = Rectangle::around(&points).unwrap();
        assert!((rectangle.length - 50.0).abs() < 1e-3, "{rectangle:?}");
        assert!((rectangle.thickness - 8.0).abs() < 1e-3, "{rectangle:?}");
        for (corner, expected) in rectangle.quad().0.into_iter().zip(&points) {
            assert!(corner.distance(*expected) < 1e-2);
        }
    }

    #[test]
    fn points_on_a_line_have_no_thickness() {
        let points = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)].map(|(x, y)| Point { x, y });
        assert!(Rectangle::around(&points).is_none_or(|around| around.thickness < 1e-3));
    }

    proptest! {
        #[test]
        fn every_point_lies_inside(points in prop::collection::vec((0f32..100.0, 0f32..100.0), 3..40)) {
            let points: Vec<Point> = points.into_iter().map(|(x, y)| Point { x, y }).collect();
            if let Some(rectangle) = Rectangle::around(&points) {
                let Rectangle { centre, direction, length, thickness } = rectangle;
                for point in points {
                    let (dx, dy) = (point.x - centre.x, point.y - centre.y);
                    let along = dx * direction.x + dy * direction.y;
                    let across = -dx * direction.y + dy * direction.x;
                    prop_assert!(along.abs() <= length / 2.0 + 0.01);
                    prop_assert!(across.abs() <= thickness / 2.0 + 0.01);
                }
            }
        }
    }
}
