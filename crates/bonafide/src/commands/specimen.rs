mod reel;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use identity::ChallengeStep;
use image::RgbImage;
use jiff::civil::{Date, date};
use observation::Face;
use specimen::{Degradation, FaceBox, Kind, Portrait, Request};

use crate::arguments::ModelArguments;
use crate::output;
use crate::pictures::read_file;

/// The day that documents are dated from unless told otherwise: the same options give the same
/// bytes on every day. What is drawn runs out in the years after 2030.
const DATED_FROM: Date = date(2026, 1, 1);

#[derive(Args, Debug)]
pub(crate) struct Specimen {
    /// passport, id_card, driving_license (American), driving_license_eu, residence_permit,
    /// id_card_td2 or visa.
    #[arg(long, value_name = "KIND", value_parser = kind, required_unless_present = "follow")]
    kind: Option<Kind>,
    /// Instead of a document, frames of somebody who follows these steps of a challenge: look_straight,
    /// turn_left, turn_right, come_closer, move_away.
    #[arg(
        long,
        value_name = "STEP",
        value_delimiter = ',',
        value_parser = challenge_step,
        conflicts_with_all = ["kind", "degrade", "expired", "today"]
    )]
    follow: Vec<ChallengeStep>,
    /// The holder's photograph; without one a face is drawn.
    #[arg(long, value_name = "IMAGE")]
    portrait: Option<PathBuf>,
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// A document that has run out.
    #[arg(long)]
    expired: bool,
    /// none, handheld, blur, glare, dark, recapture, recapture_bezel, recapture_glow, copy,
    /// colour_copy, altered_field, altered_consistently, replaced_portrait, pasted_field or
    /// retouched_field; several are applied in order.
    #[arg(long, value_name = "CONDITION", value_delimiter = ',', value_parser = degradation)]
    degrade: Vec<Degradation>,
    /// The day that dates of issue and expiry are counted from.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Folder for front.jpg, back.jpg and truth.json, or for the frames.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    models: ModelArguments,
}

fn kind(text: &str) -> Result<Kind, String> {
    text.parse()
        .map_err(|error: specimen::Error| error.to_string())
}

fn challenge_step(text: &str) -> Result<ChallengeStep, String> {
    ChallengeStep::parse(text).ok_or_else(|| "it is no step of a challenge".to_owned())
}

fn degradation(text: &str) -> Result<Degradation, String> {
    text.parse()
        .map_err(|error: specimen::Error| error.to_string())
}

impl Specimen {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let Some(kind) = self.kind else {
            let settings = reel::ReelSettings {
                steps: &self.follow,
                portrait: self.portrait.as_deref(),
                seed: self.seed,
                out: &self.out,
            };
            reel::write(&settings, &self.models)?;
            return Ok(ExitCode::SUCCESS);
        };
        let portrait = match &self.portrait {
            Some(path) => Some(load_portrait(path, &self.models)?),
            None => None,
        };
        let specimen = specimen::generate(&Request {
            kind,
            portrait,
            seed: self.seed,
            expired: self.expired,
            degrade: self.degrade,
            today: self.today.unwrap_or(DATED_FROM),
        })?;
        std::fs::create_dir_all(&self.out)
            .with_context(|| format!("{} cannot be made", self.out.display()))?;
        write(&self.out, "front.jpg", &specimen.front_jpeg()?)?;
        if let Some(back) = specimen.back_jpeg()? {
            write(&self.out, "back.jpg", &back)?;
        }
        let truth = serde_json::to_string_pretty(&specimen.truth)?;
        write(&self.out, "truth.json", format!("{truth}\n").as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}

fn load_portrait(path: &Path, models: &ModelArguments) -> anyhow::Result<Portrait> {
    let (picture, face) = photograph(path, models)?;
    let face = face.map(|face| FaceBox {
        left: face.bounds.x,
        top: face.bounds.y,
        width: face.bounds.width,
        height: face.bounds.height,
    });
    Ok(Portrait { picture, face })
}

/// A photograph, and the largest face in it.
fn photograph(path: &Path, models: &ModelArguments) -> anyhow::Result<(RgbImage, Option<Face>)> {
    let vision = models.load()?;
    let file = read_file(path).map_err(|failure| anyhow::anyhow!("{failure}"));
    let file = file.with_context(|| path.display().to_string())?;
    let picture = vision
        .decode(&file)
        .with_context(|| path.display().to_string())?;
    let (face, _) = vision.largest_face(&file)?;
    Ok((picture.into_pixels(), face))
}

fn write(folder: &Path, name: &str, contents: &[u8]) -> anyhow::Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, contents)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    output::line(&path.display().to_string());
    Ok(())
}
