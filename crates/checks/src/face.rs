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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{face, other_photograph};

    #[test]
    fn cosines() {
        let (one, other) = (face(1, 1.0), face(2, 1.0));
        assert_eq!(cosine(&one, &one), Some(1.0));
        assert_eq!(cosine(&one, &other), Some(0.0));
        let mut broken = face(1, 1.0);
        broken.embedding[0] = f32::NAN;
        assert_eq!(cosine(&one, &broken), None);
        broken.embedding.clear();
        assert_eq!(cosine(&broken, &broken), None);
        broken.embedding = vec![0.0; 8];
        assert_eq!(cosine(&one, &broken), None);
    }

    #[test]
    fn light_makes_no_difference_to_the_same_photograph() {
        let one = face(1, 1.0);
        let mut darker = one.clone();
        darker
            .thumbnail
            .iter_mut()
            .for_each(|pixel| *pixel = *pixel / 2 + 10);
        assert!(correlation(&one, &darker).unwrap() > 0.99);
        assert!(correlation(&one, &other_photograph(&one)).unwrap() < 0.5);
        darker.thumbnail.fill(9);
        assert_eq!(correlation(&one, &darker), None);
        darker.thumbnail.pop();
        assert_eq!(correlation(&one, &darker), None);
    }

    #[test]
    fn faces_that_were_kept_before_their_quality_was_measured_still_open() {
        let kept = r#"{"bounds": {"x": 0, "y": 0, "width": 9, "height": 9}, "score": 0.9,
            "landmarks": [{"x": 1, "y": 1}, {"x": 2, "y": 1}, {"x": 1, "y": 2}, {"x": 1, "y": 3},
            {"x": 2, "y": 3}], "embedding": [1.0], "thumbnail": [7]}"#;
        let face: Face = serde_json::from_str(kept).unwrap();
        assert_eq!(face.quality, None);
    }
}
