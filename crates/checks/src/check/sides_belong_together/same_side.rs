//! One side photographed twice.

use observation::DocumentObservation;

use crate::text::fold::condense;

/// Fewest characters of a line that counts: many cards have shorter ones on both sides.
const LEAST_LENGTH: usize = 5;
/// Fewest common lines that tell anything.
const LEAST_LINES: usize = 5;
/// Share of common lines, among those of the side that has fewer, from which both pictures show one
/// side.
const SHARE: f32 = 0.6;
/// How far apart a line may stand in the two pictures once the shift of all lines is taken off, as a
/// share of the text's extent.
const APART: f32 = 0.08;

/// A line of print, and where it is as a share of what all of the side's print spans.
struct Line {
    text: String,
    x: f32,
    y: f32,
}

/// Whether both pictures have most lines in common, in the same layout.
pub(super) fn is_shown_twice(front: &DocumentObservation, back: &DocumentObservation) -> bool {
    let (front, back) = (lines(front), lines(back));
    let fewer = front.len().min(back.len());
    // Each line once: what one side says twice isn't two.
    let mut pairs = Vec::new();
    let mut open: Vec<&Line> = back.iter().collect();
    for line in &front {
        if let Some(at) = open.iter().position(|other| other.text == line.text) {
            let other = open.swap_remove(at);
            pairs.push((line.x - other.x, line.y - other.y));
        }
    }
    if fewer < LEAST_LINES || pairs.len() < LEAST_LINES {
        return false;
    }
    let middle = |of: fn(&(f32, f32)) -> f32| {
        let mut moved: Vec<f32> = pairs.iter().map(of).collect();
        moved.sort_by(f32::total_cmp);
        moved[moved.len() / 2]
    };
    let (x, y) = (middle(|pair| pair.0), middle(|pair| pair.1));
    let together = pairs
        .iter()
        .filter(|pair| (pair.0 - x).hypot(pair.1 - y) <= APART)
        .count();
    together >= LEAST_LINES && together as f32 >= SHARE * fewer as f32
}

fn lines(seen: &DocumentObservation) -> Vec<Line> {
    let places: Vec<_> = seen.lines.iter().map(|line| line.quad.centre()).collect();
    let left = places.iter().map(|at| at.x).fold(f32::INFINITY, f32::min);
    let right = places.iter().map(|at| at.x).fold(0.0, f32::max);
    let top = places.iter().map(|at| at.y).fold(f32::INFINITY, f32::min);
    let bottom = places.iter().map(|at| at.y).fold(0.0, f32::max);
    let extent = (right - left).max(bottom - top).max(1.0);
    let line = |(line, at): (&observation::TextLine, &observation::Point)| Line {
        text: condense(&line.text),
        x: (at.x - left) / extent,
        y: (at.y - top) / extent,
    };
    seen.lines
        .iter()
        .zip(&places)
        .map(line)
        .filter(|line| line.text.len() >= LEAST_LENGTH)
        .collect()
}

#[cfg(test)]
mod tests {
    use identity::FindingCode;

    use crate::samples::{Sample, judge, request};

    use super::is_shown_twice;

    #[test]
    fn a_second_photograph_of_the_same_side_is_noticed() {
        let front = Sample::id_card().front();
        let mut again = front.clone();
        again.picture_sha256 = "another file".to_owned();
        for line in &mut again.lines {
            line.quad.0 = line.quad.0.map(|at| observation::Point {
                x: 0.8 * at.x + 40.0,
                y: 0.8 * at.y + 25.0,
            });
        }
        again.lines[0].text = "IDEMTITY".to_owned();
        assert!(is_shown_twice(&front, &again));
        let mut asked = request(&front, Some(&again), None);
        asked.mode = identity::Mode::Test;
        let findings = judge(&asked).evidence.findings;
        let finding = findings
            .iter()
            .find(|finding| finding.code == FindingCode::SidesBelongTogether);
        assert!(!finding.unwrap().passed);
    }

    #[test]
    fn the_same_lines_in_other_places_are_not_the_same_side() {
        let front = Sample::id_card().front();
        let mut other = front.clone();
        for (at, line) in other.lines.iter_mut().enumerate() {
            for point in &mut line.quad.0 {
                point.y = (at * 397 % 1056) as f32;
            }
        }
        assert!(!is_shown_twice(&front, &other));
    }

    #[test]
    fn two_sides_of_a_card_and_empty_sides_are_not_the_same_side() {
        let card = Sample::id_card();
        assert!(!is_shown_twice(&card.front(), &card.back()));
        assert!(!is_shown_twice(&card.back(), &card.back()));
        let license = Sample::license();
        assert!(!is_shown_twice(
            &license.front(),
            &license.barcode_side("DL")
        ));
    }
}
