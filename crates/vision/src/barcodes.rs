//! Barcodes: PDF417, QR, DataMatrix, Aztec.

mod attempt;
mod cut_off;
mod dense;
mod sequence;

use image::{GrayImage, RgbImage};
use observation::{Barcode, Quad, Rect};

use crate::picture::grey;
use attempt::{ATTEMPTS, Attempt, FIRST, Found};

const MEGAPIXEL: u64 = 1 << 20;
/// Pixels of one second look, and of all second looks at a picture together. They bound the time, and
/// unlike a clock they give the same answer on every machine.
const MOST_AT_ONCE: u64 = 4 * MEGAPIXEL;
const MOST_PIXELS: u64 = 16 * MEGAPIXEL;

/// Every barcode of a picture, largest first. A look at the whole picture finds most. Where it finds
/// none, regions with the texture of a barcode, outside of the `print` that was read, are looked at
/// again in other ways.
pub(crate) fn read(pixels: &RgbImage, print: &[Quad]) -> Vec<Barcode> {
    let grey = grey(pixels);
    let mut found = FIRST.of(&grey);
    if found.is_empty() {
        let regions = dense::regions(&grey, print);
        let closer = again(&grey, &regions);
        // Drawing a missing end is the last way and the dearest, so it is tried on one region alone.
        let whole = || made_whole(&grey, *regions.first()?);
        found = closer.or_else(whole).unwrap_or_default();
    }
    let mut barcodes = sequence::joined(found);
    barcodes.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
    barcodes
}

/// The first barcode that is found in a region, in any way of looking.
fn again(grey: &GrayImage, regions: &[dense::Region]) -> Option<Vec<Found>> {
    let cuts: Vec<GrayImage> = regions.iter().map(|region| region.cut(grey)).collect();
    looks(&cuts).into_iter().find_map(|(attempt, at)| {
        let look = std::iter::once_with(|| attempt.of(&cuts[at]));
        first_found(look, regions[at])
    })
}

/// Ways of looking that fit the time, each with the index of the picture it looks at. Cheap ways come
/// first, for every picture, so that a dear look at one picture can't use up the time of another.
fn looks(cuts: &[GrayImage]) -> Vec<(&'static Attempt, usize)> {
    let mut left = MOST_PIXELS;
    let mut looks = Vec::new();
    for attempt in &ATTEMPTS {
        for (at, cut) in cuts.iter().enumerate() {
            let pixels = attempt.pixels(cut);
            if pixels <= left.min(MOST_AT_ONCE) {
                left -= pixels;
                looks.push((attempt, at));
            }
        }
    }
    looks
}

/// The barcode of a region whose missing end is drawn first.
fn made_whole(grey: &GrayImage, region: dense::Region) -> Option<Vec<Found>> {
    let completed = cut_off::completed(grey, region);
    first_found(completed.iter().map(|whole| FIRST.of(whole)), region)
}

/// The first barcode that these looks find, placed where the region is.
fn first_found(
    mut looks: impl Iterator<Item = Vec<Found>>,
    region: dense::Region,
) -> Option<Vec<Found>> {
    let mut found = looks.find(|found| !found.is_empty())?;
    for found in &mut found {
        found.bounds = region.bounds();
    }
    Some(found)
}

/// Bounds of a symbol that was found, in pixels of the picture that was looked at.
fn bounds(position: zxingcpp::Position, scale: f32) -> Rect {
    let corners = [
        position.top_left,
        position.top_right,
        position.bottom_right,
        position.bottom_left,
    ];
    let xs = corners.map(|corner| corner.x as f32 / scale);
    let ys = corners.map(|corner| corner.y as f32 / scale);
    let (left, right) = (least(xs), -least(xs.map(|x| -x)));
    let (top, bottom) = (least(ys), -least(ys.map(|y| -y)));
    Rect {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    }
}

fn least(values: [f32; 4]) -> f32 {
    values.into_iter().fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests;
