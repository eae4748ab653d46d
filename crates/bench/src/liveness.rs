//! How often people pass a challenge, and how often attacks do: simulated ones, through pixels,
//! networks and checks.

mod attempt;
mod card;
mod people;
mod portraits;
mod tries;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use bonafide::{batch, output};
use serde_json::Value;
use specimen::moving::Presentation;

use crate::bounded_vision::BoundedVision;
use crate::rate::Rate;
use attempt::Outcome;
use people::People;
use portraits::{Others, Portraits};
use tries::Tries;

/// Where the seeds begin that nothing was chosen by: thresholds were set on those from 1 on.
const TEST_SEEDS: u64 = 2_000_000;

/// What to measure, and where to write it.
pub(crate) struct LivenessSettings<'a> {
    /// Of each presentation.
    pub(crate) attempts: u64,
    /// On the seeds that thresholds were set by.
    pub(crate) development: bool,
    /// Names of presentations; empty for all.
    pub(crate) species: &'a [String],
    /// Folders of pictures of documents with a manifest, or of people with pairs.
    pub(crate) folders: &'a [PathBuf],
    pub(crate) card: &'a Path,
    pub(crate) threads: usize,
}

/// What came of all attempts with one presentation.
struct Tried {
    presentation: Presentation,
    passed: Rate,
    /// How many attempts each finding refused.
    refused_by: BTreeMap<String, u64>,
    /// Milliseconds that looking at a recording took.
    times: Vec<f64>,
}

/// What is tried beside what is before the camera.
const TRIES: &str = "recording tried until the order fits";
const PORTRAIT: &str = "the document's own portrait";
/// Of so many attempts with a species, one recording is tried until it fits.
const RECORDINGS: u64 = 4;

/// Everything that was measured.
pub(crate) struct Measured {
    tried: Vec<Tried>,
    tries: Option<Tries>,
    portraits: Vec<Portraits>,
    others: Vec<Others>,
}

pub(crate) fn measure(
    models: &ModelArguments,
    settings: &LivenessSettings,
) -> anyhow::Result<Value> {
    let all = || std::iter::once(Presentation::Person).chain(Presentation::ATTACKS);
    for name in settings.species {
        let mut names: Vec<&str> = all().map(Presentation::name).collect();
        names.extend([TRIES, PORTRAIT]);
        anyhow::ensure!(
            names.contains(&name.as_str()),
            "{name:?} is none of: {}",
            names.join(", ")
        );
    }
    let wants = |name: &str| {
        settings.species.is_empty() || settings.species.iter().any(|species| species == name)
    };
    let vision = BoundedVision::load(models, settings.threads)?;
    let people = People::find(&vision, &models.folder().join("portraits"))?;
    let mut measured = Measured {
        tried: Vec::new(),
        tries: None,
        portraits: Vec::new(),
        others: Vec::new(),
    };
    for presentation in all().filter(|presentation| wants(presentation.name())) {
        let found = attempts(&vision, &people, presentation, settings)?;
        output::line(&format!(
            "{presentation}: passed {}; median {:.0} ms a burst",
            found.passed.shown(),
            found.median()
        ));
        measured.tried.push(found);
    }
    if wants(TRIES) {
        let seeds = settings.seeds(settings.attempts.div_ceil(RECORDINGS));
        let tries = tries::measure(&vision, &people, seeds, settings.threads)?;
        output::line(&format!("{TRIES}: passed {}", tries.passed.shown_finely()));
        measured.tries = Some(tries);
    }
    if wants(PORTRAIT) {
        portraits(&vision, &people, settings, &mut measured)?;
    }
    std::fs::write(settings.card, card::page(&measured, &people)).with_context(|| {
        format!(
            "{} cannot be written: choose a file with --card",
            settings.card.display()
        )
    })?;
    Ok(card::json(&measured))
}

fn portraits(
    vision: &BoundedVision,
    people: &People,
    settings: &LivenessSettings,
    measured: &mut Measured,
) -> anyhow::Result<()> {
    let seeds = settings.seeds(settings.attempts);
    let drawn = portraits::of_specimens(vision, people, seeds, settings.threads)?;
    measured.portraits.push(drawn);
    for folder in settings.folders {
        if crate::accuracy::is_of_people(folder) {
            let others = portraits::others(vision, folder, settings.threads)?;
            let away = others.turned_away.shown();
            output::line(&format!("{}: turned away {away}", others.name));
            measured.others.push(others);
        } else {
            let found = portraits::of_folder(vision, folder, settings.threads)?;
            measured.portraits.push(found);
        }
    }
    for found in &measured.portraits {
        let passed = found
            .passed
            .iter()
            .copied()
            .fold(Rate::default(), Rate::and);
        output::line(&format!(
            "{PORTRAIT}, {}: passed {}",
            found.name,
            passed.shown()
        ));
    }
    Ok(())
}

impl LivenessSettings<'_> {
    fn seeds(&self, count: u64) -> impl Iterator<Item = u64> + Send + use<> {
        let first = if self.development { 0 } else { TEST_SEEDS };
        first + 1..=first + count
    }
}

fn attempts(
    vision: &BoundedVision,
    people: &People,
    presentation: Presentation,
    settings: &LivenessSettings,
) -> anyhow::Result<Tried> {
    let mut tried = Tried {
        presentation,
        passed: Rate::default(),
        refused_by: BTreeMap::new(),
        times: Vec::new(),
    };
    let work = |seed| anyhow::Ok((seed, attempt::make(vision, people, presentation, seed)?));
    batch::try_run(
        settings.seeds(settings.attempts),
        settings.threads,
        work,
        |(seed, outcome)| tried.add(seed, &outcome),
    )?;
    tried.times.sort_by(f64::total_cmp);
    Ok(tried)
}

impl Tried {
    fn add(&mut self, seed: u64, outcome: &Outcome) {
        let passed = outcome.refused_by.is_empty();
        self.passed.add(passed);
        self.times.push(outcome.milliseconds);
        for code in &outcome.refused_by {
            *self.refused_by.entry(code.clone()).or_default() += 1;
        }
        let genuine = self.presentation == Presentation::Person;
        if genuine && !passed {
            let why = outcome.refused_by.join(", ");
            output::line(&format!("  person of seed {seed} refused: {why}"));
        } else if !genuine && passed {
            output::line(&format!("  attack of seed {seed} passed"));
        }
    }

    fn median(&self) -> f64 {
        crate::numbers::median(&self.times)
    }
}
