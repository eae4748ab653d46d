//! One attempt, from a challenge to what the checks say.

use std::time::Instant;

use bonafide::moves::moves;
use bonafide::pictures;
use checks::{Answer, Liveness, Policy, Request};
use identity::{
    Challenge, ChallengeVariant, DocumentType, KnownFrames, LivenessLevel, Mode, Random,
    SeededRandom, Timestamp,
};
use jiff::civil::date;
use observation::{Camera, DocumentObservation};
use specimen::moving::{Clip, Presentation, Take, recording};
use vision::FrameFile;

use super::people::People;
use crate::bounded_vision::BoundedVision;

/// Seconds from issuing a challenge to having its frames.
const TAKES: i64 = 20;

pub(super) struct Outcome {
    /// Findings that were required and failed.
    pub(super) refused_by: Vec<String>,
    /// What looking at the recording took.
    pub(super) milliseconds: f64,
}

pub(super) fn make(
    vision: &BoundedVision,
    people: &People,
    presentation: Presentation,
    seed: u64,
) -> anyhow::Result<Outcome> {
    let random = SeededRandom::new(seed);
    let challenge = drawn(&random);
    let recorded = another(&challenge, &random);
    let clip = recording(&Take {
        person: &people.person(seed),
        presentation,
        steps: &moves(&challenge.steps),
        recorded: &moves(&recorded.steps),
        seed,
    })?;
    judged(vision, &challenge, &clip)
}

pub(super) fn drawn(random: &dyn Random) -> Challenge {
    Challenge::draw(ChallengeVariant::Turns, Timestamp(0), random)
}

/// Whether a recording passes the challenge that it was made for.
pub(super) fn recorded(
    vision: &BoundedVision,
    people: &People,
    challenge: &Challenge,
    seed: u64,
) -> anyhow::Result<bool> {
    let steps = moves(&challenge.steps);
    let clip = recording(&Take {
        person: &people.person(seed),
        presentation: Presentation::Recorded,
        steps: &steps,
        recorded: &steps,
        seed,
    })?;
    Ok(judged(vision, challenge, &clip)?.refused_by.is_empty())
}

/// A recording that fits by chance is another question: how often that is, is known.
fn another(challenge: &Challenge, random: &dyn Random) -> Challenge {
    loop {
        let other = drawn(random);
        if other.steps != challenge.steps {
            return other;
        }
    }
}

/// Looks at the frames as at those of a page, with the end of the first step as the selfie.
fn judged(vision: &BoundedVision, challenge: &Challenge, clip: &Clip) -> anyhow::Result<Outcome> {
    let frame_files: Vec<FrameFile> = clip
        .frames
        .iter()
        .map(|frame| FrameFile {
            file: &frame.jpeg,
            step: frame.step,
            at: frame.at,
        })
        .collect();
    let started = Instant::now();
    let recording = vision.recording(&frame_files, &clip.steps_shown, Camera::default())?;
    let milliseconds = 1000.0 * started.elapsed().as_secs_f64();
    let straight = clip.frames.iter().rfind(|frame| frame.step == 0);
    let straight = straight.map_or(&[][..], |frame| &frame.jpeg);
    let selfies = [vision.selfie(straight)?.observation];
    // The challenge alone is measured.
    let document = DocumentObservation::nothing();
    let request = Request {
        mode: Mode::Live,
        today: pictures::day(date(2026, 1, 1)),
        allowed_types: DocumentType::ALL,
        front: &document,
        back: None,
        selfie: Some(&selfies),
        declared_type: None,
        earlier_faces: &[],
        liveness: Some(Liveness {
            level: LivenessLevel::Challenge,
            answer: Some(Answer {
                challenge,
                recording: &recording,
                received: Timestamp(TAKES),
                known: KnownFrames::default(),
            }),
        }),
    };
    let findings = checks::liveness(&request, Policy::shipped());
    let refused = findings
        .into_iter()
        .filter(|finding| !finding.passed && !finding.advisory);
    Ok(Outcome {
        refused_by: refused.map(|finding| finding.code.to_string()).collect(),
        milliseconds,
    })
}
