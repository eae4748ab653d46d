//! The pictures of a form, and what a quick look at them came to.

use std::sync::Arc;

use identity::FileId;
use sessions::{OpenedSession, Services};
use store::UnitOfWork;
use verification::{Keeping, Picture};
use wire::{ApiError, Result};

use super::form::{DataForm, FaceForm, SideForm};
use crate::review::{PictureReview, ReviewResult, Subject, Turn, Verdict};

#[derive(Default)]
pub(super) struct ReviewResults {
    pub(super) front: ReviewResult,
    pub(super) back: ReviewResult,
    pub(super) face: ReviewResult,
    /// What was seen is written while the form is taken, so that SQLite puts both on disk with one sync.
    pub(super) keeping: Vec<Keeping>,
}

/// Pictures to look at, in this order. Several of a face are frames of one: the first good one counts.
pub(super) struct Pictures(Vec<(Subject, Picture)>);

/// Finds the pictures of a form that are worth looking at: not those that were taken already, nor
/// a back that is taken in any case.
pub(super) async fn find(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    opened: &OpenedSession,
    form: &DataForm,
) -> Result<Pictures> {
    let wanted = wanted(opened, form);
    let files: Vec<_> = wanted.iter().map(|(_, file)| file.clone()).collect();
    let found = Picture::find(services, unit, opened, &files).await;
    let found = found.map_err(|error| match error {
        verification::Error::Sessions(error) => error.into(),
        verification::Error::Store(error) => error.into(),
        verification::Error::Missing | verification::Error::Inference => {
            ApiError::internal("a file vanished while it was looked for")
        }
    })?;
    let subjects = wanted.into_iter().map(|(subject, _)| subject);
    Ok(Pictures(subjects.zip(found).collect()))
}

fn wanted(opened: &OpenedSession, form: &DataForm) -> Vec<(Subject, FileId)> {
    let collected = &form.collected_data;
    let had = &opened.personal.collected;
    let mut wanted = Vec::new();
    if let Some(side) = collected
        .id_document_front
        .as_ref()
        .and_then(SideForm::read)
        && had.front.as_ref() != Some(&side)
    {
        // A picture that is forced is still worth knowing whether it needs a back.
        wanted.push((Subject::Front, side.high_res_image));
    }
    if let Some(side) = collected.id_document_back.as_ref().and_then(SideForm::read)
        && had.back.as_ref() != Some(&side)
        && !side.force_confirm
    {
        wanted.push((Subject::Back, side.high_res_image));
    }
    if let Some(face) = collected.face.as_ref().and_then(FaceForm::read)
        && had.face.as_ref() != Some(&face)
    {
        let same = face.best_low_res_image == face.best_high_res_image;
        wanted.push((Subject::Face, face.best_high_res_image));
        if !same {
            wanted.push((Subject::Face, face.best_low_res_image));
        }
    }
    wanted
}

impl Pictures {
    pub(super) async fn look(
        self,
        services: &Arc<Services>,
        look: &PictureReview,
        turn: &Turn,
    ) -> Result<ReviewResults> {
        let mut reviews = ReviewResults::default();
        let mut face = None;
        for (subject, picture) in self.0 {
            if subject == Subject::Face && face == Some(Verdict::Usable) {
                break;
            }
            let (reviewed, keeping) = look.at(services, turn, subject, picture).await?;
            reviews.keeping.push(keeping);
            match subject {
                Subject::Front => reviews.front = reviewed,
                Subject::Back => reviews.back = reviewed,
                Subject::Face => {
                    if face.is_none() || reviewed.verdict == Verdict::Usable {
                        reviews.face = reviewed;
                    }
                    face = Some(reviewed.verdict);
                }
            }
        }
        Ok(reviews)
    }
}
