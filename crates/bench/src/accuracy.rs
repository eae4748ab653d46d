//! How often documents are read right and people told apart: on specimens drawn here, and on folders
//! of pictures.

mod again;
mod altered;
mod card;
mod compared;
mod corpus;
mod drawn;
mod faces;
mod forged;
mod row;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::Value;
use specimen::{Degradation, Kind};

use crate::bounded_vision::BoundedVision;
use crate::rate::{self, Rate};
use card::{Attempt, Others, Section};
pub(crate) use corpus::{Item, Manifest};
pub(crate) use faces::is_of_people;
use forged::Forgery;

/// Conditions that are harder than being held in hand.
const HARDER: [Degradation; 3] = [Degradation::Blur, Degradation::Glare, Degradation::Dark];

/// What to measure, and where to write it.
pub(crate) struct AccuracySettings<'a> {
    /// Of each kind.
    pub(crate) specimens: u64,
    /// Of each kind under each harder condition, and of each forgery.
    pub(crate) harder: u64,
    /// Of each kind, with one field of their zone or barcode changed.
    pub(crate) altered: u64,
    /// Folders with a manifest, or with pairs of people.
    pub(crate) folders: &'a [PathBuf],
    pub(crate) card: &'a Path,
    /// Where the table of cosines and false match rates goes.
    pub(crate) calibration: Option<&'a Path>,
    pub(crate) threads: usize,
}

pub(crate) fn measure(
    models: &ModelArguments,
    settings: &AccuracySettings,
) -> anyhow::Result<Value> {
    let vision = BoundedVision::load(models, settings.threads)?;
    let mut sections = Vec::new();
    for kind in Kind::ALL {
        let conditions = std::iter::once(None).chain(HARDER.map(Some));
        for condition in conditions {
            let count = if condition.is_none() {
                settings.specimens
            } else {
                settings.harder
            };
            if count == 0 {
                continue;
            }
            let drawn = drawn::measure(&vision, kind, condition, count, settings.threads)?;
            let name = condition.map(Degradation::name);
            say(kind, name, &drawn);
            sections.push(Section {
                kind: kind.name(),
                condition: name,
                drawn,
            });
        }
    }
    let mut again = Rate::default();
    for kind in Kind::ALL {
        let count = settings.harder;
        again = again.and(again::measure(&vision, kind, count, settings.threads)?);
    }
    let mut attempts = Vec::new();
    for forgery in Forgery::ALL {
        for kind in Kind::ALL.into_iter().filter(|kind| forgery.applies(*kind)) {
            let count = settings.harder;
            if count == 0 {
                continue;
            }
            let caught = forged::measure(&vision, kind, forgery, count, settings.threads)?;
            let refused = caught.refused.shown();
            output::line(&format!("{kind}, {}: refused {refused}", forgery.name()));
            attempts.push(Attempt {
                kind: kind.name(),
                forgery: forgery.name(),
                caught,
            });
        }
    }
    let others = others(&vision, settings)?;
    let page = card::page(&sections, &attempts, again, &others, settings.threads);
    std::fs::write(settings.card, page).with_context(|| {
        format!(
            "{} cannot be written: choose a file with --card",
            settings.card.display()
        )
    })?;
    Ok(card::json(&sections, &attempts, again, &others))
}

fn others(vision: &BoundedVision, settings: &AccuracySettings) -> anyhow::Result<Others> {
    let mut others = Others::default();
    for kind in Kind::ALL.into_iter().filter(|kind| kind.has_source()) {
        if settings.altered > 0 {
            let set = altered::of_specimens(vision, kind, settings.altered, settings.threads)?;
            say_altered(&set);
            others.altered.push(set);
        }
    }
    for folder in settings.folders {
        if is_of_people(folder) {
            let faces = faces::measure(vision, folder, settings.threads)?;
            output::line(&faces.summary());
            for (file, came) in faces.missed() {
                output::line(&format!("  not as it is: {file}: {came}"));
            }
            if let Some((path, table)) = settings.calibration.zip(faces.calibration()) {
                std::fs::write(path, table)
                    .with_context(|| format!("{} cannot be written", path.display()))?;
            }
            others.faces.push(faces);
            continue;
        }
        if settings.altered > 0
            && let Some(set) = altered::of_folder(vision, folder, settings.threads)?
        {
            say_altered(&set);
            others.altered.push(set);
        }
        let corpus = corpus::measure(vision, folder, settings.threads)?;
        let zones = corpus.zones.exact.shown();
        let barcodes = corpus.barcodes.shown();
        output::line(&format!(
            "{}: zones {zones}; barcodes {barcodes}",
            corpus.name
        ));
        for (kind, rate) in &corpus.suspected {
            output::line(&format!("  {kind}: suspected {}", rate.shown()));
        }
        for file in &corpus.missed {
            output::line(&format!("  not as it is: {file}"));
        }
        others.corpora.push(corpus);
    }
    Ok(others)
}

fn say_altered(set: &altered::Altered) {
    output::line(&set.summary());
    for missed in set.missed() {
        output::line(&format!("  verified: {missed}"));
    }
}

fn say(kind: Kind, condition: Option<&str>, drawn: &drawn::Drawn) {
    let (what, read) = if drawn.barcodes.of > 0 {
        ("barcodes", drawn.barcodes)
    } else {
        ("zones", drawn.zones.exact)
    };
    output::line(&format!(
        "{kind}, in hand{}: {what} {}; verified {}; median {:.0} ms",
        condition
            .map(|name| format!(", {name}"))
            .unwrap_or_default(),
        read.shown(),
        drawn.verified.shown(),
        drawn.percentile(50)
    ));
}
