//! Somebody who follows a challenge, frame by frame: for trying what films people.

use std::path::Path;

use anyhow::Context as _;
use identity::ChallengeStep;
use specimen::moving::{Person, Presentation, Take, reel};

use super::photograph;
use crate::arguments::ModelArguments;
use crate::moves::moves;
use crate::output;

/// Milliseconds between two frames.
const EVERY: u32 = 60;

/// What to film.
pub(super) struct ReelSettings<'a> {
    pub(super) steps: &'a [ChallengeStep],
    /// A photograph of the person; without one a face is drawn.
    pub(super) portrait: Option<&'a Path>,
    pub(super) seed: u64,
    pub(super) out: &'a Path,
}

/// Writes frames named by the milliseconds since the first step was shown.
pub(super) fn write(settings: &ReelSettings, models: &ModelArguments) -> anyhow::Result<()> {
    let person = match settings.portrait {
        Some(path) => photographed(path, settings.seed, models)?,
        None => Person::drawn(settings.seed),
    };
    let frames = reel(
        &Take {
            person: &person,
            presentation: Presentation::Person,
            steps: &moves(settings.steps),
            recorded: &[],
            seed: settings.seed,
        },
        EVERY,
    )?;
    let out = settings.out;
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    for frame in frames {
        let path = out.join(format!("{:06}.jpg", frame.at));
        std::fs::write(&path, &frame.jpeg)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    output::line(&out.display().to_string());
    Ok(())
}

fn photographed(path: &Path, seed: u64, models: &ModelArguments) -> anyhow::Result<Person> {
    let (picture, face) = photograph(path, models)?;
    let face = face.with_context(|| format!("{} shows no face", path.display()))?;
    let landmarks = face.landmarks.map(|point| (point.x, point.y));
    Ok(Person::photographed(&picture, &landmarks, seed))
}
