//! A second look at diacritics: dots, strokes and hooks of letters that the recogniser of print takes
//! for others or doesn't see. A small network of our own, see `training/diacritics`.

mod choose;
mod languages;

use std::sync::Arc;

use image::RgbImage;
use models::ModelError;
use observation::{Point, Quad};

use super::alphabet::LETTERS;
use super::crop::LINE_HEIGHT;
use super::letters::Letter;
use super::reading::LineReading;
use crate::picture::{Homography, grey, warp};
use crate::runtime::{Loader, Network, NetworkError, Source, Tensor};
use choose::{Evidence, choose};

const WEIGHTS: &[u8] = include_bytes!("../../weights/diacritics.onnx");
/// Size of one letter's picture, in pixels of a strip.
const WIDTH: u32 = 40;
const HEIGHT: u32 = 64;
/// Longer lines are left as they were read.
const LONGEST: u32 = 3200;
/// Most letters of one picture that are looked at.
const MOST_LETTERS: usize = 600;
/// Least pixels of the picture to one of a strip that are reckoned with: smaller print is enlarged
/// smoothly, which is quicker than sharply and does as well.
const SMOOTH: f32 = 1.0;
/// Added to the deviation of a picture's pixels, so that paper alone is not made loud.
const QUIET: f32 = 4.0;

/// Tells letters apart that differ by their diacritics.
pub(crate) struct Diacritics {
    network: Arc<dyn Network>,
}

impl Diacritics {
    /// # Errors
    /// When the runtime refuses the network.
    pub(crate) fn load(loader: &Loader) -> Result<Self, ModelError> {
        let network = loader.load(Source::Own("diacritics.onnx", WEIGHTS))?;
        Ok(Self { network })
    }

    /// Puts the diacritics of lines in capitals right, all in one run.
    pub(crate) fn correct(
        &self,
        pixels: &RgbImage,
        lines: &mut [(Quad, LineReading)],
    ) -> Result<(), NetworkError> {
        let mut data = Vec::new();
        let mut count = 0;
        let mut looked_at = Vec::new();
        for (line, (quad, reading)) in lines.iter().enumerate() {
            let letters = &reading.letters;
            if !reading.is_text()
                || !is_in_capitals(&reading.text)
                || count + letters.len() > MOST_LETTERS
            {
                continue;
            }
            if cut(pixels, quad, letters, &mut data) {
                count += letters.len();
                looked_at.push(line);
            }
        }
        if count == 0 {
            return Ok(());
        }
        let outputs = self.network.run(Tensor {
            shape: vec![count, 1, HEIGHT as usize, WIDTH as usize],
            data,
        })?;
        let scores = outputs
            .first()
            .filter(|output| output.data.len() == count * LETTERS)
            .ok_or_else(|| NetworkError("no scores".to_owned()))?;
        let mut scores = scores.data.chunks_exact(LETTERS);
        for line in looked_at {
            let reading = &mut lines[line].1;
            let letters = std::mem::take(&mut reading.letters);
            put_right(reading, &letters, &mut scores);
        }
        Ok(())
    }
}

/// Chooses each letter by the network's scores and writes it into its line.
fn put_right<'a>(
    reading: &mut LineReading,
    letters: &[Letter],
    scores: &mut impl Iterator<Item = &'a [f32]>,
) {
    let read: Vec<char> = reading.text.chars().collect();
    let length = read.len().max(1) as f32;
    let line: Vec<Evidence<'_>> = letters
        .iter()
        .zip(scores)
        .map(|(letter, scores)| {
            let (first, letters) = (letter.group.first, letter.group.letters.as_slice());
            Evidence {
                letters,
                scores: &scores[first..first + letters.len()],
                seen: &letter.seen,
                read: letter.read,
                word: words_before(&read[..letter.at.min(read.len())]),
            }
        })
        .collect();
    let choice = choose(&line);
    let mut text: Vec<String> = read.iter().map(char::to_string).collect();
    let mut changed: Vec<_> = letters
        .iter()
        .zip(choice)
        .filter(|(letter, (chosen, probability))| {
            *chosen != letter.read
                && !probability.is_nan()
                && !is_elided(&read, letter.at)
                && letter.at + letter.length <= read.len()
        })
        .collect();
    // A ligature replaces two letters, so it goes first: neither of the two keeps a mark of its own.
    changed.sort_by_key(|(letter, _)| letter.length);
    for (letter, (chosen, probability)) in changed {
        text[letter.at..letter.at + letter.length].fill(String::new());
        text[letter.at].push_str(letter.group.letters[chosen]);
        reading.confidence += (probability - letter.probability) / length;
    }
    reading.text = text.concat();
}

/// The caron of Ľ looks like an apostrophe.
fn is_elided(text: &[char], at: usize) -> bool {
    text.get(at) == Some(&'L') && matches!(text.get(at + 1), Some('\'' | '’'))
}

/// How many words end within `text`.
fn words_before(text: &[char]) -> usize {
    text.iter().filter(|letter| !letter.is_alphabetic()).count()
}

/// Whether most of its letters are capitals, as names are in print. Small letters take twice the time
/// of all else, and the recogniser knows their marks.
fn is_in_capitals(text: &str) -> bool {
    let capitals = text.chars().filter(|letter| letter.is_uppercase()).count();
    let small = text.chars().filter(|letter| letter.is_lowercase()).count();
    capitals >= 3 * small
}

/// Appends the pictures of a line's letters: a strip in the line's own proportions with room above,
/// below and at both ends, and of that a window around each letter.
fn cut(pixels: &RgbImage, quad: &Quad, letters: &[Letter], data: &mut Vec<f32>) -> bool {
    let strip_height = LINE_HEIGHT as f32;
    let width = (strip_height * quad.width() / quad.height().max(1.0)).round() as u32;
    if letters.is_empty() || !(8..=LONGEST).contains(&width) {
        return false;
    }
    let above = (HEIGHT - LINE_HEIGHT) as f32 / 2.0 / strip_height;
    let beside = WIDTH as f32 / 2.0 / width as f32;
    let size = ((width + WIDTH) as f32, HEIGHT as f32);
    let Some(mapping) = Homography::from_target(&grown(quad, beside, above), size.0, size.1) else {
        return false;
    };
    let step = (quad.height() / strip_height).max(SMOOTH);
    let strip = grey(&warp(pixels, &mapping, width + WIDTH, HEIGHT, step));
    for letter in letters {
        let left = (letter.place * width as f32).round() as usize;
        let left = left.min(width as usize);
        let rows = strip.as_raw().chunks_exact((width + WIDTH) as usize);
        let begin = data.len();
        for row in rows {
            data.extend(
                row[left..left + WIDTH as usize]
                    .iter()
                    .map(|&grey| f32::from(grey)),
            );
        }
        normalise(&mut data[begin..]);
    }
    true
}

/// To a mean of 0 and a deviation of 1.
fn normalise(values: &mut [f32]) {
    let count = values.len().max(1) as f32;
    let mean = values.iter().sum::<f32>() / count;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / count;
    let scale = 1.0 / (variance.sqrt() + QUIET);
    for value in values {
        *value = (*value - mean) * scale;
    }
}

/// The line with these shares of its length and of its height more at each side.
fn grown(quad: &Quad, beside: f32, above: f32) -> Quad {
    let [a, b, c, d] = quad.0;
    let out = |from: Point, along: Point, up: Point| Point {
        x: from.x + (from.x - along.x) * beside + (from.x - up.x) * above,
        y: from.y + (from.y - along.y) * beside + (from.y - up.y) * above,
    };
    Quad([out(a, b, d), out(b, a, c), out(c, d, b), out(d, c, a)])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use image::Rgb;

    use super::*;
    use crate::runtime::Runtime;

    fn line() -> Quad {
        let at = |x, y| Point { x, y };
        Quad([
            at(30.0, 20.0),
            at(130.0, 20.0),
            at(130.0, 44.0),
            at(30.0, 44.0),
        ])
    }

    #[test]
    fn a_line_grows_by_shares_of_itself() {
        let grown = grown(&line(), 0.1, 0.25);
        let bounds = grown.bounds();
        assert_eq!((bounds.x, bounds.y), (20.0, 14.0));
        assert_eq!((bounds.width, bounds.height), (120.0, 36.0));
    }

    #[test]
    fn any_number_of_letters_is_looked_at_at_once_in_every_runtime() {
        let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
        for runtime in [Runtime::Rten, Runtime::installed(&models)] {
            let loader = Loader::new(runtime, &models, 1).unwrap();
            let diacritics = Diacritics::load(&loader).unwrap();
            for count in [1, 3, 200] {
                let size = (HEIGHT * WIDTH) as usize;
                let input = Tensor {
                    shape: vec![count, 1, HEIGHT as usize, WIDTH as usize],
                    data: vec![0.0; count * size],
                };
                let outputs = diacritics.network.run(input).unwrap();
                assert_eq!(outputs[0].shape, [count, LETTERS]);
            }
        }
    }

    #[test]
    fn pictures_of_letters_are_even() {
        let mut values: Vec<f32> = (0..100).map(|at| (at % 10) as f32 * 20.0).collect();
        normalise(&mut values);
        let mean = values.iter().sum::<f32>() / 100.0;
        assert!(mean.abs() < 1e-4);
        normalise(&mut [7.0; 4]);
        let pixels = RgbImage::from_pixel(200, 100, Rgb([9; 3]));
        let mut data = Vec::new();
        assert!(!cut(&pixels, &line(), &[], &mut data));
    }
}
