//! How far two pictures agree that lie upon each other.

use crate::plane::Plane;

/// Detail between these scales is compared, in pixels: coarse enough for what printing, screens and
/// compression leave, fine enough that pose, light and expression change it.
const FINE: f32 = 1.2;
const COARSE: f32 = 5.0;
/// Side of a window, in pixels.
const WINDOW: usize = 17;
/// The face: an ellipse of these half axes, in shares of half the side.
const FACE: (f32, f32) = (0.85, 0.9);
/// The share of the face that the second picture has to cover.
const COVERED: f32 = 0.4;
/// The share of windows that may agree less.
const EXCEPTIONS: f32 = 0.25;

/// The normalised cross-correlation that all but a quarter of the windows reach. `second` is not a number
/// where it covers nothing.
pub(crate) fn agreement(first: &Plane, second: &Plane) -> Option<f32> {
    let side = first.side;
    let covered: Vec<bool> = second.values.iter().map(|value| !value.is_nan()).collect();
    // Edges that the filters would see are those of both.
    let filled = second.combined(
        first,
        |second, first| {
            if second.is_nan() { first } else { second }
        },
    );
    let (a, b) = (first.band(FINE, COARSE), filled.band(FINE, COARSE));
    let mean = |x: &Plane, y: &Plane| x.combined(y, |x, y| x * y).averaged(WINDOW);
    let (mean_a, mean_b) = (a.averaged(WINDOW), b.averaged(WINDOW));
    let (aa, bb, ab) = (mean(&a, &a), mean(&b, &b), mean(&a, &b));
    let half = (side - 1) as f32 / 2.0;
    let (mut face, mut correlations) = (0usize, Vec::new());
    for (at, covered) in covered.into_iter().enumerate() {
        let u = ((at % side) as f32 - half) / half / FACE.0;
        let v = ((at / side) as f32 - half) / half / FACE.1;
        if u * u + v * v >= 1.0 {
            continue;
        }
        face += 1;
        if covered {
            let (x, y) = (mean_a.values[at], mean_b.values[at]);
            let (xx, yy) = (aa.values[at] - x * x, bb.values[at] - y * y);
            correlations.push((ab.values[at] - x * y) / (xx.max(1e-6) * yy.max(1e-6)).sqrt());
        }
    }
    if (correlations.len() as f32) < COVERED * face as f32 || correlations.is_empty() {
        return None;
    }
    let at = (EXCEPTIONS * (correlations.len() - 1) as f32) as usize;
    let agreement = *correlations.select_nth_unstable_by(at, f32::total_cmp).1;
    Some(agreement.clamp(-1.0, 1.0))
}
