//! The pictures of a form, and what a quick look at them came to.

use identity::FileId;
use sessions::{Case, SealedFile, Services};
use store::UnitOfWork;
use wire::{ApiError, Result};

use super::form::{DataForm, FaceForm, SideForm};
use crate::look::{Look, Sight, Subject, Turn, Verdict};

#[derive(Default)]
pub(super) struct Sights {
    pub(super) front: Sight,
    pub(super) back: Sight,
    pub(super) face: Sight,
}

/// Pictures to look at. Several of a face are frames of one: the first good one counts.
#[derive(Default)]
pub(super) struct Pictures {
    front: Option<SealedFile>,
    back: Option<SealedFile>,
    face: Vec<SealedFile>,
}

/// Finds the pictures of a form that are worth looking at: not those that were taken already, nor
/// a back that is taken in any case.
pub(super) async fn find(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    case: &Case,
    form: &DataForm,
) -> Result<Pictures> {
    let collected = &form.collected_data;
    let had = &case.personal.collected;
    let mut pictures = Pictures::default();
    if let Some(side) = collected
        .id_document_front
        .as_ref()
        .and_then(SideForm::read)
        && had.front.as_ref() != Some(&side)
    {
        // A picture that is forced is still worth knowing whether it needs a back.
        let file = sealed(services, unit, case, &side.high_res_image).await?;
        pictures.front = Some(file);
    }
    if let Some(side) = collected.id_document_back.as_ref().and_then(SideForm::read)
        && had.back.as_ref() != Some(&side)
        && !side.force_confirm
    {
        let file = sealed(services, unit, case, &side.high_res_image).await?;
        pictures.back = Some(file);
    }
    if let Some(face) = collected.face.as_ref().and_then(FaceForm::read)
        && had.face.as_ref() != Some(&face)
    {
        let crop = sealed(services, unit, case, &face.best_high_res_image).await?;
        pictures.face.push(crop);
        if face.best_low_res_image != face.best_high_res_image {
            let frame = sealed(services, unit, case, &face.best_low_res_image).await?;
            pictures.face.push(frame);
        }
    }
    Ok(pictures)
}

async fn sealed(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    case: &Case,
    id: &FileId,
) -> Result<SealedFile> {
    let record = unit
        .file(&case.scope(), id)
        .await?
        .ok_or_else(|| ApiError::internal("a file vanished while it was looked for"))?;
    Ok(services.sealed_file(unit, &record.file).await?)
}

impl Pictures {
    pub(super) async fn look(
        self,
        services: &Services,
        look: &Look,
        turn: &Turn,
    ) -> Result<Sights> {
        let at = async |subject, file| look.at(turn, subject, services.fetch(file)).await;
        let mut sights = Sights::default();
        if let Some(file) = self.front {
            sights.front = at(Subject::Front, file).await?;
        }
        if let Some(file) = self.back {
            sights.back = at(Subject::Back, file).await?;
        }
        for (frame, file) in self.face.into_iter().enumerate() {
            let sight = at(Subject::Face, file).await?;
            if frame == 0 || sight.verdict == Verdict::Usable {
                sights.face = sight;
            }
            if sight.verdict == Verdict::Usable {
                break;
            }
        }
        Ok(sights)
    }
}
