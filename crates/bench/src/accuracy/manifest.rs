//! The `manifest.json` of a folder of pictures, which says what they show.
//!
//! `{"corpus": NAME, "items": [{"file": PATH, "truth": {…}}]}`, with paths relative to the folder. Beside
//! these an item may have
//!
//! - `back`, the picture of the document's other side,
//! - `source`, where it is from: what stands before a colon names the source, what follows the place there,
//! - `split_key`, who took it, or of what it was taken: pictures with one key are no independent samples,
//! - `conditions`, a list of the circumstances that rates are given for, each in a row of its own,
//! - `note`, what has to be known of the picture: the card says it beside the fields of fronts.
//!
//! A truth is the first of these that it has; an item with none of them is left out, and what else a truth
//! has is not looked at.
//!
//! | key | says | measured |
//! |---|---|---|
//! | `label`: `live`, `spoof` | a face before the camera; with `attack`, of which kind | signals of the selfie |
//! | `label`: `genuine`, `recapture` | a document or a thing, itself or once more from a picture of it; with `attack`, of which kind (`screen`, `print`) | signals of authenticity |
//! | `lines` | the machine readable zone; empty where there is none | every line |
//! | `line` | one line of a zone, which is all of the picture | that line |
//! | `bytes_hex`, `text` | what the barcode says; `text` is null where there is none | all of it |
//! | [`FIELDS`] | what the front says, by the keys of `bonafide read --json`; dates as `1974-08-12` | each field from the front alone, and the verdict with `back` |

use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::Value;

use super::compared::FIELDS;

const NAME: &str = "manifest.json";

#[derive(Deserialize)]
pub(crate) struct Manifest {
    pub(crate) corpus: String,
    pub(crate) items: Vec<Item>,
}

#[derive(Clone, Deserialize)]
pub(crate) struct Item {
    pub(crate) file: String,
    #[serde(default)]
    pub(super) back: Option<String>,
    #[serde(default)]
    pub(super) source: Option<String>,
    #[serde(default)]
    pub(super) split_key: Option<String>,
    #[serde(default)]
    pub(super) conditions: Vec<String>,
    #[serde(default)]
    pub(super) note: Option<String>,
    #[serde(default)]
    pub(super) truth: Value,
}

/// What an item's truth is about.
#[derive(Debug, PartialEq)]
pub(super) enum Truth {
    /// A face before the camera: `live`, or the kind of attack.
    Selfie {
        shown: String,
    },
    /// A document or a thing before the camera.
    Document {
        shown: Shown,
    },
    /// The lines of the zone.
    Zone {
        lines: Value,
    },
    /// What the barcode says: its text, null where there is none.
    BarcodeText(Value),
    /// What the barcode says, in hexadecimal digits.
    BarcodeBytes(Value),
    /// Values by field.
    Fields(Value),
    Unknown,
}

impl Truth {
    /// Whether the picture may show a zone or a barcode: those of which it is asked what lies before the
    /// camera need not.
    pub(super) fn may_have_source(&self) -> bool {
        !matches!(self, Self::Selfie { .. } | Self::Document { .. })
    }
}

/// What lies before the camera.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shown {
    /// The thing itself.
    Genuine,
    /// A picture of it, by the kind of attack (the PAI species of ISO/IEC 30107-3).
    Recapture(String),
}

impl Shown {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Genuine => "genuine",
            Self::Recapture(attack) => attack,
        }
    }
}

impl Manifest {
    pub(crate) fn is_in(folder: &Path) -> bool {
        folder.join(NAME).is_file()
    }

    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(NAME);
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

impl Item {
    pub(super) fn truth(&self) -> Truth {
        let truth = &self.truth;
        let attack = truth["attack"].as_str();
        match truth["label"].as_str() {
            Some("genuine") => {
                return Truth::Document {
                    shown: Shown::Genuine,
                };
            }
            Some(label @ "recapture") => {
                let attack = attack.unwrap_or(label).to_owned();
                return Truth::Document {
                    shown: Shown::Recapture(attack),
                };
            }
            Some(label) => {
                let attack = attack.filter(|_| label != "live");
                let shown = attack.unwrap_or(label).to_owned();
                return Truth::Selfie { shown };
            }
            None => {}
        }
        if truth["lines"].is_array() {
            return Truth::Zone {
                lines: truth["lines"].clone(),
            };
        }
        if truth["line"].is_string() {
            return Truth::Zone {
                lines: Value::from(vec![truth["line"].clone()]),
            };
        }
        if truth["bytes_hex"].is_string() {
            return Truth::BarcodeBytes(truth["bytes_hex"].clone());
        }
        if let Some(text) = truth.get("text") {
            return Truth::BarcodeText(text.clone());
        }
        if FIELDS.iter().any(|field| !truth[field].is_null()) {
            return Truth::Fields(truth.clone());
        }
        Truth::Unknown
    }

    /// The name of where the picture is from.
    pub(super) fn source(&self) -> Option<&str> {
        let source = self.source.as_deref()?;
        source.split(':').next()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn item(truth: &Value) -> Item {
        serde_json::from_value(json!({ "file": "a.jpg", "truth": truth })).unwrap()
    }

    #[test]
    fn a_label_says_which_signals_are_asked() {
        let shown = |shown| Truth::Document { shown };
        for (truth, expected) in [
            (json!({ "label": "genuine" }), shown(Shown::Genuine)),
            (
                json!({ "label": "recapture", "attack": "print" }),
                shown(Shown::Recapture("print".to_owned())),
            ),
            (
                json!({ "label": "spoof", "attack": "replay" }),
                Truth::Selfie {
                    shown: "replay".to_owned(),
                },
            ),
            (
                json!({ "label": "live", "attack": "disguise" }),
                Truth::Selfie {
                    shown: "live".to_owned(),
                },
            ),
        ] {
            assert_eq!(item(&truth).truth(), expected, "{truth}");
        }
    }

    #[test]
    fn what_a_truth_is_about_is_told_by_its_keys() {
        let lines = |lines| Truth::Zone { lines };
        for (truth, expected) in [
            (json!({ "lines": [] }), lines(json!([]))),
            (json!({ "line": "P<" }), lines(json!(["P<"]))),
            (json!({ "text": null }), Truth::BarcodeText(Value::Null)),
            (
                json!({ "bytes_hex": "00" }),
                Truth::BarcodeBytes(json!("00")),
            ),
            (
                json!({ "number": "A1" }),
                Truth::Fields(json!({ "number": "A1" })),
            ),
            (json!({ "kind": "broken_file" }), Truth::Unknown),
        ] {
            assert_eq!(item(&truth).truth(), expected, "{truth}");
        }
    }

    #[test]
    fn a_source_is_named_without_the_place_there() {
        let mut item = item(&Value::Null);
        assert_eq!(item.source(), None);
        item.source = Some("owner/name:tests/a.jpg".to_owned());
        assert_eq!(item.source(), Some("owner/name"));
    }
}
