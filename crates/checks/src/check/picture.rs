use identity::Finding;
use observation::{DocumentObservation, Signal};

use super::Case;
use crate::finding::code::{
    PICTURE_IN_COLOUR, PICTURE_NOT_EDITED, PICTURE_NOT_OF_A_RASTER, PICTURE_OF_ONE_PIECE,
};
use crate::finding::{FindingExt, failed, passed};

/// A signal, the finding it makes and what the person can do.
const SIGNALS: [(&str, &str, &str); 4] = [
    (
        "editing_traces",
        PICTURE_NOT_EDITED,
        "Send the picture as your camera took it: not a screenshot, and not changed with a program.",
    ),
    (
        "raster",
        PICTURE_NOT_OF_A_RASTER,
        "Take a picture of the document itself, not of a screen or a printed copy.",
    ),
    (
        "missing_colour",
        PICTURE_IN_COLOUR,
        "Take a picture of the document itself, not of a copy in black and white.",
    ),
    (
        "pasted_region",
        PICTURE_OF_ONE_PIECE,
        "Take a new picture of the document and send it as your camera took it, with nothing covered \
         or added.",
    ),
];

/// Whether the pictures show the document itself, as a camera saw it.
pub(super) fn check(case: &Case) -> Vec<Finding> {
    SIGNALS
        .iter()
        .map(|(name, code, person)| {
            let signals = case
                .document
                .sides
                .iter()
                .filter_map(|(_, seen)| of(seen, name));
            let worst =
                signals.max_by(|a, b| (a.score - a.threshold).total_cmp(&(b.score - b.threshold)));
            let Some(signal) = worst else {
                return passed(code, "There is nothing to tell it by.");
            };
            let finding = if signal.score > signal.threshold {
                failed(code, signal.reason.as_str(), person)
            } else {
                passed(code, signal.reason.as_str())
            };
            finding.scored(signal.score, signal.threshold)
        })
        .collect()
}

fn of<'a>(seen: &'a DocumentObservation, name: &str) -> Option<&'a Signal> {
    let mut signals = seen.authenticity.iter();
    signals.find(|signal| signal.signal == name && !signal.advisory)
}
