//! By what a picture is seen. Whoever has other networks, other code or another form of observations looks again.

use identity::ChallengeFrame;
use sha2::{Digest as _, Sha256};
use store::ObservationKind;

use crate::Networks;

/// Of the form of observations, and of what their values mean. To be counted up whenever the same picture and the
/// same networks no longer give the same within one version of the program.
const FORMAT: u32 = 3;

pub(crate) type Fingerprint = [u8; 32];

/// The means of this process.
pub(crate) struct Fingerprints(Sha256);

impl Fingerprints {
    pub(crate) fn of(networks: &dyn Networks) -> Self {
        Self::with(networks, FORMAT, env!("CARGO_PKG_VERSION"))
    }

    fn with(networks: &dyn Networks, format: u32, version: &str) -> Self {
        let mut means = Sha256::new();
        means.update(format.to_be_bytes());
        add(&mut means, version);
        for (name, sha256) in networks.models() {
            add(&mut means, &name);
            add(&mut means, &sha256);
        }
        add(&mut means, &networks.own_model().unwrap_or_default());
        Self(means)
    }

    pub(crate) fn picture(&self, kind: ObservationKind) -> Fingerprint {
        let mut means = self.0.clone();
        add(&mut means, kind.as_str());
        means.finalize().into()
    }

    /// A frame is compared with those before it, and described where it ends its step: it is seen so as one of
    /// these, at this place.
    pub(crate) fn frame(&self, recording: &[ChallengeFrame], place: usize) -> Fingerprint {
        let mut means = self.0.clone();
        add(&mut means, ObservationKind::Frame.as_str());
        means.update((place as u64).to_be_bytes());
        for frame in recording {
            add(&mut means, frame.image.as_str());
            means.update((frame.step as u64).to_be_bytes());
            means.update(frame.at.to_be_bytes());
        }
        means.finalize().into()
    }
}

/// With its length before it, so that no two lists of texts give the same bytes.
fn add(means: &mut Sha256, text: &str) {
    means.update((text.len() as u64).to_be_bytes());
    means.update(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use identity::FileId;

    use super::*;
    use crate::tests::Scripted;

    fn recording(ids: &[&str]) -> Vec<ChallengeFrame> {
        let frame = |id: &&str| ChallengeFrame {
            image: FileId::from_stored((*id).to_owned()),
            step: 0,
            at: 0,
        };
        ids.iter().map(frame).collect()
    }

    #[test]
    fn whatever_takes_part_in_seeing_makes_another() {
        let networks = Scripted::default();
        let other = Scripted::with_model("other");
        let own = Scripted::with_own_model("own");
        let of = Fingerprints::with;
        let document = |means: Fingerprints| means.picture(ObservationKind::Document);
        let first = document(of(&networks, 1, "1.0"));
        assert_eq!(first, document(of(&networks, 1, "1.0")));
        let others = [
            document(of(&networks, 2, "1.0")),
            document(of(&networks, 1, "1.1")),
            document(of(&other, 1, "1.0")),
            document(of(&own, 1, "1.0")),
            of(&networks, 1, "1.0").picture(ObservationKind::Selfie),
        ];
        for other in others {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_frame_is_one_of_its_recording() {
        let means = Fingerprints::of(&Scripted::default());
        let whole = recording(&["file_a", "file_b"]);
        let first = means.frame(&whole, 0);
        assert_eq!(first, means.frame(&recording(&["file_a", "file_b"]), 0));
        let mut later = recording(&["file_a", "file_b"]);
        later[1].at = 1;
        let mut in_another_step = recording(&["file_a", "file_b"]);
        in_another_step[1].step = 1;
        for (recording, place) in [
            (whole, 1),
            (recording(&["file_a"]), 0),
            (recording(&["file_b", "file_a"]), 0),
            (later, 0),
            (in_another_step, 0),
        ] {
            assert_ne!(first, means.frame(&recording, place));
        }
    }
}
