//! Where a point of a plane has to be, seen from elsewhere.

use observation::Point;

/// Four points of a plane seen twice say where a fifth is seen the second time, whatever the cameras
/// and however the plane was moved: a homography has no more freedom than that. `None` where three of
/// the four are on one line.
pub(super) fn seen_again(corners: [Point; 4], point: Point, again: [Point; 4]) -> Option<Point> {
    // Coordinates with respect to the first three corners, in units of those of the fourth, are the
    // same for every view of the plane.
    let invariant = {
        let (of_corner, of_point) = (weights(corners, corners[3]), weights(corners, point));
        [0, 1, 2].map(|at| of_point[at] / of_corner[at])
    };
    let of_corner = weights(again, again[3]);
    let mut sum = [0.0; 3];
    for at in 0..3 {
        let weight = invariant[at] * of_corner[at];
        let corner = [f64::from(again[at].x), f64::from(again[at].y), 1.0];
        for (sum, value) in sum.iter_mut().zip(corner) {
            *sum += weight * value;
        }
    }
    let seen = Point {
        x: (sum[0] / sum[2]) as f32,
        y: (sum[1] / sum[2]) as f32,
    };
    (seen.x.is_finite() && seen.y.is_finite()).then_some(seen)
}

/// How much of each of the first three corners makes up `point`, but for a common factor.
fn weights(corners: [Point; 4], point: Point) -> [f64; 3] {
    let [a, b, c, _] = corners;
    [area(point, b, c), area(a, point, c), area(a, b, point)]
}

/// Twice the signed area.
fn area(a: Point, b: Point, c: Point) -> f64 {
    let (x, y) = (f64::from(a.x), f64::from(a.y));
    let (bx, by) = (f64::from(b.x) - x, f64::from(b.y) - y);
    let (cx, cy) = (f64::from(c.x) - x, f64::from(c.y) - y);
    bx * cy - by * cx
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point((x, y): (f32, f32)) -> Point {
        Point { x, y }
    }

    #[test]
    fn a_point_of_a_plane_is_where_the_others_say() {
        let corners = [(0.0, 0.0), (100.0, 4.0), (15.0, 110.0), (90.0, 105.0)].map(point);
        let nose = point((51.0, 60.0));
        let tilted = |p: Point| {
            let depth = 1.0 + 0.004 * p.x - 0.002 * p.y;
            point((
                (0.8 * p.x + 0.3 * p.y + 20.0) / depth,
                (0.9 * p.y - 0.2 * p.x + 7.0) / depth,
            ))
        };
        let seen = seen_again(corners, nose, corners.map(tilted)).unwrap();
        assert!(seen.distance(tilted(nose)) < 1e-3, "{seen:?}");
    }

    #[test]
    fn points_on_a_line_say_nothing() {
        let line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 0.0)].map(point);
        assert!(seen_again(line, point((1.0, 1.0)), line).is_none());
    }
}
