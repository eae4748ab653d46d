//! Pictures that show more than one document.

use observation::DocumentObservation;

use crate::face::cosine;
use crate::policy::Thresholds;

/// Score from which on what the detector found is certainly a face.
const SURE_FACE: f32 = 0.8;

/// The proven number of the document whose zone was read, and of another one in the same picture.
pub(crate) fn second_number(seen: &DocumentObservation) -> Option<String> {
    let number = |lines: &[String]| {
        let mrz = mrz::parse(lines).ok()?;
        let number = mrz.fields.document_number;
        (mrz.checks.document_number && !number.is_empty()).then_some(number)
    };
    let first = seen.mrz.as_ref().and_then(|mrz| number(&mrz.lines));
    seen.other_mrzs
        .iter()
        .filter_map(|mrz| number(&mrz.lines))
        .find(|second| Some(second) != first.as_ref())
}

/// Whether a picture seems to show more than one document, or both sides of one.
pub(crate) fn shows_several(seen: &DocumentObservation, thresholds: &Thresholds) -> bool {
    !seen.other_outlines.is_empty()
        || second_number(seen).is_some()
        || has_two_portraits(seen, thresholds)
}

/// Two large portraits of different people. A second portrait of the holder is smaller, or alike.
fn has_two_portraits(seen: &DocumentObservation, thresholds: &Thresholds) -> bool {
    let mut faces: Vec<_> = seen
        .faces
        .iter()
        .filter(|face| face.score >= SURE_FACE)
        .collect();
    faces.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
    let [first, second, ..] = faces.as_slice() else {
        return false;
    };
    second.bounds.area() >= thresholds.second_face * first.bounds.area()
        && cosine(first, second).is_some_and(|cosine| cosine < thresholds.face_match())
}

#[cfg(test)]
mod tests {
    use observation::Outline;

    use super::*;
    use crate::Policy;
    use crate::samples::{Sample, face, quad};

    fn several(seen: &DocumentObservation) -> bool {
        shows_several(seen, &Policy::shipped().thresholds)
    }

    #[test]
    fn one_document_is_not_several() {
        let mut passport = Sample::passport().whole();
        assert!(!several(&passport));
        // The same zone again, a small portrait of somebody, and the holder's a second time.
        passport.other_mrzs = passport.mrz.clone().into_iter().collect();
        passport.faces = vec![face(1, 300.0), face(2, 90.0), face(1, 280.0)];
        assert!(!several(&passport));
    }

    #[test]
    fn a_second_zone_outline_or_portrait_is_another_document() {
        let mut other = Sample::passport();
        other.mrz.document_number = "Q11223344".to_owned();
        let mut mrzs = Sample::passport().whole();
        mrzs.other_mrzs = other.whole().mrz.into_iter().collect();
        assert_eq!(second_number(&mrzs).as_deref(), Some("Q11223344"));
        let mut outlines = Sample::passport().whole();
        outlines.other_outlines = vec![Outline {
            corners: quad(10.0, 10.0, 300.0, 200.0),
            confidence: 0.9,
        }];
        let mut portraits = Sample::passport().whole();
        portraits.faces = vec![face(1, 300.0), face(2, 280.0)];
        for picture in [mrzs, outlines, portraits] {
            assert!(several(&picture));
        }
    }
}
