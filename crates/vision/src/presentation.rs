//! Hints about whether a selfie shows a person, and not a screen or a print (presentation attack
//! instruments, ISO/IEC 30107-1). None of them has a rate measured on selfies, so none decides.

mod network;

use image::RgbImage;
use observation::{Basis, Rect, Signal};

use crate::picture::{Saving, grey, lattice};
use crate::runtime::{Network, NetworkError};

pub use network::PresentationNetwork;
pub(crate) use network::load;

/// All signals of one selfie; `face` is its largest.
pub(crate) fn signals(
    network: Option<&dyn Network>,
    pixels: &RgbImage,
    saving: Saving,
    face: Option<&Rect>,
) -> Result<Vec<Signal>, NetworkError> {
    let judged = match (network, face) {
        (Some(network), Some(face)) => network::signal(network, pixels, face)?,
        _ => None,
    };
    let part = |left, top, side| {
        grey(&image::imageops::crop_imm(pixels, left, top, side, side).to_image())
    };
    let raster =
        lattice::measure(pixels.dimensions(), part).map(|score| lattice::signal(score, saving));
    let found = [raster, judged].into_iter().flatten();
    Ok(found
        .map(|signal| Signal {
            basis: Basis::Simulated,
            ..signal
        })
        .collect())
}
