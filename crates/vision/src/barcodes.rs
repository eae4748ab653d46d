//! Barcodes: PDF417, QR, DataMatrix, Aztec.

mod attempt;
mod cut_off;
mod dense;
mod sequence;

use image::{GrayImage, RgbImage};
use observation::{Barcode, Quad, Rect};

use crate::picture::grey;
use attempt::{ATTEMPTS, Attempt, FIRST, Found};

/// Every barcode of a picture, largest first. A look at the whole picture finds most; where it
/// finds none, what has the texture of one, and is not the `print` that was read, is looked at again in
/// other ways.
pub(crate) fn read(pixels: &RgbImage, print: &[Quad]) -> Vec<Barcode> {
    let grey = grey(pixels);
    let mut found = FIRST.of(&grey);
    if found.is_empty() {
        let regions = dense::regions(&grey, print);
        let closer = regions.iter().find_map(|region| again(&grey, *region));
        // The last and dearest, so of one region alone.
        let whole = || made_whole(&grey, *regions.first()?);
        found = closer.or_else(whole).unwrap_or_default();
    }
    let mut barcodes = sequence::joined(found);
    barcodes.sort_by(|a, b| b.bounds.area().total_cmp(&a.bounds.area()));
    barcodes
}

/// The first way of looking at a region that finds something.
fn again(grey: &GrayImage, region: dense::Region) -> Option<Vec<Found>> {
    let cut = region.cut(grey);
    let looks = |attempt: &&Attempt| {
        u64::from(cut.width()) * u64::from(cut.height()) <= attempt.most_pixels
    };
    let attempts = ATTEMPTS.iter().filter(looks);
    first_found(attempts.map(|attempt| attempt.of(&cut)), region)
}

/// What is found once the end of it that is missing has been drawn.
fn made_whole(grey: &GrayImage, region: dense::Region) -> Option<Vec<Found>> {
    let completed = cut_off::completed(grey, region);
    first_found(completed.iter().map(|whole| FIRST.of(whole)), region)
}

/// The first that is something, where the region is.
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

/// Of a symbol that was found, in pixels of the picture that was looked at.
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
