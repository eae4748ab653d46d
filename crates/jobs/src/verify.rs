//! Checks one submission.

mod conclusion;
mod contact;
mod id_number;
mod pictures;

use std::sync::Arc;

use identity::{
    Collected, FileId, FilePurpose, KnownFrames, LastError, ReportId, SessionId, Status,
    VerificationReport, VerificationSession, VerificationType,
};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::Face;
use sessions::{Case, Predefined, SealedFile};
use store::{Job, Page, ReportFilter, UnitOfWork};

pub use pictures::{Asked, Pictures, Seen, Verified, observe, verify_pictures};

use conclusion::Conclusion;

use crate::housekeeping::not_checked;
use crate::{Error, Worker};

/// A submission that was leased this often without an end is given up: whatever kills its worker
/// will do so again. Workers also die for other reasons, and take along whatever they have in hand,
/// so a few times prove nothing.
const MOST_ATTEMPTS: u32 = 10;

/// Bytes that the selfies of a submission have at most together. What is beyond is left out: one good
/// selfie decides, further ones are there for when it shows nobody.
const MOST_SELFIE_BYTES: u64 = 16_000_000;

impl Worker {
    pub(crate) async fn verify(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut read = services.store.read().await?;
        let found = services.find_anywhere(read.as_mut(), session).await?;
        let Some(case) = found.filter(|case| awaits(case, submission)) else {
            drop(read);
            return self.finish(job).await;
        };
        if job.attempts > MOST_ATTEMPTS {
            drop(read);
            return self
                .conclude_without_report(job, session, submission, not_checked())
                .await;
        }
        if let Some(outcome) = Predefined::asked(&case.session) {
            drop(read);
            return self.conclude_as(job, session, submission, outcome).await;
        }
        if case.session.verification_type == VerificationType::IdNumber {
            drop(read);
            return self
                .conclude(job, session, submission, Checked::IdNumber)
                .await;
        }
        if job.attempts == 1 {
            let waited = services.now().0.saturating_sub(job.created.0).max(0);
            VERIFICATION_SECONDS.record(&["queue"], waited as f64);
        }
        let opening = Timer::start();
        let files = self.files(read.as_mut(), &case).await?;
        let earlier = self.earlier_faces(read.as_mut(), &case).await?;
        drop(read);
        let pictures = self.opened(files).await?;
        opening.record(&VERIFICATION_SECONDS, &["open"]);
        let level = services.liveness(&case.session);
        let asked = Asked::of(&case, services.now(), level, earlier);
        let (vision, policy) = (Arc::clone(&self.vision), Arc::clone(&self.policy));
        let checked = tokio::task::spawn_blocking(move || {
            let seen = observe(&vision, &pictures, &asked);
            let with_new_frames = seen.decide(&asked, KnownFrames::default(), &policy);
            Checked::Pictures(Arc::new(Looked {
                seen,
                asked,
                with_new_frames,
            }))
        })
        .await
        .map_err(|_| Error::Inference)?;
        fault::point("verify.observed");
        self.conclude(job, session, submission, checked).await
    }

    /// The pictures that a submission consists of, where they lie.
    async fn files(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
    ) -> Result<Pictures<SealedFile>, Error> {
        let collected = &case.personal.collected;
        let front = collected.front.as_ref().ok_or(Error::Missing)?;
        let front = self.file(unit, case, &front.high_res_image).await?;
        let back = match &collected.back {
            Some(side) => Some(self.file(unit, case, &side.high_res_image).await?),
            None => None,
        };
        let mut selfies = Vec::new();
        let mut room = MOST_SELFIE_BYTES;
        for id in selfie_files(collected) {
            let file = self.file(unit, case, &id).await?;
            if selfies.is_empty() || file.size() <= room {
                room = room.saturating_sub(file.size());
                selfies.push(file);
            }
        }
        let mut film = Vec::new();
        let answer = collected
            .face
            .as_ref()
            .and_then(|face| face.answer.as_ref());
        for frame in answer.iter().flat_map(|answer| &answer.film.frames) {
            film.push(self.file(unit, case, &frame.image).await?);
        }
        Ok(Pictures {
            front,
            back,
            selfies,
            film,
        })
    }

    /// The faces on the documents of earlier attempts, as their reports have them.
    async fn earlier_faces(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
    ) -> Result<Vec<Face>, Error> {
        if case.session.last_report.is_none() {
            return Ok(Vec::new());
        }
        let filter = ReportFilter {
            session: Some(case.session.id.clone()),
            ..ReportFilter::default()
        };
        let page = Page {
            limit: VerificationSession::SUBMISSION_LIMIT,
            cursor: None,
        };
        let reports = unit.reports(&case.scope(), &filter, &page).await?;
        let mut faces = Vec::new();
        for record in &reports.items {
            if let Some(report) = self.services.open_report(unit, record).await? {
                faces.extend(pictures::faces_on_documents(&report.observations));
            }
        }
        Ok(faces)
    }

    async fn file(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
        id: &FileId,
    ) -> Result<SealedFile, Error> {
        let record = unit.file(&case.scope(), id).await?.ok_or(Error::Missing)?;
        Ok(self.services.sealed_file(unit, &record.file).await?)
    }

    /// Fetches and opens them. No unit of work waits for it.
    async fn opened(&self, files: Pictures<SealedFile>) -> Result<Pictures, Error> {
        let back = match files.back {
            Some(back) => Some(self.contents(back).await?),
            None => None,
        };
        let mut selfies = Vec::new();
        for file in files.selfies {
            selfies.push(self.contents(file).await?);
        }
        let mut film = Vec::new();
        for file in files.film {
            film.push(self.contents(file).await?);
        }
        Ok(Pictures {
            front: self.contents(files.front).await?,
            back,
            selfies,
            film,
        })
    }

    async fn contents(&self, file: SealedFile) -> Result<Vec<u8>, Error> {
        Ok(self.services.fetch(file).await?.open()?)
    }

    /// Removes a job that has nothing left to do.
    async fn finish(&self, job: &Job) -> Result<(), Error> {
        let mut unit = self.services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        unit.save().await?;
        Ok(())
    }

    async fn conclude_without_report(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        error: LastError,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        if let Some(mut case) = services.find_anywhere(unit.as_mut(), session).await?
            && awaits(&case, submission)
        {
            services.give_up(unit.as_mut(), &mut case, error).await?;
        }
        unit.save().await?;
        Ok(())
    }

    /// Ends a submission as its session asks for.
    async fn conclude_as(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        outcome: Predefined,
    ) -> Result<(), Error> {
        let services = &self.services;
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        if let Some(mut case) = services.find_anywhere(unit.as_mut(), session).await?
            && awaits(&case, submission)
        {
            services
                .conclude_as(unit.as_mut(), &mut case, outcome)
                .await?;
        }
        unit.save().await?;
        Ok(())
    }

    /// Decision, report, session, event and the end of the job: one unit of work. It counts known frames in
    /// there because others may bring the same ones just now, in another session.
    async fn conclude(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        checked: Checked,
    ) -> Result<(), Error> {
        let services = &self.services;
        let timer = Timer::start();
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        let found = services.find_anywhere(unit.as_mut(), session).await?;
        if let Some(mut case) = found.filter(|case| awaits(case, submission)) {
            let checked = self.decide(unit.as_mut(), &case, &checked).await?;
            let outputs = checked.outputs.clone();
            let verdict = checked.verdict.clone();
            let report = self.report(unit.as_mut(), &case, checked).await?;
            services
                .conclude(unit.as_mut(), &mut case, &report, verdict, outputs)
                .await?;
        }
        fault::point("verify.before_commit");
        unit.save().await?;
        fault::point("verify.committed");
        timer.record(&VERIFICATION_SECONDS, &["conclude"]);
        Ok(())
    }

    async fn decide(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
        checked: &Checked,
    ) -> Result<Conclusion, Error> {
        let Checked::Pictures(checked) = checked else {
            return Ok(Conclusion::of_id_number(&case.personal.collected));
        };
        let (services, scope, frames) = (&self.services, case.scope(), checked.seen.frames());
        let known = services.known_frames(unit, &scope, &frames).await?;
        services.remember_frames(unit, &scope, &frames).await?;
        let verified = if known == KnownFrames::default() {
            checked.with_new_frames.clone()
        } else {
            let (checked, policy) = (Arc::clone(checked), Arc::clone(&self.policy));
            let deciding = tokio::task::spawn_blocking(move || {
                checked.seen.decide(&checked.asked, known, &policy)
            });
            deciding.await.map_err(|_| Error::Inference)?
        };
        let options = &case.session.options;
        Ok(Conclusion::of_pictures(verified, &case.personal, options))
    }

    async fn report(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
        mut checked: Conclusion,
    ) -> Result<VerificationReport, Error> {
        let services = &self.services;
        let collected = case.personal.collected.clone();
        if let Some(document) = &mut checked.document {
            for side in [&collected.front, &collected.back].into_iter().flatten() {
                let purpose = FilePurpose::IdentityDocumentDownloadable;
                let copied = services
                    .copy_file(unit, case, &side.high_res_image, purpose)
                    .await?;
                document.files.extend(copied);
            }
        }
        if let Some(selfie) = &mut checked.selfie {
            let document = checked.document.as_ref();
            selfie.document = document.and_then(|document| document.files.first().cloned());
            if let Some(face) = &collected.face {
                let best = &face.best_high_res_image;
                selfie.selfie = services
                    .copy_file(unit, case, best, FilePurpose::Selfie)
                    .await?;
            }
        }
        let session = &case.session;
        Ok(VerificationReport {
            id: ReportId::generate(services.random.as_ref()),
            account: session.account.clone(),
            mode: session.mode,
            created: services.now(),
            verification_type: session.verification_type,
            session: Some(session.id.clone()),
            client_reference_id: session.client_reference_id.clone(),
            verification_flow: session.verification_flow.clone(),
            options: session.options.clone(),
            document: checked.document,
            selfie: checked.selfie,
            id_number: checked.id_number,
            email: checked.email,
            phone: checked.phone,
            evidence: checked.evidence,
            observations: checked.observations,
        })
    }
}

/// What a submission is decided by.
enum Checked {
    IdNumber,
    Pictures(Arc<Looked>),
}

struct Looked {
    seen: Seen,
    asked: Asked,
    /// The decision if none of the frames was seen before: made before the unit of work that finds out,
    /// which others wait for.
    with_new_frames: Verified,
}

/// Whether the session still waits for the outcome of this submission.
fn awaits(case: &Case, submission: u32) -> bool {
    case.session.status == Status::Processing && case.session.submissions == submission
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
