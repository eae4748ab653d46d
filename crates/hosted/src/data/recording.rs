//! The answer to a challenge, as part of a face.

use identity::{
    Challenge, ChallengeAnswer, ChallengeRecording, Collected, FaceCapture, Guards, LivenessLevel,
    Timestamp,
};
use wire::{ApiError, Result};

use super::form::FaceForm;

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
    let recording = match &form.challenge {
        Some(recording) => Some(recording.read().ok_or_else(unread)?),
        None => None,
    };
    if let Some(before) = &collected.face {
        face.answer.clone_from(&before.answer);
        let same = before.answer.as_ref().map(|answer| &answer.recording) == recording.as_ref();
        if *before == face && same {
            return Ok(Taken::Same);
        }
        face.answer = None;
    }
    if level != LivenessLevel::Challenge {
        return Ok(Taken::New(Box::new(face)));
    }
    let Some(recording) = recording else {
        return Err(missing());
    };
    check(&recording)?;
    let Some(challenge) = guards.answer(now) else {
        return Ok(Taken::Late);
    };
    face.answer = Some(ChallengeAnswer {
        challenge,
        received: now,
        recording,
    });
    Ok(Taken::New(Box::new(face)))
}

fn check(recording: &ChallengeRecording) -> Result<()> {
    let steps = 1 + Challenge::MOVES;
    let wrong = if recording.frames.is_empty() || recording.frames.len() > Challenge::MOST_FRAMES {
        let most = Challenge::MOST_FRAMES;
        Some(("frames", format!("Send 1 to {most} frames.")))
    } else if recording.frames.iter().any(|frame| frame.step >= steps) {
        Some((
            "frames",
            format!("Steps are counted from 0 to {}.", steps - 1),
        ))
    } else if recording.steps_shown.len() != steps {
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
