//! Comparing two faces.

use observation::{Face, THUMBNAIL_SIDE};

/// Cosine of the identity vectors, -1 to 1; `None` where they can't be compared.
pub(crate) fn cosine(a: &Face, b: &Face) -> Option<f32> {
    if a.embedding.is_empty() || a.embedding.len() != b.embedding.len() {
        return None;
    }
    let dot = |a: &[f32], b: &[f32]| {
        a.iter()
            .zip(b)
            .map(|(x, y)| f64::from(*x) * f64::from(*y))
            .sum::<f64>()
    };
    let (a, b) = (&a.embedding, &b.embedding);
    let cosine = dot(a, b) / (dot(a, a) * dot(b, b)).sqrt();
    cosine.is_finite().then_some(cosine as f32)
}

/// Normalised cross-correlation of the thumbnails, -1 to 1: brightness and contrast make no
/// difference. `None` where they can't be compared.
pub(crate) fn correlation(a: &Face, b: &Face) -> Option<f32> {
    let expected = THUMBNAIL_SIDE * THUMBNAIL_SIDE;
    if a.thumbnail.len() != expected || b.thumbnail.len() != expected {
        return None;
    }
    let centred = |pixels: &[u8]| -> Vec<f64> {
        let mean = pixels.iter().map(|&p| f64::from(p)).sum::<f64>() / pixels.len() as f64;
        pixels.iter().map(|&p| f64::from(p) - mean).collect()
    };
    let (a, b) = (centred(&a.thumbnail), centred(&b.thumbnail));
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let correlation = dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt();
    correlation.is_finite().then_some(correlation as f32)
}
