//! The answer to a challenge, as part of a face.

use identity::{
    Challenge, ChallengeAnswer, ChallengeFilm, ChallengeFrame, Collected, FaceCapture, FileId,
    Guards, LivenessLevel, Timestamp,
};
use schemars::JsonSchema;
use serde::Deserialize;
use wire::{ApiError, Result};

use super::form::FaceForm;

/// Characters of a camera's name that are kept.
const LABEL: usize = 200;

/// Ours alone: what was filmed while the challenge was followed.
#[derive(Deserialize, JsonSchema)]
pub(super) struct FilmForm {
    pub(super) frames: Vec<FrameForm>,
    /// When each step was shown, in milliseconds since the challenge was.
    pub(super) steps_shown: Vec<u32>,
    /// The name of the camera.
    pub(super) camera_label: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct FrameForm {
    pub(super) image: String,
    /// The step that was shown, from 0.
    pub(super) step: usize,
    /// Milliseconds since the challenge was shown.
    pub(super) at: u32,
}

impl FilmForm {
    /// `None` where a file's identifier has not the form of one.
    fn read(&self) -> Option<ChallengeFilm> {
        let frames = self.frames.iter().map(|frame| {
            Some(ChallengeFrame {
                image: FileId::parse(&frame.image)?,
                step: frame.step,
                at: frame.at,
            })
        });
        let label = self.camera_label.as_ref();
        Some(ChallengeFilm {
            frames: frames.collect::<Option<_>>()?,
            steps_shown: self.steps_shown.clone(),
            camera_label: label.map(|label| label.chars().take(LABEL).collect()),
        })
    }
}

/// What of a face is new.
pub(super) enum Taken {
    /// It was sent before.
    Same,
    New(Box<FaceCapture>),
    /// The challenge is over, or was answered before: the person has to do it again.
    Late,
}

/// A face with the answer to the challenge that its session asks for, which is spent by it.
pub(super) fn face(
    (collected, guards): (&Collected, &mut Guards),
    form: &FaceForm,
    level: LivenessLevel,
    now: Timestamp,
) -> Result<Taken> {
    let unread = || ApiError::internal("a file's identifier was not checked");
    let mut face = form.read().ok_or_else(unread)?;
    let film = match &form.challenge {
        Some(film) => Some(film.read().ok_or_else(unread)?),
        None => None,
    };
    if let Some(before) = &collected.face {
        face.answer.clone_from(&before.answer);
        let same = before.answer.as_ref().map(|answer| &answer.film) == film.as_ref();
        if *before == face && same {
            return Ok(Taken::Same);
        }
        face.answer = None;
    }
    if level != LivenessLevel::Challenge {
        return Ok(Taken::New(Box::new(face)));
    }
    let Some(film) = film else {
        return Err(missing());
    };
    check(&film)?;
    let Some(challenge) = guards.answer(now) else {
        return Ok(Taken::Late);
    };
    face.answer = Some(ChallengeAnswer {
        challenge,
        received: now,
        film,
    });
    Ok(Taken::New(Box::new(face)))
}

fn check(film: &ChallengeFilm) -> Result<()> {
    let steps = 1 + Challenge::MOVES;
    let wrong = if film.frames.is_empty() || film.frames.len() > Challenge::MOST_FRAMES {
        let most = Challenge::MOST_FRAMES;
        Some(("frames", format!("Send 1 to {most} frames.")))
    } else if film.frames.iter().any(|frame| frame.step >= steps) {
        Some((
            "frames",
            format!("Steps are counted from 0 to {}.", steps - 1),
        ))
    } else if film.steps_shown.len() != steps {
        Some((
            "steps_shown",
            format!("Send {steps} times, one for each step."),
        ))
    } else {
        None
    };
    match wrong {
        Some((member, message)) => {
            let param = format!("collected_data[face][challenge][{member}]");
            Err(ApiError::invalid(param, &message))
        }
        None => Ok(()),
    }
}

fn missing() -> ApiError {
    let message = "This verification asks for a challenge: get one from `…/challenge`, show its \
                   steps, and send the frames that were taken meanwhile. In test mode, scripts can do \
                   without: set `metadata[bonafide_liveness]=passive` on the session.";
    ApiError::invalid("collected_data[face][challenge]".to_owned(), message)
}
