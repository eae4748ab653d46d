//! Hints about whether a selfie shows a person, and not a screen or a print (presentation attack
//! instruments, ISO/IEC 30107-1). None of them has a measured rate, so all are advisory.

mod network;

use image::RgbImage;
use observation::{Rect, Signal};

use crate::authenticity;
use crate::runtime::{Network, NetworkError};

pub use network::PresentationNetwork;
pub(crate) use network::load;

/// All signals of one selfie; `face` is its largest.
pub(crate) fn signals(
    network: Option<&dyn Network>,
    pixels: &RgbImage,
    face: Option<&Rect>,
) -> Result<Vec<Signal>, NetworkError> {
    let judged = match (network, face) {
        (Some(network), Some(face)) => network::signal(network, pixels, face)?,
        _ => None,
    };
    let raster = authenticity::raster(pixels);
    let found = [raster, judged].into_iter().flatten();
    Ok(found
        .map(|signal| Signal {
            advisory: true,
            ..signal
        })
        .collect())
}
