//! Comparing two faces.

use observation::Face;

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

/// How far two faces are in one and the same photograph, -1 to 1. `None` where they can't be compared.
pub(crate) fn likeness(a: &Face, b: &Face) -> Option<f32> {
    let (a, b) = (a.chip.as_ref()?, b.chip.as_ref()?);
    photograph::likeness(&a.0, &b.0)
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
    fn a_photograph_is_itself_and_no_other_of_the_same_person() {
        let one = face(1, 1.0);
        assert!(likeness(&one, &one).unwrap() > 0.99);
        assert!(likeness(&one, &other_photograph(&one)).unwrap() < 0.7);
        let older = Face {
            chip: None,
            ..one.clone()
        };
        assert_eq!(likeness(&one, &older), None);
    }

    #[test]
    fn faces_that_were_kept_with_thumbnails_and_without_quality_still_open() {
        let kept = r#"{"bounds": {"x": 0, "y": 0, "width": 9, "height": 9}, "score": 0.9,
            "landmarks": [{"x": 1, "y": 1}, {"x": 2, "y": 1}, {"x": 1, "y": 2}, {"x": 1, "y": 3},
            {"x": 2, "y": 3}], "embedding": [1.0], "thumbnail": [7]}"#;
        let face: Face = serde_json::from_str(kept).unwrap();
        assert_eq!((face.quality, face.chip), (None, None));
    }
}
