//! Whether two pictures of a face are one photograph.
//!
//! A copy of a photograph, cropped, mirrored, held askew, lit from one side, printed or shown by a screen, is
//! still that photograph: a plane that a homography lays upon the other, on which the same hairs and creases
//! lie in the same places. Two photographs of one person differ in pose, expression and light, which no
//! homography undoes. So both are laid upon each other first, and only then compared, window by window, by
//! what light and gamma leave as it is.
//!
//! Pictures are square, in grey, cut around landmarks of the face: what is left between two is some pixels
//! of shift, some percent of scale, and perspective.

mod agreement;
mod homography;
mod plane;
mod register;

use plane::Plane;

/// The least side of a picture that says anything, in pixels; sides are multiples of 4.
const LEAST_SIDE: usize = 32;

/// How far two pictures are the same photograph, −1 to 1: the correlation that three quarters of the windows
/// of the face reach once one picture lies upon the other, be it mirrored. `None` where they can't be
/// compared: they are no squares of one size, or without contrast.
pub fn likeness(a: &[u8], b: &[u8]) -> Option<f32> {
    let side = a.len().isqrt();
    if side * side != a.len() || a.len() != b.len() || side < LEAST_SIDE || !side.is_multiple_of(4)
    {
        return None;
    }
    let (a, b) = (Plane::of(a, side), Plane::of(b, side));
    if a.is_flat() || b.is_flat() {
        return None;
    }
    let laid = register::register(&a, &b);
    let agreements = laid
        .iter()
        .filter_map(|laid| agreement::agreement(&a, laid));
    agreements.max_by(f32::total_cmp)
}

#[cfg(test)]
mod tests;
