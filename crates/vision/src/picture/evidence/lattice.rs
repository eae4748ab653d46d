//! Pictures of screens and of raster prints: the lattice of their pixels or dots stands out in the
//! spectrum.
//!
//! Print and skin have energy at all frequencies; a screen's pixels or a halftone's dots have it at the two
//! vectors of a lattice. Those change slowly across the picture, with the perspective, so neighbouring
//! tiles agree about them, while an edge or a letter stands in one tile alone. Cloth and stripes mostly
//! have one direction, and wider pitches. So of each patch of tiles the second of two independent peaks
//! counts, and of the picture the patches where it stands out most.
//!
//! Measured on the pixels of the file: made smaller, a picture has lost its finest lattice.

use image::GrayImage;
use observation::Signal;

mod spectrum;

use crate::picture::Saving;
use crate::signal::{real, signal as signal_of};
use spectrum::Spectra;

/// Side of a tile, in pixels.
const TILE: usize = 128;
/// Tiles across and down a patch.
const TILES: usize = 3;
/// From one tile of a patch to the next, in pixels.
const STEP: usize = 128;
/// Side of a patch, in pixels.
const PATCH: u32 = (TILE + STEP * (TILES - 1)) as u32;
/// Patches across and down a picture, at most.
const MOST_PATCHES: u32 = 8;
/// One patch in so many is where a lattice has to stand out.
const ONE_IN: usize = 10;
/// Natural logarithm of the second peak over its surroundings from which it is a lattice's: what one of 59
/// native pictures of genuine things in `recapture` reached, of woven cloth.
const THRESHOLD: f32 = 1.95;

/// How far a lattice stands out in a picture of this size, as a natural logarithm; `None` for one that is
/// too small. `part` is a square of the picture by its left, top and side.
pub(crate) fn measure(
    (width, height): (u32, u32),
    part: impl Fn(u32, u32, u32) -> GrayImage,
) -> Option<f32> {
    if width.min(height) < PATCH {
        return None;
    }
    let spectra = Spectra::new();
    let mut found: Vec<f32> = places(height)
        .flat_map(|top| places(width).map(move |left| (left, top)))
        .map(|(left, top)| spectra.lattice(&part(left, top, PATCH)))
        .collect();
    found.sort_by(|a, b| b.total_cmp(a));
    found.truncate((found.len() / ONE_IN).max(1));
    Some(found.iter().sum::<f32>() / found.len() as f32)
}

/// Where patches begin along a side; they overlap by half where there are few.
fn places(side: u32) -> impl Iterator<Item = u32> + Clone {
    let count = (2 * side / PATCH).clamp(1, MOST_PATCHES);
    (0..count).map(move |at| (side - PATCH) * at / (count - 1).max(1))
}

/// The signal of what [`measure`] found in a file that was saved in this way.
pub(crate) fn signal(score: f32, saving: Saving) -> Signal {
    let basis = real("recapture", 59, 51);
    if saving == Saving::Reduced {
        let reason = "The picture was saved small or coarsely, as messengers do: it can't tell whether a \
                      screen or a print was photographed.";
        return signal_of("raster", None, THRESHOLD, basis, reason);
    }
    let reason = if score > THRESHOLD {
        "A lattice of pixels or print dots runs through the picture: a screen or a print was \
         photographed."
    } else {
        "No lattice of pixels or print dots stands out."
    };
    signal_of("raster", Some(score), THRESHOLD, basis, reason)
}

#[cfg(test)]
mod tests;
