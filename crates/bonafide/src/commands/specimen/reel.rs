//! Somebody who follows a challenge, frame by frame: for trying what films people.

use std::path::Path;

use anyhow::Context as _;
use identity::ChallengeStep;
use specimen::moving::{Move, Person, Presentation, Take, reel};

use crate::arguments::ModelArguments;
use crate::output;
use crate::pictures::read_file;

/// Milliseconds between two frames.
const EVERY: u32 = 60;

/// What to film.
pub(super) struct Asked<'a> {
    pub(super) steps: &'a [ChallengeStep],
    /// A photograph of the person; without one a face is drawn.
    pub(super) portrait: Option<&'a Path>,
    pub(super) seed: u64,
    pub(super) out: &'a Path,
}

/// Writes frames named by the milliseconds since the first step was shown.
pub(super) fn write(asked: &Asked, models: &ModelArguments) -> anyhow::Result<()> {
    let person = match asked.portrait {
        Some(path) => photographed(path, asked.seed, models)?,
        None => Person::drawn(asked.seed),
    };
    let steps: Vec<Move> = asked.steps.iter().map(|step| as_move(*step)).collect();
    let frames = reel(
        &Take {
            person: &person,
            presentation: Presentation::Person,
            steps: &steps,
            recorded: &[],
            seed: asked.seed,
        },
        EVERY,
    )?;
    let out = asked.out;
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
    let vision = models.load()?;
    let file = read_file(path).map_err(|failure| anyhow::anyhow!("{failure}"));
    let file = file.with_context(|| path.display().to_string())?;
    let picture = vision
        .decode(&file)
        .with_context(|| path.display().to_string())?;
    let face = vision.faces(&file)?.into_iter().next();
    let face = face.with_context(|| format!("{} shows no face", path.display()))?;
    let landmarks = face.landmarks.map(|point| (point.x, point.y));
    Ok(Person::photographed(picture.pixels(), &landmarks, seed))
}

fn as_move(step: ChallengeStep) -> Move {
    match step {
        ChallengeStep::LookStraight => Move::Straight,
        ChallengeStep::TurnLeft => Move::Left,
        ChallengeStep::TurnRight => Move::Right,
        ChallengeStep::ComeCloser => Move::Closer,
        ChallengeStep::MoveAway => Move::Away,
    }
}
