use checks::{Answer, Day, Liveness, Outcome, Policy, Request};
use identity::{
    ChallengeAnswer, DocumentType, FrameMarks, KnownFrames, LivenessLevel, Mode, Timestamp,
};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::{BurstObservation, Camera, DocumentObservation, Face, SelfieObservation};
use serde::Deserialize as _;
use serde_json::{Value, json};
use sessions::Case;
use vision::models::{library, manifest};
use vision::runtime::Runtime;
use vision::{DocumentOptions, Shot, Vision};

/// The pictures of one submission, as files.
pub struct Pictures<F = Vec<u8>> {
    pub front: F,
    pub back: Option<F>,
    /// The best frame first.
    pub selfies: Vec<F>,
    /// Frames of the answer to a challenge, in its order.
    pub film: Vec<F>,
}

/// What the pictures are checked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub mode: Mode,
    pub today: Day,
    pub allowed_types: Vec<DocumentType>,
    pub matching_selfie: bool,
    pub declared_type: Option<DocumentType>,
    pub liveness: LivenessLevel,
    /// Where a challenge was answered.
    pub answer: Option<ChallengeAnswer>,
    /// What the client says about its camera.
    pub virtual_camera: Option<bool>,
    /// Faces on the documents of earlier attempts.
    pub earlier_faces: Vec<Face>,
}

impl Asked {
    pub(crate) fn of(
        case: &Case,
        now: Timestamp,
        liveness: LivenessLevel,
        earlier_faces: Vec<Face>,
    ) -> Self {
        let options = &case.session.options;
        let collected = &case.personal.collected;
        let face = collected.face.as_ref();
        Self {
            mode: case.session.mode,
            today: Day::from_unix(now.0),
            allowed_types: options.allowed_types().to_vec(),
            matching_selfie: options.requires_matching_selfie(),
            declared_type: collected.document_type,
            liveness,
            answer: face.and_then(|face| face.answer.clone()),
            virtual_camera: face.and_then(|face| face.is_virtual_camera),
            earlier_faces,
        }
    }
}

/// What the pictures of a submission show.
pub struct Seen {
    front: DocumentObservation,
    back: Option<DocumentObservation>,
    selfies: Option<Vec<SelfieObservation>>,
    burst: Option<BurstObservation>,
    models: Vec<(String, String)>,
}

/// A decision, and what it was made from.
#[derive(Clone)]
pub struct Verified {
    pub outcome: Outcome,
    pub observations: Value,
}

/// Looks at the pictures of a submission and decides, as if no frame had been seen before.
pub fn verify_pictures(
    vision: &Vision,
    pictures: &Pictures,
    asked: &Asked,
    policy: &Policy,
) -> Verified {
    observe(vision, pictures, asked).decide(asked, KnownFrames::default(), policy)
}

/// Looks at the pictures of a submission. Takes about a second of one core: never on an async thread.
///
/// A picture that cannot be decoded counts as one that shows nothing: the decision then says
/// what to do about it.
pub fn observe(vision: &Vision, pictures: &Pictures, asked: &Asked) -> Seen {
    let observing = Timer::start();
    let front = document(vision, &pictures.front);
    let back = pictures.back.as_deref().map(|file| document(vision, file));
    let selfies = asked
        .matching_selfie
        .then(|| selfies(vision, &pictures.selfies));
    let burst = asked.answer.as_ref().filter(|_| asked.matching_selfie);
    let burst = burst.and_then(|answer| {
        let told = (answer, asked.virtual_camera);
        burst_of(vision, told, &pictures.film)
    });
    observing.record(&VERIFICATION_SECONDS, &["observe"]);
    Seen {
        front,
        back,
        selfies,
        burst,
        models: model_digests(vision.runtime()),
    }
}

impl Seen {
    /// What the frames of the answer to a challenge can be known by when they come again.
    pub fn frames(&self) -> Vec<FrameMarks> {
        let frames = self.burst.iter().flat_map(|burst| &burst.frames);
        let marks = frames.map(|frame| FrameMarks {
            sha256: frame.picture_sha256.clone(),
            perceptual_hash: frame.perceptual_hash.clone(),
        });
        marks.collect()
    }

    /// Decides, given how many of the frames were seen before. Takes some milliseconds, and up to some
    /// hundred where faces have to be compared pixel by pixel.
    pub fn decide(&self, asked: &Asked, known: KnownFrames, policy: &Policy) -> Verified {
        let deciding = Timer::start();
        let answer = self.burst.as_ref().zip(asked.answer.as_ref());
        let request = Request {
            mode: asked.mode,
            today: asked.today,
            allowed_types: &asked.allowed_types,
            front: &self.front,
            back: self.back.as_ref(),
            selfie: self.selfies.as_deref(),
            earlier_faces: &asked.earlier_faces,
            declared_type: asked.declared_type,
            liveness: Some(Liveness {
                level: asked.liveness,
                answer: answer.map(|(burst, answer)| Answer {
                    challenge: &answer.challenge,
                    burst,
                    received: answer.received,
                    known,
                }),
            }),
        };
        let mut outcome = checks::decide(&request, policy);
        deciding.record(&VERIFICATION_SECONDS, &["decide"]);
        outcome.evidence.models.clone_from(&self.models);
        outcome.evidence.code_version = String::from(env!("CARGO_PKG_VERSION"));
        let [mut selfie, mut burst] = [json!(self.selfies), json!(self.burst)];
        // Later selfies are laid upon documents alone.
        remove_chips(&mut selfie);
        remove_chips(&mut burst);
        let observations = json!({
            "front": self.front,
            "back": self.back,
            "selfie": selfie,
            "burst": burst,
        });
        Verified {
            outcome,
            observations,
        }
    }
}

/// What [`Seen::decide`] left of the faces of both sides. Without embeddings, which go first when
/// biometrics are kept for a while only, there is nothing to compare.
pub(super) fn faces_on_documents(observations: &Value) -> Vec<Face> {
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

/// `None` where a frame is no picture: the challenge counts as not answered.
fn burst_of(
    vision: &Vision,
    (answer, virtual_camera): (&ChallengeAnswer, Option<bool>),
    film: &[Vec<u8>],
) -> Option<BurstObservation> {
    let frames = answer.film.frames.iter().zip(film);
    let shots: Vec<Shot> = frames
        .map(|(frame, file)| Shot {
            file,
            step: frame.step,
            at: frame.at,
        })
        .collect();
    let camera = Camera {
        label: answer.film.camera_label.clone(),
        is_virtual_camera: virtual_camera,
    };
    let seen = vision.burst(&shots, &answer.film.steps_shown, camera);
    seen.inspect_err(|error| tracing::info!(%error, "a frame cannot be read"))
        .ok()
}

fn document(vision: &Vision, file: &[u8]) -> DocumentObservation {
    match vision.document(file, DocumentOptions::default()) {
        Ok(seen) => seen.observation,
        Err(error) => {
            tracing::info!(%error, "a document's picture cannot be read");
            DocumentObservation::nothing()
        }
    }
}

/// The frames in which a face is found; where there is none in any, the first frame.
fn selfies(vision: &Vision, files: &[Vec<u8>]) -> Vec<SelfieObservation> {
    let mut without_face = None;
    for file in files {
        match vision.selfie(file) {
            // One good frame decides; further ones are there for when it shows nobody.
            Ok(seen) if !seen.observation.faces.is_empty() => return vec![seen.observation],
            Ok(seen) => without_face = without_face.or(Some(seen.observation)),
            Err(error) => tracing::info!(%error, "a selfie cannot be read"),
        }
    }
    without_face.into_iter().collect()
}

/// Name and SHA-256 of every network that takes part, and of the library that runs them where it is
/// not part of this binary.
fn model_digests(runtime: Runtime) -> Vec<(String, String)> {
    let networks = manifest().models_of(runtime);
    let networks = networks.map(|model| (model.title.clone(), model.sha256.clone()));
    let library = library().filter(|_| runtime == Runtime::OnnxRuntime);
    let library = library.map(|library| (library.title.clone(), library.sha256.clone()));
    networks.chain(library).collect()
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
        let mut burst =
            json!({"frames": [{"faces": [{"score": 1, "chip": "AQID"}, {"chip": "AQ=="}]}]});
        remove_chips(&mut burst);
        assert_eq!(burst, json!({"frames": [{"faces": [{"score": 1}, {}]}]}));
    }
}
