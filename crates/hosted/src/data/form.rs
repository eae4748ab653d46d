//! The forms of every client version. Members that are not named here (scores, camera settings)
//! are left aside.

use identity::{DocumentSide, DocumentType, FaceCapture, FileId, UploadMethod};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Result};

use super::recording_form::RecordingForm;

#[derive(Deserialize, JsonSchema)]
pub(crate) struct DataForm {
    #[serde(default)]
    pub(super) clear_data: ClearData,
    #[serde(default)]
    pub(super) collected_data: CollectedData,
}

/// `true`: the person went back behind this piece. Absent is `false`.
#[derive(Default, Deserialize, JsonSchema)]
pub(super) struct ClearData {
    pub(super) biometric_consent: Option<bool>,
    pub(super) id_document_type: Option<bool>,
    pub(super) id_document_front: Option<bool>,
    pub(super) id_document_back: Option<bool>,
    pub(super) face: Option<bool>,
    pub(super) name: Option<bool>,
    pub(super) dob: Option<bool>,
    pub(super) id_number: Option<bool>,
}

#[derive(Default, Deserialize, JsonSchema)]
pub(super) struct CollectedData {
    pub(super) biometric_consent: Option<bool>,
    pub(super) id_document_type: Option<DocumentType>,
    pub(super) id_document_front: Option<SideForm>,
    pub(super) id_document_back: Option<SideForm>,
    pub(super) face: Option<FaceForm>,
    pub(super) name: Option<NameForm>,
    pub(super) dob: Option<DateForm>,
    pub(super) id_number: Option<IdNumberForm>,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct SideForm {
    pub(super) high_res_image: String,
    pub(super) low_res_image: Option<String>,
    pub(super) upload_method: UploadMethod,
    pub(super) force_confirm: Option<bool>,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct FaceForm {
    pub(super) best_high_res_image: String,
    pub(super) best_low_res_image: String,
    pub(super) first_high_res_image: String,
    pub(super) first_low_res_image: String,
    pub(super) last_high_res_image: String,
    pub(super) last_low_res_image: String,
    pub(super) best_is_virtual_camera: Option<bool>,
    pub(super) training_consent: Option<bool>,
    pub(super) challenge: Option<RecordingForm>,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct NameForm {
    pub(super) first_name: String,
    pub(super) last_name: String,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct DateForm {
    pub(super) day: u32,
    pub(super) month: u32,
    pub(super) year: u32,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct IdNumberForm {
    pub(super) country: String,
    pub(super) value: Option<String>,
    /// The last four digits of a US number.
    pub(super) partial_value: Option<String>,
}

impl DataForm {
    pub(super) fn has_pictures(&self) -> bool {
        let collected = &self.collected_data;
        collected.id_document_front.is_some()
            || collected.id_document_back.is_some()
            || collected.face.is_some()
    }

    /// Every file a form names, with the parameter that names it.
    pub(super) fn files(&self) -> Vec<(String, &str)> {
        let collected = &self.collected_data;
        let mut files = Vec::new();
        for (side, form) in [
            ("id_document_front", &collected.id_document_front),
            ("id_document_back", &collected.id_document_back),
        ] {
            let Some(form) = form else { continue };
            let name = |member| format!("collected_data[{side}][{member}]");
            files.push((name("high_res_image"), form.high_res_image.as_str()));
            if let Some(low) = &form.low_res_image {
                files.push((name("low_res_image"), low));
            }
        }
        if let Some(face) = &collected.face {
            for (member, file) in [
                ("best_high_res_image", &face.best_high_res_image),
                ("best_low_res_image", &face.best_low_res_image),
                ("first_high_res_image", &face.first_high_res_image),
                ("first_low_res_image", &face.first_low_res_image),
                ("last_high_res_image", &face.last_high_res_image),
                ("last_low_res_image", &face.last_low_res_image),
            ] {
                files.push((format!("collected_data[face][{member}]"), file));
            }
        }
        files.extend(self.frames());
        files
    }

    /// Frames of the answer to a challenge, with the parameter that names them.
    pub(super) fn frames(&self) -> Vec<(String, &str)> {
        let face = self.collected_data.face.as_ref();
        let recording = face.and_then(|face| face.challenge.as_ref());
        let frames = recording.iter().flat_map(|recording| &recording.frames);
        let name = |at| format!("collected_data[face][challenge][frames][{at}][image]");
        frames
            .enumerate()
            .map(|(at, frame)| (name(at), frame.image.as_str()))
            .collect()
    }

    /// Refuses chosen files where pictures have to come from the camera.
    pub(super) fn check_live_capture(&self) -> Result<()> {
        let collected = &self.collected_data;
        for (side, form) in [
            ("id_document_front", &collected.id_document_front),
            ("id_document_back", &collected.id_document_back),
        ] {
            if form
                .as_ref()
                .is_some_and(|form| form.upload_method == UploadMethod::FileUpload)
            {
                let message = "This verification takes pictures from the camera alone.";
                let param = format!("collected_data[{side}][upload_method]");
                return Err(ApiError::invalid(param, message));
            }
        }
        Ok(())
    }
}

impl SideForm {
    pub(super) fn is_forced(&self) -> bool {
        self.force_confirm == Some(true)
    }

    /// `None` where a file's identifier has not the form of one.
    pub(super) fn read(&self) -> Option<DocumentSide> {
        let low_res_image = match &self.low_res_image {
            Some(text) => Some(FileId::parse(text)?),
            None => None,
        };
        Some(DocumentSide {
            high_res_image: FileId::parse(&self.high_res_image)?,
            low_res_image,
            upload_method: self.upload_method,
            force_confirm: self.is_forced(),
        })
    }
}

impl FaceForm {
    /// `None` where a file's identifier has not the form of one.
    pub(super) fn read(&self) -> Option<FaceCapture> {
        Some(FaceCapture {
            best_high_res_image: FileId::parse(&self.best_high_res_image)?,
            best_low_res_image: FileId::parse(&self.best_low_res_image)?,
            first_high_res_image: FileId::parse(&self.first_high_res_image)?,
            first_low_res_image: FileId::parse(&self.first_low_res_image)?,
            last_high_res_image: FileId::parse(&self.last_high_res_image)?,
            last_low_res_image: FileId::parse(&self.last_low_res_image)?,
            is_virtual_camera: self.best_is_virtual_camera,
            training_consent: self.training_consent.unwrap_or(false),
            answer: None,
        })
    }
}
