//! What came of a folder of pictures that this program did not draw. What a folder has is described in
//! [`super::manifest`].

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use bonafide::{batch, output, pictures};
use observation::DocumentObservation;
use serde_json::{Value, json};
use vision::DocumentOptions;

use super::fronts::{Fronts, Read, reading};
use super::manifest::{Item, Manifest, Truth};
use super::presented::{Presented, Suspicion};
use super::rate::Rate;
use super::readings::Readings;
use super::row::{rate_row, row};
use crate::bounded_vision::BoundedVision;

/// What came of a folder.
#[derive(Default)]
pub(super) struct Corpus {
    pub(super) name: String,
    pub(super) readings: Readings,
    pub(super) fronts: Fronts,
    pub(super) presented: Presented,
    /// How often a signal of a selfie suspects an attack, by its kind; `live` people among them. The
    /// signals decide nothing.
    selfies: BTreeMap<String, Rate>,
    /// Pictures that were read wrongly or not at all, or suspected though genuine, or not though they are not.
    missed: Vec<String>,
    /// Items that were left out.
    left_out: usize,
}

enum Judged {
    Zone { reading: Value, lines: Value },
    Barcode { right: bool },
    Front(Read),
    Document(Suspicion),
    Selfie { shown: String, suspected: bool },
    Unknown,
}

pub(super) fn measure(
    vision: &BoundedVision,
    folder: &Path,
    threads: usize,
) -> anyhow::Result<Corpus> {
    let manifest = Manifest::read(folder)?;
    let mut corpus = Corpus {
        name: manifest.corpus,
        ..Corpus::default()
    };
    let work = |item: Item| {
        let judged = judge(vision, folder, &item);
        (item, judged)
    };
    let items = manifest.items.into_iter();
    batch::run(items, threads, work, |(item, judged)| {
        corpus.add(&item, judged);
    });
    Ok(corpus)
}

fn judge(vision: &BoundedVision, folder: &Path, item: &Item) -> Judged {
    let path = folder.join(&item.file);
    // A file that cannot be read shows nothing.
    let read = || read(vision, &path).unwrap_or(Value::Null);
    match item.truth() {
        Truth::Selfie { shown } => Judged::Selfie {
            shown,
            suspected: is_suspected(vision, &path),
        },
        Truth::Document { shown } => {
            Judged::Document(Suspicion::of(shown, look(vision, &path).as_ref()))
        }
        Truth::Zone { lines } => Judged::Zone {
            reading: read(),
            lines,
        },
        Truth::BarcodeText(text) => {
            let barcode = &read()["barcode"];
            let right = if text.is_null() {
                barcode.is_null()
            } else {
                barcode["text"] == text
            };
            Judged::Barcode { right }
        }
        Truth::BarcodeBytes(bytes) => Judged::Barcode {
            right: read()["barcode"]["bytes_hex"] == bytes,
        },
        Truth::Fields(fields) => {
            let front = look(vision, &path);
            let mut read = Read::of(fields, front.as_ref());
            if let Some(back) = &item.back {
                let back = look(vision, &folder.join(back));
                read.judge(front.as_ref(), back.as_ref());
            }
            Judged::Front(read)
        }
        Truth::Unknown => Judged::Unknown,
    }
}

/// Whether a signal of a selfie is beyond its threshold.
fn is_suspected(vision: &BoundedVision, path: &Path) -> bool {
    let seen = pictures::read_file(path)
        .ok()
        .and_then(|file| vision.selfie(&file).ok());
    let signals = seen.iter().flat_map(|seen| &seen.observation.signals);
    signals.into_iter().any(observation::Signal::suspects)
}

/// All that is seen of a document, as in a verification.
fn look(vision: &BoundedVision, path: &Path) -> Option<DocumentObservation> {
    let file = pictures::read_file(path).ok()?;
    let seen = vision.document(&file, DocumentOptions::default()).ok()?;
    Some(seen.observation)
}

fn read(vision: &BoundedVision, path: &Path) -> Option<Value> {
    let file = pictures::read_file(path).ok()?;
    let options = DocumentOptions {
        faces: false,
        ..DocumentOptions::default()
    };
    let seen = vision.document(&file, options).ok()?.observation;
    reading(&seen, pictures::day(pictures::today()))
}

impl Corpus {
    fn add(&mut self, item: &Item, judged: Judged) {
        let right = match judged {
            Judged::Zone { reading, lines } => self.readings.add_zone(item, &reading, &lines),
            Judged::Barcode { right } => {
                self.readings.add_barcode(item, right);
                right
            }
            Judged::Front(read) => self.fronts.add(item, &read),
            Judged::Document(suspicion) => self.presented.add(item, suspicion),
            Judged::Selfie { shown, suspected } => {
                let right = suspected != (shown == "live");
                self.selfies.entry(shown).or_default().add(suspected);
                right
            }
            Judged::Unknown => {
                self.left_out += 1;
                return;
            }
        };
        if !right {
            self.missed.push(item.file.clone());
        }
    }

    /// Says what came of the folder, and of which pictures something else than is true.
    pub(super) fn say(&self) {
        let (zones, barcodes) = self.readings.all();
        for (what, rate) in [("zones", zones), ("barcodes", barcodes)] {
            if rate.of > 0 {
                output::line(&format!("{}: {what} {}", self.name, rate.shown()));
            }
        }
        self.fronts.say(&self.name);
        self.presented.say(&self.name);
        for (kind, rate) in &self.selfies {
            output::line(&format!("{}: {kind} suspected {}", self.name, rate.shown()));
        }
        for file in &self.missed {
            output::line(&format!("  not as it is: {file}"));
        }
    }

    pub(super) fn write(&self, page: &mut String) {
        let name = &self.name;
        self.readings.write(page, name);
        self.fronts.write(page, name);
        self.presented.write(page, name);
        if !self.selfies.is_empty() {
            let _infallible = write!(
                page,
                "\n### {name}: faces before the camera\n\nSuspected by a signal of the selfie. These signals \
                 decide nothing.\n\n"
            );
            row(page, &["shown", "suspected"]);
            row(page, &["---"; 2]);
            for (shown, rate) in &self.selfies {
                rate_row(page, shown, *rate);
            }
        }
        if self.left_out > 0 {
            let _infallible = writeln!(
                page,
                "\nLeft out of {name}, without a truth to compare: {}.",
                self.left_out
            );
        }
    }

    pub(super) fn json(&self) -> Value {
        let selfies = self.selfies.iter();
        let selfies: serde_json::Map<_, _> = selfies
            .map(|(kind, rate)| (kind.clone(), rate.json()))
            .collect();
        json!({
            "corpus": self.name,
            "readings": self.readings.json(),
            "fronts": self.fronts.json(),
            "presented": self.presented.json(),
            "suspected": selfies,
            "missed": self.missed,
            "left_out": self.left_out,
        })
    }
}
