use checks::{Answer, Liveness, Outcome, Policy, Request};
use identity::{ChallengeAnswer, FrameDigests, KnownFrames};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::{Camera, DocumentObservation, Face, RecordingObservation, SelfieObservation};
use serde::Deserialize as _;
use serde_json::{Value, json};
use store::ObservationKind;
use vision::{FrameFile, PictureError};

use crate::{Observer, Pictures, VerificationRequest};

/// What the pictures of a submission show.
pub struct Seen {
    pub(crate) front: DocumentObservation,
    pub(crate) back: Option<DocumentObservation>,
    pub(crate) selfies: Option<Vec<SelfieObservation>>,
    pub(crate) recording: Option<RecordingObservation>,
    /// Name and SHA-256 of every network that takes part in seeing.
    pub(crate) models: Vec<(String, String)>,
}

/// A decision, and what it was made from.
#[derive(Clone)]
pub struct Verified {
    pub outcome: Outcome,
    /// Name and SHA-256 of every network that took part.
    pub models: Vec<(String, String)>,
    pub observations: Value,
}

impl Seen {
    /// What the frames of the answer to a challenge can be known by when they come again.
    pub fn frames(&self) -> Vec<FrameDigests> {
        let frames = self
            .recording
            .iter()
            .flat_map(|recording| &recording.frames);
        let marks = frames.map(|frame| FrameDigests {
            sha256: frame.picture_sha256.clone(),
            perceptual_hash: frame.perceptual_hash.clone(),
        });
        marks.collect()
    }

    /// Decides, given how many of the frames were seen before. Takes some milliseconds, and up to some
    /// hundred where faces have to be compared pixel by pixel.
    pub fn decide(
        &self,
        request: &VerificationRequest,
        known: KnownFrames,
        policy: &Policy,
    ) -> Verified {
        let deciding = Timer::start();
        let answer = self.recording.as_ref().zip(request.answer.as_ref());
        let given = Request {
            mode: request.mode,
            today: request.today,
            allowed_types: &request.allowed_types,
            front: &self.front,
            back: self.back.as_ref(),
            selfie: self.selfies.as_deref(),
            earlier_faces: &request.earlier_faces,
            declared_type: request.declared_type,
            liveness: Some(Liveness {
                level: request.liveness,
                answer: answer.map(|(recording, answer)| Answer {
                    challenge: &answer.challenge,
                    recording,
                    received: answer.received,
                    known,
                }),
            }),
        };
        let outcome = checks::decide(&given, policy);
        deciding.record(&VERIFICATION_SECONDS, &["decide"]);
        let [mut selfie, mut recording] = [json!(self.selfies), json!(self.recording)];
        // Later selfies are laid upon documents alone.
        remove_chips(&mut selfie);
        remove_chips(&mut recording);
        let observations = json!({
            "front": self.front,
            "back": self.back,
            "selfie": selfie,
            "burst": recording,
        });
        Verified {
            outcome,
            models: self.models.clone(),
            observations,
        }
    }
}

/// What [`Seen::decide`] left of the faces of both sides. Without embeddings, which go first when
/// biometrics are kept for a while only, there is nothing to compare.
pub(crate) fn faces_on_documents(observations: &Value) -> Vec<Face> {
    let sides = ["front", "back"].iter();
    let faces = sides.flat_map(|side| observations[side]["faces"].as_array().into_iter().flatten());
    faces
        .filter_map(|face| Face::deserialize(face).ok())
        .collect()
}

/// Takes small pictures of faces out of what is kept.
fn remove_chips(observation: &mut Value) {
    match observation {
        Value::Object(members) => {
            members.remove("chip");
            members.values_mut().for_each(remove_chips);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_chips),
        _ => {}
    }
}

/// A picture that cannot be read shows nothing.
pub(crate) fn document_or_nothing(
    seen: Result<DocumentObservation, PictureError>,
) -> DocumentObservation {
    seen.unwrap_or_else(|error| {
        tracing::info!(%error, "a document's picture cannot be read");
        DocumentObservation::nothing()
    })
}

/// The frames in which a face is found; where there is none in any, the first frame.
#[derive(Default)]
pub(crate) struct Selfies {
    with_face: Option<SelfieObservation>,
    without_face: Option<SelfieObservation>,
}

impl Selfies {
    /// Whether this one decides: one good frame is enough, further ones are there for when it shows nobody.
    pub(crate) fn decides(&mut self, seen: Result<SelfieObservation, PictureError>) -> bool {
        match seen {
            Ok(seen) if !seen.faces.is_empty() => self.with_face = Some(seen),
            Ok(seen) if self.without_face.is_none() => self.without_face = Some(seen),
            Ok(_) => {}
            Err(error) => tracing::info!(%error, "a selfie cannot be read"),
        }
        self.with_face.is_some()
    }

    pub(crate) fn taken(self) -> Vec<SelfieObservation> {
        self.with_face.or(self.without_face).into_iter().collect()
    }
}

/// What the client says about the camera of a challenge.
pub(crate) fn camera(answer: &ChallengeAnswer, request: &VerificationRequest) -> Camera {
    Camera {
        label: answer.recording.camera_label.clone(),
        is_virtual_camera: request.virtual_camera,
    }
}

impl Observer {
    /// Looks at pictures that are nobody's and decides, for commands. Takes about a second of one core, and blocks.
    pub fn verify(
        &self,
        pictures: &Pictures,
        request: &VerificationRequest,
        policy: &Policy,
    ) -> Verified {
        let networks = self.networks.as_ref();
        let document = |file: &[u8]| {
            let look = || networks.document(file);
            document_or_nothing(self.command(ObservationKind::Document, look))
        };
        let front = document(&pictures.front);
        let back = pictures.back.as_deref().map(document);
        let selfies = request.matching_selfie.then(|| {
            let mut selfies = Selfies::default();
            for file in &pictures.selfies {
                let look = || networks.selfie(file);
                if selfies.decides(self.command(ObservationKind::Selfie, look)) {
                    break;
                }
            }
            selfies.taken()
        });
        let recording = request.judged_answer().and_then(|answer| {
            let frames = answer.recording.frames.iter().zip(&pictures.recording);
            let frame_files: Vec<FrameFile> = frames
                .map(|(frame, file)| FrameFile {
                    file,
                    step: frame.step,
                    at: frame.at,
                })
                .collect();
            let look = || {
                networks.recording(
                    &frame_files,
                    &answer.recording.steps_shown,
                    camera(answer, request),
                )
            };
            self.command(ObservationKind::Frame, look).ok()
        });
        let seen = Seen {
            front,
            back,
            selfies,
            recording,
            models: networks.models(),
        };
        seen.decide(request, KnownFrames::default(), policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_of_both_sides_are_taken_from_a_report_as_long_as_they_can_be_compared() {
        let face = |embedding: Value| {
            json!({
                "bounds": {"x": 1, "y": 2, "width": 3, "height": 4},
                "score": 0.9,
                "landmarks": vec![json!({"x": 1, "y": 1}); 5],
                "embedding": embedding,
                "chip": "AQID",
            })
        };
        let mut without = face(json!([]));
        without.as_object_mut().unwrap().remove("embedding");
        let observations = json!({
            "front": {"faces": [face(json!([1.0])), without]},
            "back": {"faces": [face(json!([2.0]))]},
            "selfie": [{"faces": [face(json!([3.0]))]}],
        });
        let faces = faces_on_documents(&observations);
        let embeddings: Vec<_> = faces.iter().map(|face| face.embedding.clone()).collect();
        assert_eq!(embeddings, [[1.0], [2.0]]);
        assert!(faces.iter().all(|face| face.chip.is_some()));
        assert!(faces_on_documents(&json!({"front": null})).is_empty());
    }

    #[test]
    fn small_pictures_of_faces_go_wherever_they_are() {
        let mut recording =
            json!({"frames": [{"faces": [{"score": 1, "chip": "AQID"}, {"chip": "AQ=="}]}]});
        remove_chips(&mut recording);
        assert_eq!(
            recording,
            json!({"frames": [{"faces": [{"score": 1}, {}]}]})
        );
    }
}
