//! Specimens, drawn here and photographed by hand.

use std::collections::BTreeMap;
use std::time::Instant;

use bonafide::{batch, pictures};
use checks::{Day, Policy, Side};
use identity::{DocumentType, Mode, Verdict};
use jiff::civil::{Date, date};
use observation::DocumentObservation;
use serde_json::Value;
use specimen::{Degradation, Kind, Request, Specimen};
use vision::DocumentOptions;

use super::compared::{FIELDS, Field, Zones};
use super::rate::Rate;
use crate::bounded_vision::BoundedVision;

pub(super) const DRAWN_ON: Date = date(2026, 1, 1);

/// What came of all specimens of a kind under one condition.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) zones: Zones,
    pub(super) barcodes: Rate,
    pub(super) fields: BTreeMap<&'static str, Field>,
    /// What the printed zone says on its own, where nothing else was read.
    pub(super) printed: BTreeMap<&'static str, Field>,
    pub(super) verified: Rate,
    /// The person was asked for another picture.
    pub(super) sent_back: Rate,
    /// A deciding authenticity signal speaks against a picture.
    pub(super) suspected: Rate,
    /// Milliseconds a document, all sides.
    pub(super) times: Vec<f64>,
}

/// What came of one.
struct Seen {
    truth: Value,
    reading: Value,
    printed: Value,
    verified: bool,
    sent_back: bool,
    suspected: bool,
    milliseconds: f64,
}

/// The first `count` specimens of a kind, in hand and then under `condition`.
pub(super) fn measure(
    vision: &BoundedVision,
    kind: Kind,
    condition: Option<Degradation>,
    count: u64,
    threads: usize,
) -> anyhow::Result<Drawn> {
    let mut drawn = Drawn::default();
    let work = |seed| look(vision, kind, condition, seed);
    batch::try_run(1..=count, threads, work, |seen| drawn.add(&seen))?;
    drawn.times.sort_by(f64::total_cmp);
    Ok(drawn)
}

fn look(
    vision: &BoundedVision,
    kind: Kind,
    condition: Option<Degradation>,
    seed: u64,
) -> anyhow::Result<Seen> {
    let in_hand = std::iter::once(Degradation::Handheld);
    let specimen = draw(kind, seed, in_hand.chain(condition).collect())?;
    let files = files(&specimen)?;
    let started = Instant::now();
    let sides = observed(vision, &files)?;
    let milliseconds = 1000.0 * started.elapsed().as_secs_f64();
    let printed: Vec<_> = sides.iter().map(print_alone).collect();
    Ok(Seen {
        truth: serde_json::to_value(&specimen.truth)?,
        reading: read(&sides)?,
        printed: read(&printed)?,
        verified: is_verified(&sides),
        sent_back: is_sent_back(&sides),
        suspected: is_suspected(&sides),
        milliseconds,
    })
}

pub(super) fn draw(
    kind: Kind,
    seed: u64,
    degrade: Vec<Degradation>,
) -> Result<Specimen, specimen::Error> {
    specimen::generate(&Request {
        kind,
        portrait: None,
        seed,
        expired: false,
        degrade,
        today: DRAWN_ON,
    })
}

pub(super) fn observed(
    vision: &BoundedVision,
    files: &[Vec<u8>],
) -> anyhow::Result<Vec<DocumentObservation>> {
    let look = |file: &Vec<u8>| {
        let seen = vision.document(file, DocumentOptions::default())?;
        Ok(seen.observation)
    };
    files.iter().map(look).collect()
}

pub(super) fn files(specimen: &Specimen) -> anyhow::Result<Vec<Vec<u8>>> {
    let sides = [Some(specimen.front_jpeg()?), specimen.back_jpeg()?];
    Ok(sides.into_iter().flatten().collect())
}

fn print_alone(seen: &DocumentObservation) -> DocumentObservation {
    DocumentObservation {
        mrz: None,
        barcodes: Vec::new(),
        ..seen.clone()
    }
}

fn read(sides: &[DocumentObservation]) -> anyhow::Result<Value> {
    let reading = checks::read(&sides[0], sides.get(1), pictures::day(DRAWN_ON));
    Ok(serde_json::to_value(reading)?)
}

pub(super) fn is_verified(sides: &[DocumentObservation]) -> bool {
    let sides: Vec<&DocumentObservation> = sides.iter().collect();
    is_verified_on(&sides, pictures::day(DRAWN_ON))
}

/// Whether a document of one side or two is verified on that day, in test mode, which takes specimens.
pub(super) fn is_verified_on(sides: &[&DocumentObservation], today: Day) -> bool {
    let request = checks::Request {
        mode: Mode::Test,
        today,
        allowed_types: DocumentType::ALL,
        front: sides[0],
        back: sides.get(1).copied(),
        selfie: None,
        declared_type: None,
        earlier_faces: &[],
        liveness: None,
    };
    checks::decide(&request, Policy::shipped()).verdict == Verdict::Verified
}

pub(super) fn is_suspected(sides: &[DocumentObservation]) -> bool {
    let mut signals = sides.iter().flat_map(|seen| &seen.authenticity);
    signals.any(|signal| signal.decides() && signal.suspects())
}

fn is_sent_back(sides: &[DocumentObservation]) -> bool {
    let named = [Side::Front, Side::Back].into_iter().zip(sides);
    named
        .into_iter()
        .any(|(side, seen)| checks::advice(side, seen).is_some())
}

impl Drawn {
    fn add(&mut self, seen: &Seen) {
        let (truth, reading) = (&seen.truth, &seen.reading);
        if !truth["mrz"].is_null() {
            self.zones.add(reading, &truth["mrz"]["lines"]);
        }
        if !truth["barcode"].is_null() {
            let same = reading["barcode"]["text"] == truth["barcode"]["text"];
            self.barcodes.add(same);
        }
        for field in FIELDS.into_iter().filter(|field| !truth[field].is_null()) {
            let truth = &truth[field];
            self.fields
                .entry(field)
                .or_default()
                .add(&reading[field], truth);
            self.printed
                .entry(field)
                .or_default()
                .add(&seen.printed[field], truth);
        }
        self.verified.add(seen.verified);
        self.sent_back.add(seen.sent_back);
        self.suspected.add(seen.suspected);
        self.times.push(seen.milliseconds);
    }

    /// The time that so many of a hundred take at most.
    pub(super) fn percentile(&self, of_a_hundred: usize) -> f64 {
        let at = self.times.len() * of_a_hundred / 100;
        let last = self.times.len().saturating_sub(1);
        self.times.get(at.min(last)).copied().unwrap_or_default()
    }
}
