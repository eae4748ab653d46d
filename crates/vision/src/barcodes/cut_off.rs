//! PDF417 symbols (ISO/IEC 15438) of which the left end is missing: beyond the edge of the picture, or
//! under a finger. The reader begins at the start pattern and can do without the stop pattern, but not
//! the other way round. So where a stop pattern is seen, what is missing is drawn.

use image::{GrayImage, Luma, imageops};

mod columns;
mod indicators;
mod stop;

use super::dense::Region;
use columns::Columns;
use stop::Stop;

/// Pixels of a module in what is drawn.
const MODULE: u32 = 3;
/// Modules of a codeword, of the start pattern and of paper before it.
const CODEWORD: u32 = 17;
const PAPER: u32 = 4;
/// Bars and spaces of the start pattern, in modules (5.3.4).
const START: [u32; 8] = [8, 1, 1, 1, 1, 1, 1, 3];
/// Most columns of data that may be lost with the indicators: what error correction has to make up for.
const MOST_LOST: u32 = 2;

/// The symbol of a region made whole, in the ways it could have been. Empty where no stop pattern is
/// seen.
pub(super) fn completed(grey: &GrayImage, region: Region) -> Vec<GrayImage> {
    let (threshold, grey) = (region.threshold(grey), region.surroundings(grey));
    let columns = |turned: &GrayImage| {
        let stop = Stop::find(turned, threshold)?;
        Columns::before(turned, &stop)
    };
    [
        grey.clone(),
        imageops::rotate180(&grey),
        imageops::rotate90(&grey),
        imageops::rotate270(&grey),
    ]
    .iter()
    .find_map(|turned| Some(whole(&columns(turned)?)))
    .unwrap_or_default()
}

fn whole(columns: &Columns) -> Vec<GrayImage> {
    let mut whole = vec![drawn(columns, None, 0)];
    if let Some((left, lost)) = indicators::left(columns, MOST_LOST) {
        whole.push(drawn(columns, Some(&left), lost));
    }
    whole
}

/// Start pattern, the left indicators where they are missing too, room for columns that are lost, and
/// what is there.
fn drawn(columns: &Columns, indicators: Option<&GrayImage>, lost: u32) -> GrayImage {
    let seen = columns.pixels();
    let missing = indicators.map_or(0, |_| 1 + lost) * CODEWORD;
    let before = (PAPER + CODEWORD + missing) * MODULE;
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
    if let Some(indicators) = indicators {
        let fit = imageops::resize(
            indicators,
            CODEWORD * MODULE,
            seen.height(),
            imageops::FilterType::Nearest,
        );
        imageops::replace(&mut page, &fit, left.into(), margin.into());
    }
    imageops::replace(&mut page, seen, before.into(), margin.into());
    page
}
