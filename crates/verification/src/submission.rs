use identity::{Collected, FileId, VerificationSession};
use observation::Face;
use sessions::{OpenedSession, Services};
use store::{Page, ReportFilter, UnitOfWork};

use crate::{Error, Picture, Pictures, VerificationRequest, seen};

/// Bytes that the selfies of a submission have at most together. What is beyond is left out: one good
/// selfie decides, further ones are there for when it shows nobody.
const MOST_SELFIE_BYTES: u64 = 16_000_000;

/// What was handed in, and what it is checked for.
pub struct Submission {
    pub(crate) pictures: Pictures<Picture>,
    pub(crate) request: VerificationRequest,
}

impl Submission {
    /// Finds what a session has handed in: all that a unit of work is needed for.
    pub async fn find(
        services: &Services,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
    ) -> Result<Self, Error> {
        let pictures = pictures(services, unit, opened).await?;
        let earlier = earlier_faces(services, unit, opened).await?;
        let level = services.liveness(&opened.session);
        Ok(Self {
            pictures,
            request: VerificationRequest::of(opened, services.now(), level, earlier),
        })
    }
}

async fn pictures(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
) -> Result<Pictures<Picture>, Error> {
    let collected = &opened.personal.collected;
    let front = collected.front.as_ref().ok_or(Error::Missing)?;
    let front = front.high_res_image.clone();
    let back = collected.back.as_ref();
    let back: Vec<_> = back
        .map(|side| side.high_res_image.clone())
        .into_iter()
        .collect();
    let selfies = selfie_files(collected);
    let face = collected.face.as_ref();
    let answer = face.and_then(|face| face.answer.as_ref());
    let recording = answer.iter().flat_map(|answer| &answer.recording.frames);
    let recording: Vec<_> = recording.map(|frame| frame.image.clone()).collect();
    // Together: what is kept of them is one question.
    let all = [vec![front], back.clone(), selfies.clone(), recording].concat();
    let mut found = Picture::find(services, unit, opened, &all)
        .await?
        .into_iter();
    let front = found.next().ok_or(Error::Missing)?;
    let back = back.first().and_then(|_| found.next());
    let mut taken = Vec::new();
    let mut room = MOST_SELFIE_BYTES;
    for selfie in found.by_ref().take(selfies.len()) {
        if taken.is_empty() || selfie.size() <= room {
            room = room.saturating_sub(selfie.size());
            taken.push(selfie);
        }
    }
    Ok(Pictures {
        front,
        back,
        selfies: taken,
        recording: found.collect(),
    })
}

/// The faces on the documents of earlier attempts, as their reports have them.
async fn earlier_faces(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
) -> Result<Vec<Face>, Error> {
    if opened.session.last_report.is_none() {
        return Ok(Vec::new());
    }
    let filter = ReportFilter {
        session: Some(opened.session.id.clone()),
        ..ReportFilter::default()
    };
    let page = Page {
        limit: VerificationSession::SUBMISSION_LIMIT,
        cursor: None,
    };
    let reports = unit.reports(&opened.scope(), &filter, &page).await?;
    let mut faces = Vec::new();
    for record in &reports.items {
        if let Some(report) = services.open_report(unit, record).await? {
            faces.extend(seen::faces_on_documents(&report.observations));
        }
    }
    Ok(faces)
}

/// The different pictures of a selfie: the best frame first. Clients may name one file several
/// times.
fn selfie_files(collected: &Collected) -> Vec<FileId> {
    let Some(face) = &collected.face else {
        return Vec::new();
    };
    let mut files = vec![face.best_high_res_image.clone()];
    for file in [
        &face.best_low_res_image,
        &face.first_high_res_image,
        &face.last_high_res_image,
    ] {
        if !files.contains(file) {
            files.push(file.clone());
        }
    }
    files
}
