//! PDF417 symbols (ISO/IEC 15438) of which the left end is missing: beyond the edge of the picture, or
//! under a finger. The reader begins at the start pattern and can do without the stop pattern, but not
//! the other way round. So where a stop pattern is seen, what is missing is drawn.

use image::{GrayImage, Luma, imageops};

mod columns;
mod indicators;
mod stop;

use super::dense::Region;
use columns::Columns;
use indicators::Missing;
use stop::Stop;

/// Pixels of a module in what is drawn.
const MODULE: u32 = 3;
/// Modules of a codeword, of the patterns at both ends, and of paper around them (ISO/IEC 15438, 5.3).
const CODEWORD: u32 = 17;
const START_WIDTH: u32 = 17;
const STOP_WIDTH: u32 = 18;
const PAPER: u32 = 4;
/// Bars and spaces of the start pattern, in modules (5.3.4).
const START: [u32; 8] = [8, 1, 1, 1, 1, 1, 1, 3];

/// Turns by which bars that stand in a region run from left to right.
const TURNS: [fn(&GrayImage) -> GrayImage; 4] = [
    GrayImage::clone,
    imageops::rotate180,
    imageops::rotate90,
    imageops::rotate270,
];

/// The symbol of a region made whole, in the ways it could have been. Empty where no stop pattern is
/// seen.
pub(super) fn completed(grey: &GrayImage, region: Region) -> Vec<GrayImage> {
    let Some(threshold) = region.threshold(grey) else {
        return Vec::new();
    };
    let grey = region.surroundings(grey);
    let columns = TURNS.iter().find_map(|turn| {
        let turned = turn(&grey);
        let stop = Stop::find(&turned, threshold)?;
        Columns::before(&turned, &stop)
    });
    columns.map_or_else(Vec::new, |columns| whole(&columns))
}

fn whole(columns: &Columns) -> Vec<GrayImage> {
    let missing = indicators::missing(columns);
    std::iter::once(None)
        .chain(missing.as_ref().map(Some))
        .map(|missing| drawn(columns, missing))
        .collect()
}

/// Start pattern, what is missing besides, and what is there.
fn drawn(columns: &Columns, missing: Option<&Missing>) -> GrayImage {
    let seen = columns.pixels();
    let codewords = missing.map_or(0, |missing| 1 + missing.columns);
    let before = (PAPER + START_WIDTH + codewords * CODEWORD) * MODULE;
    let margin = PAPER * MODULE;
    let size = (before + seen.width() + margin, seen.height() + 2 * margin);
    let mut page = GrayImage::from_pixel(size.0, size.1, Luma([u8::MAX]));
    let mut left = PAPER * MODULE;
    for (at, modules) in START.into_iter().enumerate() {
        let width = modules * MODULE;
        if at % 2 == 0 {
            let bar = GrayImage::new(width, seen.height());
            imageops::replace(&mut page, &bar, left.into(), margin.into());
        }
        left += width;
    }
    if let Some(missing) = missing {
        let fit = imageops::resize(
            &missing.indicators,
            CODEWORD * MODULE,
            seen.height(),
            imageops::FilterType::Nearest,
        );
        imageops::replace(&mut page, &fit, left.into(), margin.into());
    }
    imageops::replace(&mut page, seen, before.into(), margin.into());
    page
}
