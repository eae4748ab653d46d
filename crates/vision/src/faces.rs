//! Faces: where they are, and who they are.

mod align;
mod candidates;
mod closer;
mod detect;
mod detection;
mod embed;
mod look;
pub(crate) mod published;
mod quality;
mod turned;

pub(crate) use detect::Detector;
pub(crate) use detection::Detection;
pub(crate) use embed::{Embedder, Look};

/// Cosine similarity of two embeddings, −1 to 1; 0 where the lengths differ.
pub fn similarity(a: &[f32], b: &[f32]) -> f32 {
    if a.len() != b.len() {
        return 0.0;
    }
    let dot = |a: &[f32], b: &[f32]| {
        a.iter()
            .zip(b)
            .map(|(x, y)| f64::from(*x) * f64::from(*y))
            .sum::<f64>()
    };
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    if lengths > 0.0 {
        (dot(a, b) / lengths) as f32
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_the_cosine() {
        assert!((similarity(&[1.0, 0.0], &[3.0, 3.0]) - 0.5f32.sqrt()).abs() < 1e-6);
        assert_eq!(similarity(&[0.0, 0.0], &[1.0, 0.0]), 0.0);
        assert_eq!(similarity(&[1.0], &[1.0, 0.0]), 0.0);
    }
}
