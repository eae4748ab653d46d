//! Whether the digits of a printed date look like the same digits elsewhere on the document: a date that
//! was retouched is seldom set in the typeface of the rest.
//!
//! Digits are compared in one size and where they lie upon each other best. Print alone is compared: the
//! machine readable zone is set in OCR-B (ICAO Doc 9303-3, 4.4).

mod compare;
mod extent;
mod field;
mod glyph;
mod judge;
mod printed;
mod strip;

use image::RgbImage;
use observation::{Basis, Quad, Signal};

use crate::line::Character;
use crate::signal::signal as told;
use judge::Unlike;
use printed::Printed;

/// How many times as far from its like as the rest is from its own makes a date suspicious: between the
/// genuine specimens and the altered ones of the tuning family that come nearest to each other.
const THRESHOLD: f32 = 2.5;
/// Lines read with less confidence are not compared: a digit might be another.
const LEAST_CONFIDENCE: f32 = 0.8;
/// Most fields that are compared with each other.
const MOST_FIELDS: usize = 12;

/// A line outside of the machine readable zone.
pub(crate) struct PrintedLine<'a> {
    pub(crate) quad: &'a Quad,
    pub(crate) characters: &'a [Character],
    /// Mean probability of the characters, 0 to 1.
    pub(crate) confidence: f32,
}

/// `None` where there is too little to compare. Thresholds rest on specimens alone, so it is advisory.
pub(crate) fn signal<'a>(
    pixels: &RgbImage,
    lines: impl Iterator<Item = PrintedLine<'a>>,
) -> Option<Signal> {
    let mut fields = Vec::new();
    for line in lines.filter(|line| line.confidence >= LEAST_CONFIDENCE) {
        for field in field::fields(line.characters) {
            if fields.len() < MOST_FIELDS {
                fields.extend(Printed::of(pixels, line.quad, line.characters, &field));
            }
        }
    }
    let Unlike { score, region } = judge::most_unlike(&fields)?;
    let reason = if score > THRESHOLD {
        "The digits of a printed date are not of the typeface that the document has elsewhere."
    } else {
        "The digits of printed dates look like the same digits elsewhere on the document."
    };
    Some(Signal {
        region: Some(region),
        ..told(
            "glyphs_alike",
            Some(score),
            THRESHOLD,
            Basis::Simulated,
            reason,
        )
    })
}

#[cfg(test)]
mod tests;
