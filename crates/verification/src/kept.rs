//! What is kept of a look: JSON, sealed.

use observation::{DocumentObservation, RecordingFrame, SelfieObservation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::ObservationKind;
use vision::PictureError;
use zeroize::Zeroizing;

use crate::Networks;

/// What is seen in one file.
pub trait Observed: Serialize + DeserializeOwned + PartialEq + Send + 'static {
    const KIND: ObservationKind;
}

/// What is seen in one file whatever else there is.
pub trait Observable: Observed {
    fn observe(networks: &dyn Networks, file: &[u8]) -> Result<Self, PictureError>;
}

impl Observed for DocumentObservation {
    const KIND: ObservationKind = ObservationKind::Document;
}

impl Observable for DocumentObservation {
    fn observe(networks: &dyn Networks, file: &[u8]) -> Result<Self, PictureError> {
        networks.document(file)
    }
}

impl Observed for SelfieObservation {
    const KIND: ObservationKind = ObservationKind::Selfie;
}

impl Observable for SelfieObservation {
    fn observe(networks: &dyn Networks, file: &[u8]) -> Result<Self, PictureError> {
        networks.selfie(file)
    }
}

impl Observed for RecordingFrame {
    const KIND: ObservationKind = ObservationKind::Frame;
}

/// What to keep. `None` where it would not come back exactly as it is: a decision that is made from what was kept
/// has to be the one that would have been made at once.
pub(crate) fn written<T: Observed>(seen: &T) -> Option<Zeroizing<Vec<u8>>> {
    let text = Zeroizing::new(serde_json::to_vec(seen).ok()?);
    (read::<T>(&text).as_ref() == Some(seen)).then_some(text)
}

/// What was kept. `None` where this version does not understand it.
pub(crate) fn read<T: Observed>(text: &[u8]) -> Option<T> {
    serde_json::from_slice(text).ok()
}

#[cfg(test)]
mod tests {
    use observation::Point;
    use proptest::prelude::*;

    use super::*;
    use crate::tests::{document, selfie};

    #[test]
    fn numbers_that_json_has_not_are_not_kept() {
        let mut seen = document(1);
        assert!(written(&seen).is_some());
        seen.quality.glare = f32::NAN;
        assert!(written(&seen).is_none());
        assert!(read::<DocumentObservation>(b"{}").is_none());
    }

    proptest! {
        /// Every number comes back to the last bit.
        #[test]
        fn what_was_seen_comes_back_as_it_was(
            numbers in prop::collection::vec(any::<f32>().prop_filter("finite", |n| n.is_finite()), 16),
            ordinary in prop::collection::vec(-1.0_f32..1.0, 128),
        ) {
            let mut seen = selfie(1);
            let face = &mut seen.faces[0];
            face.score = numbers[0];
            face.landmarks = [1, 3, 5, 7, 9].map(|at| Point { x: numbers[at], y: numbers[at + 1] });
            face.embedding = ordinary;
            let text = written(&seen).expect("it comes back");
            let again: SelfieObservation = read(&text).unwrap();
            let bits = |seen: &SelfieObservation| {
                let face = &seen.faces[0];
                let points = face.landmarks.iter().flat_map(|point| [point.x, point.y]);
                let all = face.embedding.iter().copied().chain(points).chain([face.score]);
                all.map(f32::to_bits).collect::<Vec<_>>()
            };
            prop_assert_eq!(bits(&again), bits(&seen));
        }
    }
}
