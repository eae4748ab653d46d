use checks::Day;
use identity::{ChallengeAnswer, DocumentType, LivenessLevel, Mode, Timestamp};
use observation::Face;
use sessions::OpenedSession;

/// What the pictures are checked for.
#[derive(Clone, Debug)]
pub struct VerificationRequest {
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

impl VerificationRequest {
    pub(crate) fn of(
        opened: &OpenedSession,
        now: Timestamp,
        liveness: LivenessLevel,
        earlier_faces: Vec<Face>,
    ) -> Self {
        let options = &opened.session.options;
        let collected = &opened.personal.collected;
        let face = collected.face.as_ref();
        Self {
            mode: opened.session.mode,
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

    /// The answer to a challenge, where there is a selfie to judge it beside.
    pub(crate) fn judged_answer(&self) -> Option<&ChallengeAnswer> {
        self.answer.as_ref().filter(|_| self.matching_selfie)
    }
}
