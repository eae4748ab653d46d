//! Checks one submission.

mod conclusion;
mod contact;
mod id_number;
mod pictures;

use std::sync::Arc;

use identity::{
    Challenge, Collected, File, FileId, FilePurpose, LastError, ReportId, SessionId, Status,
    VerificationReport, VerificationSession, VerificationType,
};
use measures::{Timer, VERIFICATION_SECONDS};
use sessions::{Case, Predefined};
use store::{Job, UnitOfWork};

pub use pictures::{Asked, Pictures, Verified, verify_pictures};

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

/// Frames of earlier answers that a session remembers: those of all its submissions.
const KNOWN_FRAMES: usize = VerificationSession::SUBMISSION_LIMIT as usize * Challenge::MOST_FRAMES;

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
            let checked = Conclusion::of_id_number(&case.personal.collected);
            return self.conclude(job, session, submission, checked).await;
        }
        if job.attempts == 1 {
            let waited = services.now().0.saturating_sub(job.created.0).max(0);
            VERIFICATION_SECONDS.record(&["queue"], waited as f64);
        }
        let opening = Timer::start();
        let pictures = self.pictures(read.as_mut(), &case).await?;
        drop(read);
        opening.record(&VERIFICATION_SECONDS, &["open"]);
        let level = services.liveness(&case.session);
        let asked = Asked::of(&case, services.now(), level);
        let (vision, policy) = (Arc::clone(&self.vision), Arc::clone(&self.policy));
        let checked = tokio::task::spawn_blocking(move || {
            verify_pictures(&vision, &pictures, &asked, &policy)
        })
        .await
        .map_err(|_| Error::Inference)?;
        fault::point("verify.observed");
        let options = &case.session.options;
        let checked = Conclusion::of_pictures(checked, &case.personal, options);
        self.conclude(job, session, submission, checked).await
    }

    /// Opens the pictures a submission consists of.
    async fn pictures(&self, unit: &mut dyn UnitOfWork, case: &Case) -> Result<Pictures, Error> {
        let collected = &case.personal.collected;
        let front = collected.front.as_ref().ok_or(Error::Missing)?;
        let front = self.contents(unit, case, &front.high_res_image).await?;
        let back = match &collected.back {
            Some(side) => Some(self.contents(unit, case, &side.high_res_image).await?),
            None => None,
        };
        let mut selfies = Vec::new();
        let mut room = MOST_SELFIE_BYTES;
        for id in selfie_files(collected) {
            let file = self.file(unit, case, &id).await?;
            if selfies.is_empty() || file.size <= room {
                room = room.saturating_sub(file.size);
                selfies.push(self.services.file_contents(unit, &file).await?);
            }
        }
        let mut film = Vec::new();
        let answer = collected
            .face
            .as_ref()
            .and_then(|face| face.answer.as_ref());
        for frame in answer.iter().flat_map(|answer| &answer.film.frames) {
            film.push(self.contents(unit, case, &frame.image).await?);
        }
        Ok(Pictures {
            front,
            back,
            selfies,
            film,
        })
    }

    async fn contents(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
        id: &FileId,
    ) -> Result<Vec<u8>, Error> {
        let file = self.file(unit, case, id).await?;
        Ok(self.services.file_contents(unit, &file).await?)
    }

    async fn file(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &Case,
        id: &FileId,
    ) -> Result<File, Error> {
        let found = unit.file(&case.scope(), id).await?;
        Ok(found.ok_or(Error::Missing)?.file)
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

    /// Report, session, event and the end of the job: one unit of work.
    async fn conclude(
        &self,
        job: &Job,
        session: &SessionId,
        submission: u32,
        checked: Conclusion,
    ) -> Result<(), Error> {
        let services = &self.services;
        let timer = Timer::start();
        let mut unit = services.store.begin().await?;
        if !unit.complete(job.id, &self.name).await? {
            return Err(Error::LeaseLost);
        }
        let found = services.find_anywhere(unit.as_mut(), session).await?;
        if let Some(mut case) = found.filter(|case| awaits(case, submission)) {
            let outputs = checked.outputs.clone();
            let verdict = checked.verdict.clone();
            remember_frames(&mut case.personal.collected, &checked);
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

/// Whether the session still waits for the outcome of this submission.
fn awaits(case: &Case, submission: u32) -> bool {
    case.session.status == Status::Processing && case.session.submissions == submission
}

/// What was sent once is not new when it comes again.
fn remember_frames(collected: &mut Collected, checked: &Conclusion) {
    let known = &mut collected.known_frames;
    known.extend(checked.frames.iter().cloned());
    let excess = known.len().saturating_sub(KNOWN_FRAMES);
    known.drain(..excess);
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
