//! Where the lines of a machine readable zone are.

use observation::{Point, Quad, Rect};

use crate::line::LineReading;
use crate::line::{FILLER, Lattice, symbol_like};

/// One line, or piece of a line, as it was found and read.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'a> {
    pub(crate) quad: Quad,
    pub(crate) text: &'a str,
    pub(crate) lattice: &'a Lattice,
}

impl<'a> Piece<'a> {
    pub(crate) fn of((quad, reading): &'a (Quad, LineReading)) -> Self {
        Self {
            quad: *quad,
            text: &reading.text,
            lattice: &reading.lattice,
        }
    }
}

/// Shorter pieces can't start a line.
const FEWEST_CHARACTERS: usize = 5;
/// Capitals that a piece beside a line must have to belong to another line.
const FEWEST_CAPITALS: usize = 3;
/// Lines with no filler run must have this many characters to count, and this many digits among
/// them: titles in capitals have none, and names are followed by fillers.
const PLAIN_CHARACTERS: usize = 18;
const PLAIN_DIGITS: usize = 4;
/// Share of the characters that must belong to the alphabet as they are.
const ALPHABET_SHARE: f32 = 0.8;
/// Distance between lines over their height, as boxes are drawn.
const SPACING: std::ops::Range<f32> = 0.55..3.2;

/// How far a piece may lie off a line, over its distance from the line's nearest end: directions
/// of short boxes are rough.
const SLACK: f32 = 0.03;

/// One line of a zone, all its pieces together.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// Ends of the middle line, in reading direction.
    pub(super) left: Point,
    pub(super) right: Point,
    pub(super) height: f32,
    /// Indices of its pieces among all pieces that were seen.
    pub(super) pieces: Vec<usize>,
}

impl Band {
    pub(super) fn width(&self) -> f32 {
        self.left.distance(self.right)
    }

    pub(super) fn direction(&self) -> Point {
        let width = self.width().max(f32::EPSILON);
        Point {
            x: (self.right.x - self.left.x) / width,
            y: (self.right.y - self.left.y) / width,
        }
    }

    /// Signed distance of a point from the middle line, positive below.
    fn below(&self, point: Point) -> f32 {
        let run = self.direction();
        (point.y - self.left.y) * run.x - (point.x - self.left.x) * run.y
    }

    fn along(&self, point: Point) -> f32 {
        let run = self.direction();
        (point.x - self.left.x) * run.x + (point.y - self.left.y) * run.y
    }

    /// The part of the line between `from` and `to`, in pixels along it, `height` high.
    pub(super) fn quad(&self, from: f32, to: f32, height: f32) -> Quad {
        let run = self.direction();
        let at = |along: f32, across: f32| Point {
            x: self.left.x + run.x * along - run.y * across,
            y: self.left.y + run.y * along + run.x * across,
        };
        let half = height / 2.0;
        Quad([at(from, -half), at(to, -half), at(to, half), at(from, half)])
    }
}

/// Neighbouring lines that look like a zone, top to bottom, the most filled first.
pub(super) fn chains(seen: &[Piece<'_>]) -> Vec<Vec<Band>> {
    let whole = chained(bands(seen, |piece| is_mrz_like(piece.text)), seen);
    if whole.first().is_some_and(|chain| chain.len() > 1) {
        return whole;
    }
    // One whole line at most: the others may be in pieces too short to be told from print.
    let beside = |piece: &Piece<'_>| {
        whole.iter().flatten().any(|band| {
            let below = band.below(piece.quad.centre()).abs() / band.height;
            below < SPACING.end
        })
    };
    let belongs =
        |piece: &Piece<'_>| is_mrz_like(piece.text) || is_capital(piece.text) && beside(piece);
    chained(bands(seen, belongs), seen)
}

fn chained(mut bands: Vec<Band>, seen: &[Piece<'_>]) -> Vec<Vec<Band>> {
    // Top to bottom as the longest line sees it: a tilted picture's short lines would mislead.
    if let Some(longest) = bands
        .iter()
        .max_by(|a, b| a.width().total_cmp(&b.width()))
        .cloned()
    {
        let depth = |band: &Band| longest.below(middle(band));
        bands.sort_by(|a, b| depth(a).total_cmp(&depth(b)));
    }
    let mut chains: Vec<Vec<Band>> = Vec::new();
    for band in bands {
        let home = chains
            .iter_mut()
            .find(|chain| chain.last().is_some_and(|last| follows(last, &band)));
        match home {
            Some(chain) => chain.push(band),
            None => chains.push(vec![band]),
        }
    }
    let fillers = |chain: &Vec<Band>| -> usize {
        let pieces = chain.iter().flat_map(|band| &band.pieces);
        pieces.map(|&piece| look(seen[piece].text).fillers).sum()
    };
    chains.sort_by_key(|chain| std::cmp::Reverse((chain.len().min(3), fillers(chain))));
    chains
}

fn middle(band: &Band) -> Point {
    Point {
        x: f32::midpoint(band.left.x, band.right.x),
        y: f32::midpoint(band.left.y, band.right.y),
    }
}

fn follows(above: &Band, below: &Band) -> bool {
    let (longer, shorter) = if above.width() > below.width() {
        (above, below)
    } else {
        (below, above)
    };
    let distance = longer.below(middle(shorter)).abs();
    let height = above.height.max(below.height);
    let (from, to) = (
        longer.along(shorter.left).max(0.0),
        longer.along(shorter.right).min(longer.width()),
    );
    SPACING.contains(&(distance / height))
        && to - from > 0.5 * shorter.width()
        && above.height.min(below.height) > 0.5 * height
}

struct Look {
    characters: usize,
    /// Characters that belong to the alphabet as they are.
    own: usize,
    fillers: usize,
    digits: usize,
}

fn look(text: &str) -> Look {
    let mut look = Look {
        characters: 0,
        own: 0,
        fillers: 0,
        digits: 0,
    };
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        look.characters += 1;
        let filler = symbol_like(character) == Some(FILLER);
        look.fillers += usize::from(filler);
        look.digits += usize::from(character.is_ascii_digit());
        let own = filler || character.is_ascii_uppercase() || character.is_ascii_digit();
        look.own += usize::from(own);
    }
    look
}

/// Whether a line can hardly be anything but a whole line of a zone.
pub(crate) fn is_mrz_line(text: &str) -> bool {
    let look = look(text);
    look.fillers >= 2 && look.characters >= PLAIN_CHARACTERS && is_mrz_like(text)
}

/// Where a zone may be, judged by its pieces: they and some lines' height around them, the whole
/// width. `None` without a piece.
pub(crate) fn neighbourhood(lines: &[(Quad, LineReading)]) -> Option<Rect> {
    let pieces = lines
        .iter()
        .filter(|(_, reading)| is_mrz_like(&reading.text) && look(&reading.text).fillers >= 2);
    let (mut top, mut bottom, mut height) = (f32::INFINITY, f32::NEG_INFINITY, 0.0f32);
    for (quad, _) in pieces {
        let bounds = quad.bounds();
        top = top.min(bounds.y);
        bottom = bottom.max(bounds.y + bounds.height);
        height = height.max(quad.height());
    }
    let margin = 4.0 * height;
    (top < bottom).then(|| Rect {
        x: f32::MIN / 4.0,
        y: top - margin,
        width: f32::MAX / 2.0,
        height: bottom - top + 2.0 * margin,
    })
}

fn is_capital(text: &str) -> bool {
    let look = look(text);
    look.characters >= FEWEST_CAPITALS && look.own as f32 >= ALPHABET_SHARE * look.characters as f32
}

fn is_mrz_like(text: &str) -> bool {
    let look = look(text);
    look.characters >= FEWEST_CHARACTERS
        && look.own as f32 >= ALPHABET_SHARE * look.characters as f32
        && (look.fillers >= 2 || look.characters >= PLAIN_CHARACTERS && look.digits >= PLAIN_DIGITS)
}

/// Pieces joined to lines: the longest piece of each gives the direction, what lies on it belongs
/// to it.
fn bands(seen: &[Piece<'_>], belongs: impl Fn(&Piece<'_>) -> bool) -> Vec<Band> {
    let mut order: Vec<usize> = (0..seen.len()).filter(|&at| belongs(&seen[at])).collect();
    order.sort_by(|&a, &b| seen[b].quad.width().total_cmp(&seen[a].quad.width()));
    let mut bands: Vec<Band> = Vec::new();
    for at in order {
        let quad = &seen[at].quad;
        let on = |band: &&mut Band| {
            let centre = quad.centre();
            let along = band.along(centre);
            let away = (along - along.clamp(0.0, band.width())).abs();
            band.below(centre).abs() < 0.45 * band.height + SLACK * away
                && quad.height() < 2.0 * band.height
        };
        if let Some(band) = bands.iter_mut().find(on) {
            band.pieces.push(at);
        } else {
            let [a, b, c, d] = quad.0;
            let half = |from: Point, to: Point| Point {
                x: f32::midpoint(from.x, to.x),
                y: f32::midpoint(from.y, to.y),
            };
            bands.push(Band {
                left: half(a, d),
                right: half(b, c),
                height: quad.height(),
                pieces: vec![at],
            });
        }
    }
    for band in &mut bands {
        stretch(band, seen);
    }
    bands
}

/// Lays the middle line through the outermost pieces.
fn stretch(band: &mut Band, seen: &[Piece<'_>]) {
    let half = |from: Point, to: Point| Point {
        x: f32::midpoint(from.x, to.x),
        y: f32::midpoint(from.y, to.y),
    };
    let ends = |at: usize| {
        let [a, b, c, d] = seen[at].quad.0;
        (half(a, d), half(b, c))
    };
    let by_place = |a: &&usize, b: &&usize| {
        band.along(seen[**a].quad.centre())
            .total_cmp(&band.along(seen[**b].quad.centre()))
    };
    let first = band.pieces.iter().min_by(by_place).copied();
    let last = band.pieces.iter().max_by(by_place).copied();
    if let (Some(first), Some(last)) = (first, last) {
        (band.left, band.right) = (ends(first).0, ends(last).1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zone_lines_are_told_from_print() {
        for line in [
            "P<UTOERIKSSON<<ANNA<MARIA<<<",
            "L898902C36UTO7408122F1204159",
            "<<<<<<<6",
        ] {
            assert!(is_mrz_like(line), "{line}");
        }
        for line in [
            "Date of birth",
            "SPECIMEN",
            "01 JAN 2020",
            "<<",
            "Nationality/Nationalité (3).",
        ] {
            assert!(!is_mrz_like(line), "{line}");
        }
    }

    fn quad(left: f32, top: f32, width: f32) -> Quad {
        let corner = |x, y| Point { x, y };
        Quad([
            corner(left, top),
            corner(left + width, top),
            corner(left + width, top + 20.0),
            corner(left, top + 20.0),
        ])
    }

    #[test]
    fn pieces_of_a_line_are_joined_and_lines_chained() {
        let lattice = Lattice {
            steps: Vec::new(),
            pixels_a_step: 8.0,
        };
        let seen = |quad, text| Piece {
            quad,
            text,
            lattice: &lattice,
        };
        let seen = [
            seen(quad(10.0, 100.0, 300.0), "P<UTOERIKSSON<<ANNA<MARIA"),
            seen(quad(330.0, 101.0, 200.0), "<<<<<<<<<<<<<<"),
            seen(
                quad(10.0, 135.0, 520.0),
                "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
            ),
            seen(quad(10.0, 20.0, 100.0), "PASSPORT"),
        ];
        let chains = chains(&seen);
        assert_eq!(chains.len(), 1);
        let [first, second] = chains[0].as_slice() else {
            panic!("two lines")
        };
        assert_eq!((first.pieces.len(), second.pieces.len()), (2, 1));
        assert!((first.width() - 520.0).abs() < 1.0);
    }
}
