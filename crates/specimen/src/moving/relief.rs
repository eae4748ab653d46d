//! How far a head stands out towards the camera, the origin between the pupils.

use libm::expf;

use crate::canvas::smoothstep;

/// Where the axis is that a head turns about, behind the eyes.
pub(super) const AXIS: f32 = -0.35;
/// How far the eyes stand out.
const EYES: f32 = 1.03;

/// A head and its nose.
#[derive(Clone, Copy)]
pub(super) struct Relief {
    /// How far the nose rises above the face around it.
    pub(super) nose: f32,
    /// Where its tip is below the eyes.
    pub(super) tip: f32,
}

impl Relief {
    /// Of a point of the face, with the eyes at about 0.
    pub(super) fn height(self, x: f32, y: f32) -> f32 {
        let (u, v) = (x / 1.3, (y - 0.4) / 2.35);
        let skull = 1.15 * (1.0 - u * u - v * v).max(0.0).sqrt();
        let ridge = if y < self.tip {
            (y / self.tip).max(0.0)
        } else {
            smoothstep(self.tip + 0.24, self.tip, y)
        };
        let across = x / 0.17;
        skull + self.nose * ridge * expf(-across * across) - EYES
    }
}

#[cfg(test)]
mod tests {
    use super::Relief;

    #[test]
    fn the_nose_stands_out_and_eyes_and_mouth_are_level() {
        let relief = Relief {
            nose: 0.28,
            tip: 0.64,
        };
        let (eye, mouth) = (relief.height(0.5, 0.0), relief.height(0.38, 1.05));
        let nose = relief.height(0.0, 0.64);
        assert!((eye - mouth).abs() < 0.1, "{eye} {mouth}");
        assert!((0.3..0.5).contains(&(nose - eye)), "{nose} {eye}");
    }
}
