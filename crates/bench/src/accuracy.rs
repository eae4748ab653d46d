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
mod fronts;
mod group;
mod manifest;
mod measured;
mod presented;
mod readings;
mod row;
mod simulated;
mod worth;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use bonafide::output;
use serde_json::Value;
use specimen::{Degradation, Kind};

use crate::bounded_vision::BoundedVision;
use crate::rate;
pub(crate) use faces::is_of_people;
use forged::Forgery;
pub(crate) use manifest::{Item, Manifest};
use measured::Measured;
use simulated::{Attempt, Section, Simulated};

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
    let mut measured = Measured {
        simulated: simulated(&vision, settings)?,
        threads: settings.threads,
        ..Measured::default()
    };
    alter_specimens(&vision, settings, &mut measured)?;
    for folder in settings.folders {
        look_through(&vision, settings, folder, &mut measured)?;
    }
    std::fs::write(settings.card, card::page(&measured)).with_context(|| {
        format!(
            "{} cannot be written: choose a file with --card",
            settings.card.display()
        )
    })?;
    Ok(measured.json())
}

fn simulated(vision: &BoundedVision, settings: &AccuracySettings) -> anyhow::Result<Simulated> {
    let mut simulated = Simulated::default();
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
            let drawn = drawn::measure(vision, kind, condition, count, settings.threads)?;
            let name = condition.map(Degradation::name);
            say(kind, name, &drawn);
            simulated.sections.push(Section {
                kind: kind.name(),
                condition: name,
                drawn,
            });
        }
    }
    let count = settings.harder;
    for kind in Kind::ALL {
        let again = again::measure(vision, kind, count, settings.threads)?;
        simulated.again = simulated.again.and(again);
    }
    for forgery in Forgery::ALL.into_iter().filter(|_| count > 0) {
        for kind in Kind::ALL.into_iter().filter(|kind| forgery.applies(*kind)) {
            let caught = forged::measure(vision, kind, forgery, count, settings.threads)?;
            let refused = caught.refused.shown();
            output::line(&format!("{kind}, {}: refused {refused}", forgery.name()));
            simulated.attempts.push(Attempt {
                kind,
                forgery: forgery.name(),
                caught,
            });
        }
    }
    Ok(simulated)
}

fn alter_specimens(
    vision: &BoundedVision,
    settings: &AccuracySettings,
    measured: &mut Measured,
) -> anyhow::Result<()> {
    if settings.altered == 0 {
        return Ok(());
    }
    for kind in Kind::ALL.into_iter().filter(|kind| kind.has_source()) {
        let set = altered::of_specimens(vision, kind, settings.altered, settings.threads)?;
        say_altered(&set);
        measured.altered_specimens.push(set);
    }
    Ok(())
}

fn look_through(
    vision: &BoundedVision,
    settings: &AccuracySettings,
    folder: &Path,
    measured: &mut Measured,
) -> anyhow::Result<()> {
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
        measured.faces.push(faces);
        return Ok(());
    }
    if settings.altered > 0
        && let Some(set) = altered::of_folder(vision, folder, settings.threads)?
    {
        say_altered(&set);
        measured.altered_documents.push(set);
    }
    let corpus = corpus::measure(vision, folder, settings.threads)?;
    corpus.say();
    measured.corpora.push(corpus);
    Ok(())
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
