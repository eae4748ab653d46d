//! A folder of pictures with a `manifest.json` that says what they show.
//!
//! `{"corpus": NAME, "items": [{"file": PATH, "truth": {…}}]}`, with paths relative to the folder.
//! A truth has `lines`, those of the machine readable zone, empty where there is none; or `line`, where
//! the picture shows one line of it alone; or `text`, what the barcode says, null where there is none;
//! or `bytes_hex`, its bytes; or `label`, `live` or `spoof`, of a face before the camera, with the kind of
//! `attack`. What else a truth has is not looked at, and items with none of these are left out.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use bonafide::{batch, pictures};
use serde::Deserialize;
use serde_json::Value;
use vision::DocumentOptions;

use super::compared::Zones;
use super::rate::Rate;
use crate::bounded_vision::BoundedVision;

const MANIFEST: &str = "manifest.json";

#[derive(Deserialize)]
pub(crate) struct Manifest {
    pub(crate) corpus: String,
    pub(crate) items: Vec<Item>,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Item {
    pub(crate) file: String,
    /// The document's other side.
    #[serde(default)]
    pub(super) back: Option<String>,
    pub(super) truth: Value,
}

impl Manifest {
    pub(crate) fn is_in(folder: &Path) -> bool {
        folder.join(MANIFEST).is_file()
    }

    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(MANIFEST);
        let text =
            std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("{} is no manifest", path.display()))
    }

    pub(super) fn empty(corpus: String) -> Self {
        Self {
            corpus,
            items: Vec::new(),
        }
    }
}

/// What came of a folder.
#[derive(Default)]
pub(super) struct Corpus {
    pub(super) name: String,
    pub(super) zones: Zones,
    pub(super) barcodes: Rate,
    /// How often a signal of a selfie suspects an attack, by its kind; `live` people among them. The
    /// signals decide nothing.
    pub(super) suspected: BTreeMap<String, Rate>,
    /// Pictures that were read wrongly or not at all.
    pub(super) missed: Vec<String>,
    /// Items that were left out.
    pub(super) left_out: usize,
}

enum Judged {
    Zone { reading: Value, lines: Value },
    Barcode { right: bool },
    Presentation { kind: String, suspected: bool },
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
        let judged = judge(vision, &folder.join(&item.file), &item.truth);
        (item.file, judged)
    };
    let items = manifest.items.into_iter();
    batch::run(items, threads, work, |(file, judged)| {
        corpus.add(file, judged);
    });
    Ok(corpus)
}

fn judge(vision: &BoundedVision, path: &Path, truth: &Value) -> Judged {
    if let Some(label) = truth["label"].as_str() {
        let attack = truth["attack"].as_str().unwrap_or(label);
        let kind = if label == "live" { label } else { attack };
        return Judged::Presentation {
            kind: kind.to_owned(),
            suspected: is_suspected(vision, path),
        };
    }
    // A file that cannot be read shows nothing.
    let reading = read(vision, path).unwrap_or(Value::Null);
    let barcode = &reading["barcode"];
    if truth["lines"].is_array() {
        let lines = truth["lines"].clone();
        return Judged::Zone { reading, lines };
    }
    if truth["line"].is_string() {
        let lines = Value::from(vec![truth["line"].clone()]);
        return Judged::Zone { reading, lines };
    }
    if truth["bytes_hex"].is_string() {
        let right = barcode["bytes_hex"] == truth["bytes_hex"];
        return Judged::Barcode { right };
    }
    match truth.get("text") {
        Some(Value::Null) => Judged::Barcode {
            right: barcode.is_null(),
        },
        Some(text) => Judged::Barcode {
            right: barcode["text"] == *text,
        },
        None => Judged::Unknown,
    }
}

/// Whether a signal of a selfie is beyond its threshold.
fn is_suspected(vision: &BoundedVision, path: &Path) -> bool {
    let seen = pictures::read_file(path)
        .ok()
        .and_then(|file| vision.selfie(&file).ok());
    let signals = seen.iter().flat_map(|seen| &seen.observation.signals);
    signals.into_iter().any(|signal| signal.suspects())
}

fn read(vision: &BoundedVision, path: &Path) -> Option<Value> {
    let file = pictures::read_file(path).ok()?;
    let options = DocumentOptions {
        faces: false,
        ..DocumentOptions::default()
    };
    let seen = vision.document(&file, options).ok()?.observation;
    let reading = checks::read(&seen, None, pictures::day(pictures::today()));
    serde_json::to_value(reading).ok()
}

impl Corpus {
    fn add(&mut self, file: String, judged: Judged) {
        let right = match judged {
            Judged::Zone { reading, lines } => {
                let before = self.zones.exact.held;
                self.zones.add(&reading, &lines);
                self.zones.exact.held > before
            }
            Judged::Barcode { right } => {
                self.barcodes.add(right);
                right
            }
            Judged::Presentation { kind, suspected } => {
                let right = suspected != (kind == "live");
                self.suspected.entry(kind).or_default().add(suspected);
                right
            }
            Judged::Unknown => {
                self.left_out += 1;
                return;
            }
        };
        if !right {
            self.missed.push(file);
        }
    }
}
