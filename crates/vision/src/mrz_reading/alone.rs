//! One line of a zone and nothing else, as scanners and other readers cut them out.

use image::{Rgb, RgbImage};
use mrz::Format;
use observation::{MrzObservation, Point, Quad};

use super::cells::{Cell, Placed, pitch, place};
use super::choose::{choose, name_fields};
use super::classes::Class;
use super::read::Readers;
use super::read::mean;
use crate::line::LineCrop;
use crate::line::{ALPHABET, Lattice};
use crate::picture::grey;
use crate::runtime::NetworkError;

/// Pictures at least this many times as wide as high show one line at most.
const SLIM: f32 = 5.5;
/// Heights of the strips over the picture's.
const CUTS: [f32; 3] = [1.0, 1.15, 1.35];
/// Height of the strip that the recogniser of print reads, over the picture's.
const PRINT_CUT: f32 = 1.15;
/// Room left and right of the picture, over its height: what stands at the very edge is read too.
const MARGIN: f32 = 0.5;
/// Fewest characters of a line.
const FEWEST: usize = 8;
/// Lines that taper less are read as they are.
const SLIGHT_TAPER: f32 = 0.15;
/// What is added to the log-likelihood of a reading that is a line of some format.
const OF_A_FORMAT: f32 = 3.0;
/// What each character that was not seen, or was seen and is left out, takes off the log-likelihood of
/// a reading.
const UNSEEN: f32 = 1.0;
/// Characters that a line may lack at its end and still be known for what it is.
const MOST_CUT_OFF: usize = 3;
/// Less likely readings are no evidence of anything.
const LEAST_CONFIDENCE: f32 = 0.5;

/// Whether a picture can show no more than one line.
pub(crate) fn is_slim(pixels: &RgbImage) -> bool {
    pixels.width() as f32 >= SLIM * pixels.height() as f32
}

/// Reads the line a slim picture shows, however many characters it has. Of what it is a line is
/// not known, and no check digit is looked at.
pub(crate) fn read_alone(
    readers: Readers<'_>,
    pixels: &RgbImage,
) -> Result<Option<MrzObservation>, NetworkError> {
    let page = with_margin(pixels);
    let height = pixels.height() as f32;
    let level = cuts(readers, &page, height, 1.0)?;
    let taper = level.by_reader.first().and_then(taper).unwrap_or(1.0);
    let mut found = best(&level);
    if (taper - 1.0).abs() > SLIGHT_TAPER {
        let tapered = best(&cuts(readers, &page, height, taper)?);
        let is_better = |tapered: &Line, level: &Line| tapered.score > level.score;
        found = match (found, tapered) {
            (Some(level), Some(tapered)) if !is_better(&tapered, &level) => Some(level),
            (level, tapered) => tapered.or(level),
        };
    }
    let Some(line) = found else {
        return Ok(None);
    };
    let (text, confidence) = line.read();
    Ok((confidence >= LEAST_CONFIDENCE).then(|| MrzObservation {
        lines: vec![text],
        corrections: Vec::new(),
        confidence,
        quads: vec![upright(0.0, 0.0, pixels.width() as f32, height)],
    }))
}

/// A line cut out once, with the pixels of the picture a step covers.
struct Cut {
    lattice: Lattice,
    scale: f32,
}

/// Strips of several heights, and what the recogniser of print makes of the last of them. `taper` is
/// the height of the left end over that of the right.
fn cuts(
    readers: Readers<'_>,
    page: &RgbImage,
    height: f32,
    taper: f32,
) -> Result<Cuts, NetworkError> {
    let cut = |lattice: Lattice| {
        let scale = page.width() as f32 / lattice.steps.len().max(1) as f32;
        Cut { lattice, scale }
    };
    let mut by_reader = Vec::new();
    for factor in CUTS {
        let quad = around(page, height * factor, taper);
        by_reader.push(cut(readers.mrzs.read(page, &quad)?.lattice));
    }
    let quad = around(page, height * PRINT_CUT, taper);
    let print = readers.print.read(&LineCrop::cut(page, &quad))?.lattice;
    Ok(Cuts {
        by_reader,
        print: cut(print),
    })
}

struct Cuts {
    by_reader: Vec<Cut>,
    print: Cut,
}

/// Pitch at the left end over that at the right, as a line seen from the side has it.
fn taper(cut: &Cut) -> Option<f32> {
    let marks = cut.lattice.marks();
    let mut gaps: Vec<f32> = marks.windows(2).map(|pair| pair[1].x - pair[0].x).collect();
    let third = gaps.len() / 3;
    let (left, right) = gaps.split_at_mut_checked(third)?;
    let right = &mut right[third..];
    let median = |gaps: &mut [f32]| {
        gaps.sort_by(f32::total_cmp);
        gaps.get(gaps.len() / 2).copied()
    };
    let (left, right) = (median(left)?, median(right)?);
    // The thirds' middles are two thirds of the line apart.
    (third >= 3).then(|| (left / right).powf(1.5).clamp(0.4, 2.5))
}

/// A line with its characters in place.
struct Line {
    score: f32,
    kind: Option<(Format, usize)>,
    cells: Vec<Cell>,
}

fn best(cuts: &Cuts) -> Option<Line> {
    let Cuts { by_reader, print } = cuts;
    let (mut line, pitch) = best_by_reader(by_reader)?;
    if let Some(second) = placed(
        std::slice::from_ref(print),
        pitch,
        line.cells.len(),
        line.kind,
    ) {
        let first = std::iter::repeat_n(&line.cells, by_reader.len());
        line.cells = mean(first.chain([&second.cells]));
    }
    Some(line)
}

fn best_by_reader(cuts: &[Cut]) -> Option<(Line, f32)> {
    let seen: Vec<(&Lattice, f32)> = cuts.iter().map(|cut| (&cut.lattice, cut.scale)).collect();
    let pitch = pitch(&seen)?;
    let counted = cuts.iter().filter_map(|cut| {
        let marks = cut.lattice.marks();
        let (first, last) = (marks.first()?, marks.last()?);
        let width = (last.x - first.x) / cut.lattice.pixels_a_step * cut.scale;
        Some((width / pitch).round() as usize + 1)
    });
    let about = counted.max()?;
    let mut marks: Vec<usize> = cuts.iter().map(|cut| cut.lattice.marks().len()).collect();
    marks.sort_unstable();
    let seen = marks.get(marks.len() / 2).copied().unwrap_or(about);
    let lengths = about.saturating_sub(2).max(FEWEST)..=about + 2;
    lengths
        .flat_map(|length| {
            let kinds = kinds(length).into_iter();
            kinds.filter_map(move |(kind, prior)| {
                let line = placed(cuts, pitch, length, kind)?;
                let score = line.score + prior - UNSEEN * length.abs_diff(seen) as f32;
                Some(Line { score, ..line })
            })
        })
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .map(|line| (line, pitch))
}

fn placed(cuts: &[Cut], pitch: f32, length: usize, kind: Option<(Format, usize)>) -> Option<Line> {
    // Of what it is a line shows by where its digits are: names have none here.
    let class = |column| {
        kind.map_or(Class::Any, |(format, line)| {
            Class::of(format, line, column).without_digits()
        })
    };
    let placed: Vec<Placed> = cuts
        .iter()
        .map(|cut| place(&cut.lattice, length, pitch / cut.scale, class))
        .collect::<Option<_>>()?;
    let score = placed.iter().map(|placed| placed.score).sum::<f32>() / placed.len() as f32;
    Some(Line {
        score,
        kind,
        cells: mean(placed.iter().map(|placed| &placed.cells)),
    })
}

impl Line {
    /// The text and the mean probability of its characters.
    fn read(&self) -> (String, f32) {
        let mut symbols: Vec<usize> = self.cells.iter().map(best_of).collect();
        if let Some((format, line)) = self.kind {
            let fields = name_fields(format).iter();
            for field in fields.filter(|field| field.line == line) {
                field.decode(&self.cells, &mut symbols);
            }
        }
        if let Some(proven) = self.proven() {
            symbols = proven;
        }
        let likelihoods = self.cells.iter().zip(&symbols);
        let sum: f32 = likelihoods.map(|(cell, &symbol)| cell[symbol]).sum();
        let text = symbols
            .iter()
            .map(|&symbol| char::from(ALPHABET[symbol]))
            .collect();
        (text, sum / self.cells.len().max(1) as f32)
    }
}

impl Line {
    /// What the check digits make of it, where all that they check is on this line: the second of
    /// the formats with two.
    fn proven(&self) -> Option<Vec<usize>> {
        let (format, line) = self.kind?;
        let whole = self.cells.len() == format.line_length();
        // The French card's last check digit is of both lines.
        let alone = format.line_count() == 2 && format != Format::FrenchCard;
        if !(whole && line == 1 && alone) {
            return None;
        }
        let code = if matches!(format, Format::MrvA | Format::MrvB) {
            "V<"
        } else if format == Format::Td3 {
            "P<"
        } else {
            "I<"
        };
        let names = format!(
            "{:<<width$}",
            format!("{code}UTOA<<B"),
            width = format.line_length()
        );
        let certain = |byte: u8| -> Cell {
            std::array::from_fn(|symbol| f32::from(u8::from(ALPHABET[symbol] == byte)))
        };
        let choice = choose(
            format,
            &[names.bytes().map(certain).collect(), self.cells.clone()],
        );
        let symbol = |byte: u8| ALPHABET.iter().position(|&symbol| symbol == byte);
        choice
            .valid
            .then(|| choice.lines[1].bytes().filter_map(symbol).collect())
    }
}

/// Which lines have this many characters, or have them when their end is cut off, each with what it
/// counts that it is one; none of them is a line of no format.
fn kinds(length: usize) -> Vec<(Option<(Format, usize)>, f32)> {
    let of_formats = Format::ALL.into_iter().flat_map(|format| {
        let missing = format.line_length().checked_sub(length);
        let prior = match missing {
            Some(0) => Some(OF_A_FORMAT),
            Some(few) if few <= MOST_CUT_OFF => Some(0.0),
            _ => None,
        };
        let lines = 0..format.line_count();
        lines.filter_map(move |line| Some((Some((format, line)), prior?)))
    });
    std::iter::once((None, 0.0)).chain(of_formats).collect()
}

/// The picture on a ground of its own lightest colour, so that what stands at its edge is read too.
fn with_margin(pixels: &RgbImage) -> RgbImage {
    let margin = (pixels.height() as f32 * MARGIN) as u32;
    let mut lumas: Vec<u8> = grey(pixels).into_raw();
    lumas.sort_unstable();
    let ground = lumas.get(lumas.len() * 7 / 8).copied().unwrap_or(255);
    let (width, height) = (pixels.width() + 2 * margin, pixels.height() + 2 * margin);
    let mut page = RgbImage::from_pixel(width, height, Rgb([ground; 3]));
    image::imageops::replace(&mut page, pixels, i64::from(margin), i64::from(margin));
    page
}

/// The middle of a page, `height` high at its higher end.
fn around(page: &RgbImage, height: f32, taper: f32) -> Quad {
    let (width, middle) = (page.width() as f32, page.height() as f32 / 2.0);
    let left = height * taper.min(1.0) / 2.0;
    let right = height / taper.max(1.0) / 2.0;
    let at = |x, y| Point { x, y };
    Quad([
        at(0.0, middle - left),
        at(width, middle - right),
        at(width, middle + right),
        at(0.0, middle + left),
    ])
}

fn upright(left: f32, top: f32, right: f32, bottom: f32) -> Quad {
    let at = |x, y| Point { x, y };
    Quad([
        at(left, top),
        at(right, top),
        at(right, bottom),
        at(left, bottom),
    ])
}

fn best_of(cell: &Cell) -> usize {
    (0..cell.len())
        .max_by(|&a, &b| cell[a].total_cmp(&cell[b]))
        .unwrap_or(0)
}
