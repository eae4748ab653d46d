//! Hints about whether a picture shows a document in somebody's hand, and not a screen, a copy or
//! something made with a program.
//!
//! Each [`Signal`] has a score that grows with suspicion and the threshold it is judged by. Where
//! they catch what, and whom they would turn away, is in `docs/accuracy.md`.

mod colour;
mod screen;
pub(crate) mod traces;

use image::RgbImage;
use observation::Signal;

/// All signals of one side.
pub(crate) fn signals(traces: traces::Traces, pixels: &RgbImage) -> Vec<Signal> {
    [
        traces.signal(),
        screen::signal(pixels),
        colour::signal(pixels),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a signal says.
fn signal(name: &str, score: f32, threshold: f32, reason: &str) -> Signal {
    Signal {
        signal: name.to_owned(),
        score,
        threshold,
        advisory: false,
        reason: reason.to_owned(),
    }
}
