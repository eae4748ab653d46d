use checks::{Day, Outcome, Policy, Request};
use identity::{DocumentType, Mode, Timestamp};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::{DocumentObservation, Quality, SelfieObservation};
use serde_json::{Value, json};
use sessions::Case;
use vision::{DocumentOptions, Vision};

/// The pictures of one submission, as files.
pub struct Pictures {
    pub front: Vec<u8>,
    pub back: Option<Vec<u8>>,
    /// The best frame first.
    pub selfies: Vec<Vec<u8>>,
}

/// What the pictures are checked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub mode: Mode,
    pub today: Day,
    pub allowed_types: Vec<DocumentType>,
    pub matching_selfie: bool,
    pub declared_type: Option<DocumentType>,
}

impl Asked {
    pub(crate) fn of(case: &Case, now: Timestamp) -> Self {
        let options = &case.session.options;
        Self {
            mode: case.session.mode,
            today: Day::from_unix(now.0),
            allowed_types: options.allowed_types().to_vec(),
            matching_selfie: options.requires_matching_selfie(),
            declared_type: case.personal.collected.document_type,
        }
    }
}

/// A decision, and what it was made from.
pub struct Verified {
    pub outcome: Outcome,
    pub observations: Value,
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
    };
    let mut outcome = checks::decide(&request, policy);
    deciding.record(&VERIFICATION_SECONDS, &["decide"]);
    outcome.evidence.models = model_digests();
    outcome.evidence.code_version = String::from(env!("CARGO_PKG_VERSION"));
    let observations = json!({ "front": front, "back": back, "selfie": selfies });
    Verified {
        outcome,
        observations,
    }
}

fn document(vision: &Vision, file: &[u8]) -> DocumentObservation {
    match vision.document(file, DocumentOptions::default()) {
        Ok(seen) => seen.observation,
        Err(error) => {
            tracing::info!(%error, "a document's picture cannot be read");
            nothing_to_see()
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

fn nothing_to_see() -> DocumentObservation {
    DocumentObservation {
        width: 0,
        height: 0,
        rotation: 0,
        picture_sha256: String::new(),
        lines: Vec::new(),
        mrz: None,
        barcodes: Vec::new(),
        faces: Vec::new(),
        quality: Quality {
            sharpness: 0.0,
            brightness: 0.0,
            glare: 0.0,
            long_side: 0,
        },
        authenticity: Vec::new(),
        outline: None,
        document_quality: None,
        other_outlines: Vec::new(),
        other_zones: Vec::new(),
    }
}

/// Name and SHA-256 of every network that takes part.
fn model_digests() -> Vec<(String, String)> {
    let models = &vision::models::manifest().models;
    models
        .iter()
        .map(|model| (model.title.clone(), model.sha256.clone()))
        .collect()
}
