use image::RgbImage;
use mrz::Format;
use observation::{Correction, MrzObservation, Point, Quad};

use super::bands::{Band, Piece, chains};
use super::cells::{Cell, Placed, pitch, place};
use super::choose::{Choice, choose};
use super::classes::Class;
use super::ink;
use super::reader::Reader;
use crate::line::{ALPHABET, Lattice};
use crate::line::{LineCrop, Recogniser};
use crate::runtime::NetworkError;

/// How strips are cut, height over the height of the detected line, and who reads them: the
/// recogniser of print is slower and knows OCR-B less well, but errs elsewhere.
const CUTS: [(f32, By); 6] = [
    (1.0, By::Reader),
    (0.85, By::Reader),
    (1.2, By::Reader),
    (0.92, By::Reader),
    (1.0, By::Recogniser),
    (0.85, By::Recogniser),
];
/// From here on a reading needs no second look.
const SURE: f32 = 0.7;
/// Readings less likely than this, in the mean or in a name, are no evidence of anything.
const LEAST_CONFIDENCE: f32 = 0.8;
const LEAST_NAME: f32 = 0.55;
/// A first cut less likely than this is print: no further cut of the zones that were tried changed
/// the mean by more than 0.05.
const HOPELESS: f32 = 0.7;
/// So is one with a name less likely than this: of zones that were tried the worst had 0.4.
const HOPELESS_NAME: f32 = 0.1;
/// So is one with a line that surely shows more characters than this where they can't stand: zones that were
/// tried had none, lines of Swiss driving licences eight.
const MISPLACED: usize = 3;
/// What a place allows, together, below which it surely shows something else.
const SURELY_ELSE: f32 = 0.3;
/// How far the number of characters that fit in may be from a format's.
const LENGTH_TOLERANCE: f32 = 0.2;
/// Chains of lines looked at.
const CHAINS: usize = 3;

/// Where the first line has its issuer, in formats of Doc 9303.
const STATE: std::ops::Range<usize> = 2..5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Reader,
    Recogniser,
}

/// The networks that read lines of zones.
#[derive(Clone, Copy)]
pub(crate) struct Readers<'a> {
    pub(crate) mrzs: &'a Reader,
    pub(crate) print: &'a Recogniser,
}

/// A zone and the pieces of text it was made of.
pub(crate) struct MrzDetection {
    pub(crate) mrz: MrzObservation,
    pub(crate) valid: bool,
    /// Indices of its pieces among the lines that were seen.
    pub(crate) pieces: Vec<usize>,
}

/// Reads the machine readable zone among the lines of an upright picture, if there is one.
pub(crate) fn read(
    readers: Readers<'_>,
    pixels: &RgbImage,
    seen: &[Piece<'_>],
) -> Result<Option<MrzDetection>, NetworkError> {
    let mut best: Option<MrzDetection> = None;
    for chain in chains(seen).into_iter().take(CHAINS) {
        for lines in candidates(&chain) {
            let Some(detection) = read_lines(readers, pixels, &lines, seen)? else {
                continue;
            };
            if detection.valid {
                return Ok(Some(detection));
            }
            let better = |other: &MrzDetection| detection.mrz.confidence > other.mrz.confidence;
            if best.as_ref().is_none_or(better) {
                best = Some(detection);
            }
        }
    }
    Ok(best)
}

/// Which neighbouring lines may be the zone: the lowest three, the lowest two.
fn candidates(chain: &[Band]) -> Vec<Vec<Band>> {
    let lowest = |count: usize| chain[chain.len() - count..].to_vec();
    match chain.len() {
        0 | 1 => Vec::new(),
        2 => vec![lowest(2)],
        _ => vec![lowest(3), lowest(2)],
    }
}

fn read_lines(
    readers: Readers<'_>,
    pixels: &RgbImage,
    lines: &[Band],
    seen: &[Piece<'_>],
) -> Result<Option<MrzDetection>, NetworkError> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut best: Option<Combined> = None;
    for (factor, by) in CUTS {
        let found = if cuts.is_empty() {
            Cut::found(lines, seen)
        } else {
            None
        };
        let cut = match found {
            Some(cut) => cut,
            None => Cut::made((readers, by), pixels, lines, factor)?,
        };
        cuts.push(cut.placed());
        if cuts.len() == 1 && !length_fits(&cuts[0], lines) {
            return Ok(None);
        }
        let before = best.take().map(|combined| combined.choice.lines);
        best = combined(&cuts, lines.len());
        if cuts.len() == 1 && best.as_ref().is_some_and(Combined::is_print) {
            return Ok(None);
        }
        // Check digits that hold without a change are proof; so are two cuts that say the same.
        if let Some(Combined { choice, .. }) = &best
            && choice.valid
            && choice.changes == 0
            && (choice.weakest_name >= SURE || before.as_ref() == Some(&choice.lines))
        {
            break;
        }
    }
    let Some(Combined {
        choice,
        preferred,
        cut,
        steps,
        ..
    }) = best
    else {
        return Ok(None);
    };
    if choice.confidence < LEAST_CONFIDENCE || choice.weakest_name < LEAST_NAME {
        return Ok(None);
    }
    let cut = cuts.swap_remove(cut);
    if ink::is_missing(pixels, &cut.read_as(&steps, &choice.lines)) {
        return Ok(None);
    }
    Ok(Some(MrzDetection {
        valid: choice.valid,
        pieces: lines
            .iter()
            .flat_map(|band| band.pieces.iter().copied())
            .collect(),
        mrz: MrzObservation {
            corrections: corrections(&preferred, &choice.lines),
            lines: choice.lines,
            confidence: choice.confidence,
            quads: cut.quads,
        },
    }))
}

/// Whether a format with this many lines has about as many characters a line as fit in.
fn length_fits(cut: &Cut, lines: &[Band]) -> bool {
    let (from, to) = extent(lines);
    let fits = |format: Format, pitch: f32| {
        let characters = (to - from) / pitch;
        (characters / format.line_length() as f32 - 1.0).abs() < LENGTH_TOLERANCE
    };
    cut.pitch().is_some_and(|pitch| {
        Format::ALL
            .into_iter()
            .any(|format| format.line_count() == lines.len() && fits(format, pitch))
    })
}

/// All lines of a zone, cut the same way, and what the recogniser made of them.
struct Cut {
    quads: Vec<Quad>,
    lattices: Vec<Lattice>,
    /// Its lines with their characters in place, by format; formats whose lines find no room are missing.
    readings: Vec<(Format, Vec<Placed>)>,
}

impl Cut {
    /// With its characters in place, as far as they find room.
    fn placed(mut self) -> Self {
        let lines = self.lattices.len();
        self.readings = Format::ALL
            .into_iter()
            .filter(|format| format.line_count() == lines)
            .filter_map(|format| Some((format, self.placed_as(format)?)))
            .collect();
        self
    }

    fn placed_as(&self, format: Format) -> Option<Vec<Placed>> {
        let class = |line, column| Class::of(format, line, column);
        let placed = self.placed_by(format, class)?;
        let state = placed.first()?.cells.get(STATE)?;
        let is_of_russia = state.iter().zip(b"RUS").all(|(cell, &letter)| {
            let likeliest = (0..ALPHABET.len()).max_by(|&a, &b| cell[a].total_cmp(&cell[b]));
            likeliest.is_some_and(|symbol| ALPHABET[symbol] == letter)
        });
        if is_of_russia {
            return self.placed_by(format, |line, column| class(line, column).in_cyrillic());
        }
        Some(placed)
    }

    fn placed_by(
        &self,
        format: Format,
        class: impl Fn(usize, usize) -> Class,
    ) -> Option<Vec<Placed>> {
        let pitch = self.pitch()?;
        let lines = self.lattices.iter().enumerate();
        lines
            .map(|(line, lattice)| {
                let pitch = pitch / self.scale(line);
                place(lattice, format.line_length(), pitch, |column| {
                    class(line, column)
                })
            })
            .collect()
    }

    /// What was found already, where every line is one piece and no piece is much shorter than
    /// the longest: saves reading it again.
    fn found(lines: &[Band], seen: &[Piece<'_>]) -> Option<Self> {
        let (from, to) = extent(lines);
        let mut cut = Self {
            quads: Vec::new(),
            lattices: Vec::new(),
            readings: Vec::new(),
        };
        for band in lines {
            let [piece] = band.pieces.as_slice() else {
                return None;
            };
            let (left, right) = extent(std::slice::from_ref(band));
            if left - from > 0.7 * band.height || to - right > 0.7 * band.height {
                return None;
            }
            cut.quads.push(seen[*piece].quad);
            cut.lattices.push(seen[*piece].lattice.clone());
        }
        Some(cut)
    }

    /// Cuts every line over the whole width of the zone, `factor` times the detected height.
    fn made(
        (readers, by): (Readers<'_>, By),
        pixels: &RgbImage,
        lines: &[Band],
        factor: f32,
    ) -> Result<Self, NetworkError> {
        let mut heights: Vec<f32> = lines.iter().map(|band| band.height).collect();
        heights.sort_by(f32::total_cmp);
        let height = heights[heights.len() / 2];
        let (from, to) = extent(lines);
        let margin = 0.4 * height;
        let mut cut = Self {
            quads: Vec::new(),
            lattices: Vec::new(),
            readings: Vec::new(),
        };
        for band in lines {
            let (start, _) = extent(std::slice::from_ref(band));
            let quad = band.quad(from - start - margin, to - start + margin, height * factor);
            let reading = match by {
                By::Reader => readers.mrzs.read(pixels, &quad)?,
                By::Recogniser => readers.print.read(&LineCrop::cut(pixels, &quad))?,
            };
            cut.lattices.push(reading.lattice);
            cut.quads.push(quad);
        }
        Ok(cut)
    }

    /// Distance between characters in pixels of the picture.
    fn pitch(&self) -> Option<f32> {
        let lattices: Vec<(&Lattice, f32)> = (0..self.lattices.len())
            .map(|line| (&self.lattices[line], self.scale(line)))
            .collect();
        pitch(&lattices)
    }

    fn read_as<'a>(&'a self, steps: &'a [Vec<usize>], lines: &'a [String]) -> Vec<ink::Line<'a>> {
        let cut = self.quads.iter().zip(&self.lattices);
        cut.zip(steps)
            .zip(lines)
            .map(|(((quad, lattice), steps), text)| ink::Line {
                quad,
                lattice,
                steps,
                text,
            })
            .collect()
    }

    /// Pixels of the picture a step of this line covers.
    fn scale(&self, line: usize) -> f32 {
        self.quads[line].width() / self.lattices[line].steps.len().max(1) as f32
    }
}

/// From where to where lines reach along the direction of the longest.
fn extent(lines: &[Band]) -> (f32, f32) {
    let longest = lines.iter().max_by(|a, b| a.width().total_cmp(&b.width()));
    let run = longest.map_or(Point { x: 1.0, y: 0.0 }, Band::direction);
    let along = |point: Point| point.x * run.x + point.y * run.y;
    let left = lines
        .iter()
        .map(|band| along(band.left))
        .fold(f32::INFINITY, f32::min);
    let right = lines
        .iter()
        .map(|band| along(band.right))
        .fold(f32::NEG_INFINITY, f32::max);
    (left, right)
}

/// The best reading over all cuts and formats.
struct Combined {
    choice: Choice,
    /// What the recogniser preferred in each place, whatever the format allows.
    preferred: Vec<Vec<usize>>,
    /// Index of the cut that the preferred symbols are from, and the steps of its lattices at which the
    /// characters stand.
    cut: usize,
    steps: Vec<Vec<usize>>,
    /// Of the line with most: how many places surely show what can't stand there.
    misplaced: usize,
}

impl Combined {
    /// Whether a first cut shows print, and no zone.
    fn is_print(&self) -> bool {
        self.choice.confidence < HOPELESS
            || self.choice.weakest_name < HOPELESS_NAME
            || self.misplaced > MISPLACED
    }
}

fn misplaced(line: &[Cell]) -> usize {
    let elsewhere = |cell: &&Cell| cell.iter().sum::<f32>() < SURELY_ELSE;
    line.iter().filter(elsewhere).count()
}

fn combined(cuts: &[Cut], lines: usize) -> Option<Combined> {
    let formats = Format::ALL
        .into_iter()
        .filter(|format| format.line_count() == lines);
    let (format, placed) = formats
        .map(|format| (format, placed(cuts, format)))
        .filter(|(_, placed)| !placed.is_empty())
        .max_by(|a, b| total(&a.1).total_cmp(&total(&b.1)))?;
    let cells: Vec<Vec<Cell>> = (0..lines)
        .map(|line| mean(placed.iter().map(|(_, cut)| &cut[line].cells)))
        .collect();
    let (cut, first) = *placed.first()?;
    let preferred = first
        .iter()
        .zip(&cuts[cut].lattices)
        .map(|(line, lattice)| {
            line.steps
                .iter()
                .map(|&step| strongest(lattice, step))
                .collect()
        })
        .collect();
    Some(Combined {
        misplaced: cells.iter().map(|line| misplaced(line)).max().unwrap_or(0),
        choice: choose(format, &cells),
        preferred,
        cut,
        steps: first.iter().map(|line| line.steps.clone()).collect(),
    })
}

fn total(placed: &[(usize, &[Placed])]) -> f32 {
    let scores = placed.iter().flat_map(|(_, lines)| *lines);
    scores.map(|line| line.score).sum::<f32>() / placed.len().max(1) as f32
}

/// The lines of every cut in which they find room, each with the format's number of characters in
/// place.
fn placed(cuts: &[Cut], format: Format) -> Vec<(usize, &[Placed])> {
    cuts.iter()
        .enumerate()
        .filter_map(|(number, cut)| {
            let mut readings = cut.readings.iter();
            let (_, lines) = readings.find(|(of, _)| *of == format)?;
            Some((number, lines.as_slice()))
        })
        .collect()
}

pub(super) fn mean<'a>(cuts: impl Iterator<Item = &'a Vec<Cell>>) -> Vec<Cell> {
    let mut count = 0.0;
    let mut sum: Vec<Cell> = Vec::new();
    for cells in cuts {
        count += 1.0;
        if sum.is_empty() {
            sum.clone_from(cells);
            continue;
        }
        for (total, cell) in sum.iter_mut().zip(cells) {
            for (total, value) in total.iter_mut().zip(cell) {
                *total += value;
            }
        }
    }
    for value in sum.iter_mut().flatten() {
        *value /= count;
    }
    sum
}

/// The symbol the recogniser preferred here, whatever the format allows.
fn strongest(lattice: &Lattice, step: usize) -> usize {
    let row = &lattice.steps[step];
    (0..ALPHABET.len())
        .max_by(|&a, &b| row[a].total_cmp(&row[b]))
        .unwrap_or(0)
}

fn corrections(seen: &[Vec<usize>], lines: &[String]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for (line, (seen, text)) in seen.iter().zip(lines).enumerate() {
        for (column, (&symbol, to)) in seen.iter().zip(text.chars()).enumerate() {
            let from = char::from(ALPHABET[symbol]);
            if from != to {
                corrections.push(Correction {
                    line,
                    column,
                    from,
                    to,
                });
            }
        }
    }
    corrections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mrz_reading::samples::lattice;

    /// Of a first cut of these lines, each step a pixel wide.
    fn is_print(lines: &[&str]) -> bool {
        let lattices: Vec<Lattice> = lines.iter().map(|line| lattice(line)).collect();
        let quad = |lattice: &Lattice| {
            let right = lattice.steps.len() as f32;
            Quad([(0.0, 0.0), (right, 0.0), (right, 8.0), (0.0, 8.0)].map(|(x, y)| Point { x, y }))
        };
        let cut = Cut {
            quads: lattices.iter().map(quad).collect(),
            lattices,
            readings: Vec::new(),
        };
        let combined = combined(&[cut.placed()], lines.len());
        combined.is_some_and(|combined| combined.is_print())
    }

    #[test]
    fn a_zone_is_no_print() {
        // Doc 9303-5, appendix B, and 9303-4, appendix B.
        assert!(!is_print(&[
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "7408122F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        ]));
        assert!(!is_print(&[
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
            "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ]));
    }

    #[test]
    fn lines_like_those_of_swiss_driving_licences_are_print() {
        assert!(is_print(&[
            "AAA001D<<<<<<<<<<<<<<<<<<<<<<<",
            "FACHE305142128097<<800126<<<<<",
            "FAVRAT<<ESTELLE<<<<<<<<<<<<<<<",
        ]));
    }

    #[test]
    fn two_digits_read_for_letters_make_no_print() {
        assert!(!is_print(&[
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "74O8I22F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        ]));
    }
}
