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
        found = dense::regions(&grey, print)
            .into_iter()
            .find_map(|region| again(&grey, region))
            .unwrap_or_default();
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
    let here = |found: Vec<Found>| -> Option<Vec<Found>> {
        let placed = found.into_iter().map(|found| Found {
            bounds: region.bounds(),
            ..found
        });
        let found: Vec<Found> = placed.collect();
        (!found.is_empty()).then_some(found)
    };
    let seen = ATTEMPTS
        .iter()
        .filter(looks)
        .find_map(|attempt| here(attempt.of(&cut)));
    seen.or_else(|| {
        let completed = cut_off::completed(grey, region);
        completed.iter().find_map(|whole| here(FIRST.of(whole)))
    })
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
