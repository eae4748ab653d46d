use identity::{Finding, FindingCode, Reason};
use observation::{Face, SelfieObservation};

use super::{CheckInput, selfie_face::by_size};
use crate::face::{cosine, likeness};
use crate::finding::{FindingExt, failed, passed};

const CODE: FindingCode = FindingCode::SelfieIsNotTheDocumentPicture;

/// Pairs of faces that are compared pixel by pixel, which takes some milliseconds each.
const MOST_COMPARED: usize = 12;

/// Whether the selfie was taken of the person: not the document's picture, and not a photograph that a
/// document has, of this attempt or an earlier one, however it was cut out, mirrored, held, lit, printed or
/// shown. Other photographs of a person differ in light, pose and expression; copies and prints of one
/// photograph don't.
pub(super) fn check(case: &CheckInput, frames: &[SelfieObservation]) -> Finding {
    let same_file = |frame: &SelfieObservation| {
        !frame.picture_sha256.is_empty()
            && case
                .document
                .sides
                .iter()
                .any(|(_, side)| side.picture_sha256 == frame.picture_sha256)
    };
    if frames.iter().any(same_file) {
        return failed(
            CODE,
            "The selfie is the file of the document's picture.",
            Reason::SelfieCopied,
        );
    }
    let limit = case.policy.thresholds.same_photograph;
    let most_alike = matching(case, frames)
        .into_iter()
        .filter_map(|(photo, face)| Some((likeness(photo, face)?, face)))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let Some((likeness, face)) = most_alike else {
        return passed(
            CODE,
            "The documents have no photo that the selfie could be.",
        );
    };
    let finding = if likeness >= limit {
        failed(
            CODE,
            "The selfie is the same photograph as the document's.",
            Reason::SelfieCopied,
        )
    } else {
        passed(CODE, "Selfie and document have different photographs.")
    };
    finding.scored(likeness, limit).at("selfie", face.bounds)
}

/// The largest face of every picture that was sent of the person, frames of a challenge among them.
fn sent<'a>(
    case: &CheckInput<'a>,
    frames: &'a [SelfieObservation],
) -> impl Iterator<Item = &'a Face> {
    let selfies = frames
        .iter()
        .filter_map(|frame| by_size(frame).first().copied());
    let answer = case.request.liveness.and_then(|liveness| liveness.answer);
    let recording = answer
        .into_iter()
        .flat_map(|answer| &answer.recording.frames);
    selfies.chain(recording.filter_map(|frame| frame.faces.first()))
}

/// Every face on a document of this attempt and of those before.
fn on_documents<'a>(case: &CheckInput<'a>) -> impl Iterator<Item = &'a Face> {
    let sides = case.document.sides.iter().flat_map(|(_, side)| &side.faces);
    sides.chain(case.request.earlier_faces)
}

/// Photos of documents and faces that were sent of the person, which the embedder takes for one person's:
/// others say nothing and needn't be looked at pixel by pixel. Those most alike, because a copy of a
/// photograph is more like it than any other picture of the person, and not more than some, because whoever
/// sends pictures of crowds chooses how many there are.
fn matching<'a>(
    case: &CheckInput<'a>,
    frames: &'a [SelfieObservation],
) -> Vec<(&'a Face, &'a Face)> {
    let least = case.policy.thresholds.face_match();
    let pairs = sent(case, frames).flat_map(|face| {
        let photos = on_documents(case);
        photos.filter_map(move |photo| Some((cosine(photo, face)?, photo, face)))
    });
    let mut pairs: Vec<_> = pairs.filter(|(cosine, ..)| *cosine >= least).collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    pairs.truncate(MOST_COMPARED);
    let pairs = pairs.into_iter();
    pairs.map(|(_, photo, face)| (photo, face)).collect()
}
