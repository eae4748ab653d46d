//! All the lines of a picture, and which way up it is.

use image::RgbImage;
use observation::Quad;

use super::TextBox;
use crate::line::{LineCrop, LineReading, Recogniser};
use crate::mrz_reading::{Reader, is_mrz_line};
use crate::picture::{turn, turn_point};
use crate::runtime::NetworkError;

/// Boxes longer than this many times their height may be lines of a machine readable zone.
const MRZ_LINE: f32 = 7.0;
/// No zone has fewer lines.
const FEWEST_MRZ_LINES: usize = 2;
/// Boxes longer than this many times their height tell which way a picture is turned.
const LONG: f32 = 3.0;
/// Lines read with less confidence may stand on their heads.
const DOUBTFUL: f32 = 0.8;
/// How many of the longest lines decide whether a picture stands on its head.
const WITNESSES: usize = 4;

/// A picture turned upright and its lines, top to bottom.
pub(crate) struct Page {
    /// Clockwise quarter turns that made it upright.
    pub(crate) quarters: u8,
    pub(crate) pixels: RgbImage,
    pub(crate) lines: Vec<(Quad, LineReading)>,
}

/// Reads every box, longest first, and turns the picture the way its text runs. Lines of a machine
/// readable zone are read by the reader of zones alone; without `print` nothing else is, where
/// there is a zone.
pub(crate) fn page(
    recogniser: &Recogniser,
    mrzs: &Reader,
    pixels: &RgbImage,
    boxes: &[TextBox],
    print: bool,
) -> Result<Page, NetworkError> {
    let mut lines = Vec::with_capacity(boxes.len());
    let mut rest = Vec::with_capacity(boxes.len());
    for text in boxes {
        match mrz_line(mrzs, pixels, &text.quad)? {
            Some(line) => lines.push(line),
            None => rest.push(text.quad),
        }
    }
    if !print && lines.len() >= FEWEST_MRZ_LINES {
        rest.clear();
    }
    // Print runs as the zone does.
    let mrz = lines.first().map(|(quad, _)| quarters_of(quad));
    for quad in &mut rest {
        if mrz.is_some_and(|mrz| (quarters_of(quad) + 2) % 4 == mrz) {
            quad.0.rotate_left(2);
        }
    }
    let mut print = Vec::with_capacity(rest.len());
    for quad in rest {
        print.push((quad, recogniser.read(&LineCrop::quick(pixels, &quad))?));
    }
    if mrz.is_none() {
        turn_over(recogniser, pixels, &mut print)?;
    }
    lines.append(&mut print);
    let quarters = quarters(&lines);
    let size = pixels.dimensions();
    for (quad, _) in &mut lines {
        quad.0 = quad.0.map(|point| turn_point(point, size, quarters));
    }
    lines.sort_by(|a, b| a.0.centre().y.total_cmp(&b.0.centre().y));
    Ok(Page {
        quarters,
        pixels: turn(pixels, quarters),
        lines,
    })
}

/// A box as a line of a machine readable zone, whichever way round it is one.
fn mrz_line(
    mrzs: &Reader,
    pixels: &RgbImage,
    quad: &Quad,
) -> Result<Option<(Quad, LineReading)>, NetworkError> {
    if quad.width() < MRZ_LINE * quad.height() {
        return Ok(None);
    }
    let mut turned = *quad;
    turned.0.rotate_left(2);
    for quad in [*quad, turned] {
        let reading = mrzs.read(pixels, &quad)?;
        if reading.is_text() && is_mrz_line(&reading.text) {
            return Ok(Some((quad, reading)));
        }
    }
    Ok(None)
}

/// Reads lines the other way round where that reads better: all that run in the main direction
/// when their longest say so, others one by one.
fn turn_over(
    recogniser: &Recogniser,
    pixels: &RgbImage,
    lines: &mut [(Quad, LineReading)],
) -> Result<(), NetworkError> {
    let steep = main_direction_is_steep(lines);
    let (mut forward, mut backward) = (0.0, 0.0);
    let main = lines
        .iter()
        .filter(|(quad, _)| is_long(quad) && is_steep(quad) == steep);
    for (quad, reading) in main.take(WITNESSES) {
        if reading.confidence >= DOUBTFUL && forward >= backward {
            forward += 1.0;
            continue;
        }
        forward += reading.confidence;
        backward += over(recogniser, pixels, quad)?.1.confidence;
    }
    let all = backward > forward;
    for line in lines {
        let alone = is_long(&line.0) && line.1.confidence < DOUBTFUL && is_steep(&line.0) != steep;
        if (all && is_steep(&line.0) == steep) || alone {
            let turned = over(recogniser, pixels, &line.0)?;
            if all || turned.1.confidence > line.1.confidence {
                *line = turned;
            }
        }
    }
    Ok(())
}

fn over(
    recogniser: &Recogniser,
    pixels: &RgbImage,
    quad: &Quad,
) -> Result<(Quad, LineReading), NetworkError> {
    let mut turned = *quad;
    turned.0.rotate_left(2);
    let reading = recogniser.read(&LineCrop::quick(pixels, &turned))?;
    Ok((turned, reading))
}

/// The turn that makes most text upright; lines of a machine readable zone outvote the rest, since
/// booklets are photographed with pages that run otherwise.
fn quarters(lines: &[(Quad, LineReading)]) -> u8 {
    let mut votes = [0.0f32; 4];
    for (quad, reading) in lines {
        let mrz = is_mrz_line(&reading.text);
        if mrz || is_long(quad) {
            let weight = if mrz { 1000.0 } else { 1.0 };
            votes[usize::from(quarters_of(quad))] += weight * quad.width() * reading.confidence;
        }
    }
    let best = (0..4u8).max_by(|&a, &b| votes[usize::from(a)].total_cmp(&votes[usize::from(b)]));
    best.filter(|&best| votes[usize::from(best)] > 0.0)
        .unwrap_or(0)
}

/// Quarter turns clockwise that make one line run to the right.
fn quarters_of(quad: &Quad) -> u8 {
    let [from, to, ..] = quad.0;
    let (x, y) = (to.x - from.x, to.y - from.y);
    match (x.abs() >= y.abs(), x >= 0.0, y >= 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, true) => 3,
        (false, _, false) => 1,
    }
}

fn is_steep(quad: &Quad) -> bool {
    quarters_of(quad) % 2 == 1
}

fn is_long(quad: &Quad) -> bool {
    quad.width() > LONG * quad.height()
}

fn main_direction_is_steep(lines: &[(Quad, LineReading)]) -> bool {
    let long = lines.iter().filter(|(quad, _)| is_long(quad));
    long.map(|(quad, _)| {
        if is_steep(quad) {
            quad.width()
        } else {
            -quad.width()
        }
    })
    .sum::<f32>()
        > 0.0
}

#[cfg(test)]
mod tests {
    use observation::Point;

    use super::*;

    #[test]
    fn a_line_is_turned_to_run_right() {
        let line = |dx: f32, dy: f32| {
            let at = |x, y| Point { x, y };
            Quad([
                at(0.0, 0.0),
                at(dx, dy),
                at(dx - dy / 9.0, dy + dx / 9.0),
                at(-dy / 9.0, dx / 9.0),
            ])
        };
        assert_eq!(quarters_of(&line(90.0, 5.0)), 0);
        assert_eq!(quarters_of(&line(5.0, 90.0)), 3);
        assert_eq!(quarters_of(&line(-90.0, 5.0)), 2);
        assert_eq!(quarters_of(&line(5.0, -90.0)), 1);
        for (dx, dy) in [(90.0, 5.0), (5.0, 90.0), (-90.0, 5.0), (5.0, -90.0)] {
            let quad = line(dx, dy);
            let turned = quad
                .0
                .map(|point| turn_point(point, (200, 200), quarters_of(&quad)));
            assert_eq!(quarters_of(&Quad(turned)), 0);
        }
    }
}
