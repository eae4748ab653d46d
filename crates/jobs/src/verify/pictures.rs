use checks::{Answer, Day, Liveness, Outcome, Policy, Request};
use identity::{ChallengeAnswer, DocumentType, LivenessLevel, Mode, Timestamp};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::{BurstObservation, Camera, DocumentObservation, SelfieObservation};
use serde_json::{Value, json};
use sessions::Case;
use vision::models::{library, manifest};
use vision::runtime::Runtime;
use vision::{DocumentOptions, Shot, Vision};

/// The pictures of one submission, as files.
pub struct Pictures {
    pub front: Vec<u8>,
    pub back: Option<Vec<u8>>,
    /// The best frame first.
    pub selfies: Vec<Vec<u8>>,
    /// Frames of the answer to a challenge, in its order.
    pub film: Vec<Vec<u8>>,
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
    /// SHA-256, hex, of the frames of earlier answers.
    pub known_frames: Vec<String>,
}

impl Asked {
    pub(crate) fn of(case: &Case, now: Timestamp, liveness: LivenessLevel) -> Self {
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
            known_frames: collected.known_frames.clone(),
        }
    }
}

/// A decision, and what it was made from.
pub struct Verified {
    pub outcome: Outcome,
    pub observations: Value,
    /// SHA-256, hex, of the frames of the answer to a challenge.
    pub frames: Vec<String>,
}

/// Looks at the pictures of a submission and decides. Takes about a second of one core: never on
/// an async thread.
///
/// A picture that cannot be decoded counts as one that shows nothing: the decision then says
/// what to do about it.
pub fn verify_pictures(
    vision: &Vision,
    pictures: &Pictures,
    asked: &Asked,
    policy: &Policy,
) -> Verified {
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
    let deciding = Timer::start();
    let request = Request {
        mode: asked.mode,
        today: asked.today,
        allowed_types: &asked.allowed_types,
        front: &front,
        back: back.as_ref(),
        selfie: selfies.as_deref(),
        declared_type: asked.declared_type,
        liveness: Some(Liveness {
            level: asked.liveness,
            answer: burst
                .as_ref()
                .zip(asked.answer.as_ref())
                .map(|(burst, answer)| Answer {
                    challenge: &answer.challenge,
                    burst,
                    received: answer.received,
                    known_frames: &asked.known_frames,
                }),
        }),
    };
    let mut outcome = checks::decide(&request, policy);
    deciding.record(&VERIFICATION_SECONDS, &["decide"]);
    outcome.evidence.models = model_digests(vision.runtime());
    outcome.evidence.code_version = String::from(env!("CARGO_PKG_VERSION"));
    let observations = json!({ "front": front, "back": back, "selfie": selfies, "burst": burst });
    let frames = burst.iter().flat_map(|burst| &burst.frames);
    let frames = frames.map(|frame| frame.picture_sha256.clone()).collect();
    Verified {
        outcome,
        observations,
        frames,
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
