//! Projective mappings of the square from −1 to 1 on itself.

/// Row by row, the last entry 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Homography(pub(crate) [f64; 9]);

impl Homography {
    /// So many times larger, about the middle.
    pub(crate) fn scale(by: f64) -> Self {
        Self([by, 0.0, 0.0, 0.0, by, 0.0, 0.0, 0.0, 1.0])
    }

    /// Eight small numbers that say how far it is from the identity; fewer leave perspective out.
    pub(crate) fn near_identity(steps: &[f64]) -> Self {
        let mut entries = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0];
        for (entry, step) in entries.iter_mut().zip(steps) {
            *entry += step;
        }
        Self(entries)
    }

    pub(crate) fn map(&self, u: f32, v: f32) -> (f32, f32) {
        let [a, b, c, d, e, f, g, h, i] = self.0.map(|entry| entry as f32);
        let depth = g * u + h * v + i;
        ((a * u + b * v + c) / depth, (d * u + e * v + f) / depth)
    }

    /// First `other`, then this.
    pub(crate) fn after(&self, other: &Self) -> Self {
        let product = |at: usize| {
            let (row, column) = (at / 3, at % 3);
            (0..3)
                .map(|k| self.0[3 * row + k] * other.0[3 * k + column])
                .sum()
        };
        Self(std::array::from_fn(product)).normalised()
    }

    /// `None` where it has none.
    pub(crate) fn inverse(&self) -> Option<Self> {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        let adjoint = [
            e * i - f * h,
            c * h - b * i,
            b * f - c * e,
            f * g - d * i,
            a * i - c * g,
            c * d - a * f,
            d * h - e * g,
            b * g - a * h,
            a * e - b * d,
        ];
        let determinant = a * adjoint[0] + b * adjoint[3] + c * adjoint[6];
        (determinant.abs() > 1e-9).then(|| Self(adjoint).normalised())
    }

    /// How many times larger areas become in the middle.
    pub(crate) fn area(&self) -> f64 {
        let [a, b, _, d, e, ..] = self.0;
        a * e - b * d
    }

    pub(crate) fn is_finite(&self) -> bool {
        self.0.iter().all(|entry| entry.is_finite())
    }

    fn normalised(self) -> Self {
        Self(self.0.map(|entry| entry / self.0[8]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_mapped_comes_back_by_the_inverse() {
        let there = Homography::near_identity(&[0.1, -0.05, 0.02, 0.03, -0.1, 0.04, 0.05, -0.08]);
        let back = there.inverse().unwrap();
        let (u, v) = there.map(0.4, -0.7);
        let (u, v) = back.map(u, v);
        assert!((u - 0.4).abs() < 1e-5 && (v + 0.7).abs() < 1e-5);
        let whole = there.after(&back);
        assert!(whole.map(0.3, 0.2).0 - 0.3 < 1e-5);
        assert_eq!(Homography([0.0; 9]).inverse(), None);
    }
}
