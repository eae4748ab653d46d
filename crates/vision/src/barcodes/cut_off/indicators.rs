//! Row indicators. Those on the right say everything that those on the left say, in another order, so
//! the left ones can be drawn: the writer draws symbols of so many rows and columns and that level of
//! error correction until one has the right ones that are seen.

use image::{GrayImage, Luma};
use zxingcpp::BarcodeFormat;

use super::columns::Columns;
use super::{CODEWORD, START_WIDTH, STOP_WIDTH};

/// Share of the modules that change from one row to the next, at least.
const CHANGE: f32 = 0.2;
/// Share of the modules of the right indicators that have to be as drawn: by chance it is half of them.
const ALIKE: f32 = 0.85;
/// Rows, columns of data and levels of error correction that symbols have.
const ROWS: std::ops::RangeInclusive<u32> = 3..=90;
const MOST_COLUMNS: u32 = 30;
const MOST_CODEWORDS: u32 = 928;
const LEVELS: u32 = 9;
/// Most columns of data that may be lost with the indicators: what error correction has to make up for.
const MOST_LOST: u32 = 2;

/// What is missing beside the start pattern.
pub(super) struct Missing {
    /// The left indicators, a pixel a module and row.
    pub(super) indicators: GrayImage,
    /// Columns of data that are missing with the indicators.
    pub(super) columns: u32,
}

/// What is missing, by what the right indicators say of the whole symbol. `None` where they can't be
/// read.
pub(super) fn missing(columns: &Columns) -> Option<Missing> {
    let rows = rows(columns)?;
    let mut best: Option<(f32, Missing)> = None;
    for lost in 0..=MOST_LOST {
        let data = columns.count - 1 + lost;
        for rows in (rows.saturating_sub(1)..=rows + 1).filter(|rows| ROWS.contains(rows)) {
            for level in 0..LEVELS {
                let Some((indicators, right)) = drawn(data, rows, level) else {
                    continue;
                };
                let alike = alike(columns, &right);
                if best.as_ref().is_none_or(|(most, _)| alike > *most) {
                    let columns = lost;
                    best = Some((
                        alike,
                        Missing {
                            indicators,
                            columns,
                        },
                    ));
                }
            }
        }
    }
    let (alike, missing) = best?;
    (alike >= ALIKE).then_some(missing)
}

/// How many rows there are, by where most modules change at once.
fn rows(columns: &Columns) -> Option<u32> {
    let modules = columns.count * CODEWORD;
    let changed = |y: u32| {
        let changes = |module: &u32| columns.is_ink(*module, y - 1) != columns.is_ink(*module, y);
        (0..modules).filter(changes).count() as f32 / modules as f32
    };
    let changed: Vec<f32> = (1..columns.height()).map(changed).collect();
    let mut starts = Vec::new();
    for (at, &share) in changed.iter().enumerate() {
        let before = at.checked_sub(1).map_or(0.0, |before| changed[before]);
        let after = changed.get(at + 1).copied().unwrap_or(0.0);
        if share >= CHANGE && share >= before && share > after {
            starts.push(at);
        }
    }
    let mut heights: Vec<usize> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    heights.sort_unstable();
    let middle = heights.get(heights.len() / 2).copied()? as f32;
    // Of rows whose beginning was not seen there are two or more in one.
    let single = heights
        .iter()
        .filter(|&&height| (height as f32) < 1.5 * middle);
    let (sum, count) = single.fold((0, 0), |(sum, count), height| (sum + height, count + 1));
    let height = sum as f32 / count as f32;
    Some((columns.height() as f32 / height).round() as u32)
}

/// Left and right indicators of symbols with so many columns of data, a pixel a module and row.
fn drawn(columns: u32, rows: u32, level: u32) -> Option<(GrayImage, GrayImage)> {
    if columns > MOST_COLUMNS || columns * rows > MOST_CODEWORDS {
        return None;
    }
    let options = format!("columns={columns},rows={rows},ecLevel={level}");
    let creator = zxingcpp::create(BarcodeFormat::PDF417).options(options);
    let plain = zxingcpp::write().scale(1).add_quiet_zones(false);
    let picture = creator.from_str("A").ok()?.to_image_with(&plain).ok()?;
    let (width, height) = (picture.width() as u32, picture.height() as u32);
    let modules = START_WIDTH + (columns + 2) * CODEWORD + STOP_WIDTH;
    if width % modules != 0 || height % rows != 0 {
        return None;
    }
    let (data, module, row) = (picture.data(), width / modules, height / rows);
    let cut = |first: u32| {
        GrayImage::from_fn(CODEWORD, rows, |x, y| {
            let (x, y) = ((first + x) * module + module / 2, y * row + row / 2);
            Luma([data[(y * width + x) as usize]])
        })
    };
    let right = START_WIDTH + (columns + 1) * CODEWORD;
    Some((cut(START_WIDTH), cut(right)))
}

/// Share of the right indicators' modules that are as they were drawn.
fn alike(columns: &Columns, right: &GrayImage) -> f32 {
    let first = (columns.count - 1) * CODEWORD;
    let same = right.enumerate_pixels().filter(|(x, row, luma)| {
        let y = ((*row as f32 + 0.5) / right.height() as f32 * columns.height() as f32) as u32;
        columns.is_ink(first + x, y) == (luma[0] < 128)
    });
    same.count() as f32 / (right.width() * right.height()) as f32
}
