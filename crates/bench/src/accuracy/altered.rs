//! Zones and barcodes that say something else than print does, one field at a time: each picture is looked
//! at once and judged many times.

mod changes;
mod stated;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use bonafide::{batch, pictures};
use checks::Day;
use observation::DocumentObservation;
use serde_json::{Value, json};
use specimen::{Degradation, Kind};

use super::drawn::{DRAWN_ON, draw, files, is_verified_on, observed};
use super::manifest::{Item, Manifest};
use super::rate::Rate;
use super::row::row;
use crate::bounded_vision::BoundedVision;
use changes::{Field, changes};
use stated::{stated, with};

/// Whose source else is tried beside a document's own print: of those that come so many places later.
const OTHERS: [usize; 3] = [1, 7, 13];

/// What came of one set of documents.
pub(super) struct Altered {
    name: String,
    /// With their own sources.
    genuine: Rate,
    /// With what was changed, by field.
    changed: BTreeMap<Field, Rate>,
    /// What was verified though it should not have been.
    missed: Vec<String>,
}

/// A document as it was seen, and the day to judge it on.
struct Seen {
    name: String,
    sides: Vec<DocumentObservation>,
    today: (u16, u8, u8),
}

/// The first specimens of a kind, held in hand.
pub(super) fn of_specimens(
    vision: &BoundedVision,
    kind: Kind,
    count: u64,
    threads: usize,
) -> anyhow::Result<Altered> {
    let look = |seed| {
        let specimen = draw(kind, seed, vec![Degradation::Handheld])?;
        let sides = observed(vision, &files(&specimen)?)?;
        anyhow::Ok(Seen {
            name: seed.to_string(),
            sides,
            today: parts(pictures::day(DRAWN_ON)),
        })
    };
    let mut seen = Vec::new();
    batch::try_run(1..=count, threads, look, |document| seen.push(document))?;
    Ok(Altered::of(kind.name(), &seen))
}

/// A folder's documents that have a source, on a day on which they were valid. `None` where none has.
pub(super) fn of_folder(
    vision: &BoundedVision,
    folder: &Path,
    threads: usize,
) -> anyhow::Result<Option<Altered>> {
    let manifest = Manifest::read(folder)?;
    let look = |item: Item| -> Option<Seen> {
        let paths = [Some(&item.file), item.back.as_ref()];
        let files = paths.into_iter().flatten();
        let files = files.map(|file| pictures::read_file(&folder.join(file)).ok());
        let sides = observed(vision, &files.collect::<Option<Vec<_>>>()?).ok()?;
        let anywhen = parts(pictures::day(pictures::today()));
        let expiry = sides.iter().find_map(|side| stated(side, anywhen))?.expiry;
        let (year, month, day) = expiry.unwrap_or(anywhen);
        Some(Seen {
            name: item.file,
            sides,
            today: (year - 1, month, day.min(28)),
        })
    };
    let mut seen = Vec::new();
    let items = manifest.items.into_iter();
    let items = items.filter(|item| item.truth().may_have_source());
    batch::run(items, threads, look, |document| {
        seen.extend(document);
    });
    Ok((!seen.is_empty()).then(|| Altered::of(&manifest.corpus, &seen)))
}

fn parts(day: Day) -> (u16, u8, u8) {
    let part = |part: i8| part.unsigned_abs();
    (
        day.year().unsigned_abs(),
        part(day.month()),
        part(day.day()),
    )
}

impl Altered {
    fn of(name: &str, seen: &[Seen]) -> Self {
        let mut altered = Self {
            name: name.to_owned(),
            genuine: Rate::default(),
            changed: BTreeMap::new(),
            missed: Vec::new(),
        };
        for (turn, document) in seen.iter().enumerate() {
            altered
                .genuine
                .add(is_verified(&document.sides, document.today));
            altered.add(document, turn);
            for away in OTHERS.into_iter().filter(|away| away % seen.len() != 0) {
                let other = &seen[(turn + away) % seen.len()];
                if let Some(sides) = document.with_source_of(other) {
                    altered.count(document, Field::Everything, "another's", &sides);
                }
            }
        }
        altered
    }

    fn add(&mut self, document: &Seen, turn: usize) {
        let Some((at, own)) = document.source() else {
            return;
        };
        let lines = document.sides.iter().flat_map(|side| &side.lines);
        let print: Vec<&str> = lines.map(|line| line.text.as_str()).collect();
        for change in changes(&own, &print, turn) {
            if let Some(side) = with(&document.sides[at], &change.stated) {
                let mut sides = document.sides.clone();
                sides[at] = side;
                self.count(document, change.field, change.how, &sides);
            }
        }
    }

    fn count(&mut self, document: &Seen, field: Field, how: &str, sides: &[DocumentObservation]) {
        let verified = is_verified(sides, document.today);
        self.changed.entry(field).or_default().add(verified);
        if verified {
            let missed = format!("{}: {}, {how}", document.name, field.name());
            self.missed.push(missed);
        }
    }

    /// Verified with anything changed.
    pub(super) fn all(&self) -> Rate {
        let rates = self.changed.values();
        rates.fold(Rate::default(), |sum, rate| sum.and(*rate))
    }

    pub(super) fn summary(&self) -> String {
        let (genuine, all) = (self.genuine.shown(), self.all().shown());
        format!(
            "{}: verified {genuine}; with one field changed {all}",
            self.name
        )
    }

    pub(super) fn missed(&self) -> &[String] {
        &self.missed
    }
}

impl Seen {
    /// The side that has a zone or a barcode, and what that states.
    fn source(&self) -> Option<(usize, stated::Stated)> {
        let mut sides = self.sides.iter().enumerate();
        sides.find_map(|(at, side)| Some((at, stated(side, self.today)?)))
    }

    /// This document's print with another's zone or barcode.
    fn with_source_of(&self, other: &Self) -> Option<Vec<DocumentObservation>> {
        let ((at, own), (there, others)) = (self.source()?, other.source()?);
        let mut sides = self.sides.clone();
        let source = &other.sides[there];
        if let (Some(zone), Some(theirs)) = (&mut sides[at].mrz, &source.mrz) {
            zone.lines.clone_from(&theirs.lines);
        }
        sides[at].barcodes.clone_from(&source.barcodes);
        (own != others).then_some(sides)
    }
}

fn is_verified(sides: &[DocumentObservation], (year, month, day): (u16, u8, u8)) -> bool {
    let today = Day::new(year.cast_signed(), month.cast_signed(), day.cast_signed());
    let sides: Vec<&DocumentObservation> = sides.iter().collect();
    today.is_some_and(|today| is_verified_on(&sides, today))
}

/// Tables under this heading.
pub(super) fn write(page: &mut String, heading: &str, sets: &[Altered]) {
    if sets.is_empty() {
        return;
    }
    let _infallible = write!(
        page,
        "\n## {heading}\n\nThe zone or the barcode of each document is made to say something else in one \
         field, with check digits\nthat hold, and once all that another person's says; print stays as it was. \
         None of these should be verified,\nand all with their own zone or barcode. A name is replaced, changed \
         by a letter or a word, or taken from\nelsewhere on the document; a number by a character or two, or \
         taken from elsewhere; a date by a day, a month,\nyears, or its day and month swapped.\n\n"
    );
    let fields = Field::ALL.map(Field::name);
    let head: Vec<&str> = ["document", "verified with its own"]
        .into_iter()
        .chain(fields)
        .collect();
    row(page, &head);
    row(page, &vec!["---"; head.len()]);
    for set in sets {
        let rates = Field::ALL.map(|field| {
            let rate = set.changed.get(&field).copied().unwrap_or_default();
            format!("{} of {}", rate.held, rate.of)
        });
        let genuine = set.genuine.shown();
        let rates = rates.iter().map(String::as_str);
        let cells: Vec<&str> = [set.name.as_str(), &genuine]
            .into_iter()
            .chain(rates)
            .collect();
        row(page, &cells);
    }
    let all = sets
        .iter()
        .fold(Rate::default(), |sum, set| sum.and(set.all()));
    let _infallible = writeln!(
        page,
        "\nVerified with something changed, in all: {}.",
        all.shown()
    );
}

pub(super) fn json(set: &Altered) -> Value {
    let changed = set.changed.iter();
    let changed: serde_json::Map<_, _> = changed
        .map(|(field, rate)| (field.name().to_owned(), rate.json()))
        .collect();
    json!({
        "document": set.name,
        "verified": set.genuine.json(),
        "changed_verified": changed,
        "missed": set.missed,
    })
}

#[cfg(test)]
mod tests;
