use identity::{
    Challenge, DocumentReport, DocumentType, Finding, KnownFrames, LivenessLevel, Mode,
    SelfieReport, Timestamp, Verdict, VerifiedOutputs,
};
use observation::{DocumentObservation, Face, RecordingObservation, SelfieObservation};
use serde::Serialize;

use crate::Day;

/// What was asked, and what was seen.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// Test mode takes specimens and virtual cameras.
    pub mode: Mode,
    /// The day in UTC.
    pub today: Day,
    /// In the caller's order, in which a refusal names them.
    pub allowed_types: &'a [DocumentType],
    /// The side with the photo, or the only one.
    pub front: &'a DocumentObservation,
    /// `None` where it wasn't asked for or not handed in.
    pub back: Option<&'a DocumentObservation>,
    /// Where a matching selfie is required or given; the best frame first.
    pub selfie: Option<&'a [SelfieObservation]>,
    /// Faces on the documents of earlier attempts.
    pub earlier_faces: &'a [Face],
    /// What the person said the document is.
    pub declared_type: Option<DocumentType>,
    /// Judged beside a selfie; without one, nothing is looked at.
    pub liveness: Option<Liveness<'a>>,
}

/// What was asked for against presentation attacks.
#[derive(Clone, Copy, Debug)]
pub struct Liveness<'a> {
    /// What the session asks for; findings are made accordingly.
    pub level: LivenessLevel,
    /// Where a challenge was answered.
    pub answer: Option<Answer<'a>>,
}

/// A challenge and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// As the server drew it.
    pub challenge: &'a Challenge,
    /// What its frames show.
    pub recording: &'a RecordingObservation,
    /// When the last frame had arrived.
    pub received: Timestamp,
    /// Frames that were sent in earlier attempts.
    pub known: KnownFrames,
}

/// What the checks came to. Identifiers of files and models are the caller's to fill in.
#[derive(Clone)]
pub struct Outcome {
    /// Failed with the error that goes first, `Verified` where there is none.
    pub verdict: Verdict,
    /// Without its files, which the caller copies and names.
    pub document: DocumentReport,
    /// Where the request has a selfie, also when the document failed.
    pub selfie: Option<SelfieReport>,
    /// Where the verdict is `Verified`.
    pub verified_outputs: Option<VerifiedOutputs>,
    /// What the report keeps of the reasons.
    pub evidence: Grounds,
}

/// What a decision rests on, as far as it is made here.
#[derive(Clone, Default, PartialEq, Serialize)]
pub struct Grounds {
    /// In the order of the checks, passed ones included.
    pub findings: Vec<Finding>,
    /// SHA-256 of the decision table and thresholds.
    pub policy: String,
    /// What was done against presentation attacks; see [`identity::Evidence::liveness`].
    pub liveness: String,
}

/// A side of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The side with the photo; of a passport the page that has it.
    Front,
    /// The other side of a card.
    Back,
}

impl Side {
    /// `front` or `back`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
        }
    }
}
