//! How often people pass a challenge, and how often attacks do: simulated ones, through pixels,
//! networks and checks.

mod attempt;
mod card;
mod people;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;
use specimen::moving::Presentation;
use vision::Vision;

use super::rate::Rate;
use crate::arguments::ModelArguments;
use crate::{batch, output};
use attempt::Outcome;
use people::People;

/// Where the seeds begin that nothing was chosen by: thresholds were set on those from 1 on.
const TEST_SEEDS: u64 = 2_000_000;

/// What to measure, and where to write it.
pub(super) struct Asked<'a> {
    /// Of each presentation.
    pub(super) attempts: u64,
    /// On the seeds that thresholds were set by.
    pub(super) development: bool,
    /// Names of presentations; empty for all.
    pub(super) species: &'a [String],
    pub(super) card: &'a Path,
    pub(super) threads: usize,
}

/// What came of all attempts with one presentation.
struct Tried {
    presentation: Presentation,
    passed: Rate,
    /// How many attempts each finding refused.
    refused_by: BTreeMap<String, u64>,
    /// Milliseconds that looking at a burst took.
    times: Vec<f64>,
}

pub(super) fn measure(models: &ModelArguments, asked: &Asked) -> anyhow::Result<Value> {
    let all = || std::iter::once(Presentation::Person).chain(Presentation::ATTACKS);
    for name in asked.species {
        let names: Vec<&str> = all().map(Presentation::name).collect();
        anyhow::ensure!(
            names.contains(&name.as_str()),
            "{name:?} is none of: {}",
            names.join(", ")
        );
    }
    let vision = models.load()?;
    let people = People::find(&vision, &models.folder().join("portraits"))?;
    let asked_for = |presentation: &Presentation| {
        let name = presentation.name();
        asked.species.is_empty() || asked.species.iter().any(|species| species == name)
    };
    let mut tried = Vec::new();
    for presentation in all().filter(asked_for) {
        let found = attempts(&vision, &people, presentation, asked)?;
        output::line(&format!(
            "{presentation}: passed {}; median {:.0} ms a burst",
            found.passed.shown(),
            found.median()
        ));
        tried.push(found);
    }
    std::fs::write(asked.card, card::page(&tried, &people)).with_context(|| {
        format!(
            "{} cannot be written: choose a file with --card",
            asked.card.display()
        )
    })?;
    Ok(card::json(&tried))
}

fn attempts(
    vision: &Vision,
    people: &People,
    presentation: Presentation,
    asked: &Asked,
) -> anyhow::Result<Tried> {
    let mut tried = Tried {
        presentation,
        passed: Rate::default(),
        refused_by: BTreeMap::new(),
        times: Vec::new(),
    };
    let mut failed = None;
    let first = if asked.development { 0 } else { TEST_SEEDS };
    let work = |seed| Ok((seed, attempt::make(vision, people, presentation, seed)?));
    batch::run(
        first + 1..=first + asked.attempts,
        asked.threads,
        work,
        |outcome| match outcome {
            Ok((seed, outcome)) => tried.add(seed, &outcome),
            Err(error) => failed = Some(error),
        },
    );
    tried.times.sort_by(f64::total_cmp);
    failed.map_or(Ok(tried), Err)
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
        super::median(&self.times)
    }
}
