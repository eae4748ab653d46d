//! Placing exactly as many characters along a line as its format has.

use super::classes::Class;
use crate::line::{ALPHABET, BLANK, FILLER, Lattice, Mark};

/// Least probability granted to a filler anywhere: recognisers merge runs of them, so that a place
/// in a run may show nothing at all.
pub(super) const FILLER_FLOOR: f32 = 0.02;
/// Least probability granted to the `I` a card starts with.
const CARD_FLOOR: f32 = 0.05;
/// Least probability granted to any other character.
const FLOOR: f32 = 1e-4;
/// Deviation of the distance between neighbours, in pitches.
const JITTER: f32 = 0.2;
/// Neighbours stand this far apart, in pitches.
const NEAREST: f32 = 0.5;
const FARTHEST: f32 = 1.6;

/// How likely each symbol is in one place of a line. Sums to less than one where the recogniser saw
/// what can't stand there.
pub(super) type Cell = [f32; ALPHABET.len()];

/// A line with every character in its place.
#[derive(Clone)]
pub(super) struct Placed {
    pub(super) cells: Vec<Cell>,
    /// Steps of the lattice the characters stand at.
    pub(super) steps: Vec<usize>,
    /// Log-likelihood, all characters together.
    pub(super) score: f32,
}

/// The distance between characters, in pixels of the picture, that most neighbouring marks agree
/// on. Each lattice comes with the pixels of the picture that one of its steps covers.
pub(super) fn pitch(lattices: &[(&Lattice, f32)]) -> Option<f32> {
    let gaps: Vec<f32> = lattices
        .iter()
        .flat_map(|(lattice, scale)| {
            let marks = lattice.marks();
            let gap = |pair: &[Mark]| (pair[1].x - pair[0].x) / lattice.pixels_a_step * scale;
            marks.windows(2).map(gap).collect::<Vec<_>>()
        })
        .collect();
    let agreement = |pitch: f32| {
        gaps.iter()
            .map(|gap| (-((gap / pitch - 1.0) / 0.12).powi(2)).exp())
            .sum::<f32>()
    };
    let smallest = lattices
        .iter()
        .map(|(_, scale)| *scale)
        .fold(f32::INFINITY, f32::min);
    let best = (40..320)
        .map(|twentieths| twentieths as f32 / 20.0 * smallest)
        .max_by(|&a, &b| agreement(a).total_cmp(&agreement(b)))?;
    (gaps.len() >= 5).then_some(best)
}

/// Places `length` characters about `pitch` steps apart so that together they explain the lattice
/// best; `class` says what may stand in which place. `None` where the line is too short.
pub(super) fn place(
    lattice: &Lattice,
    length: usize,
    pitch: f32,
    class: impl Fn(usize) -> Class,
) -> Option<Placed> {
    let steps = lattice.steps.len();
    let nearest = ((pitch * NEAREST).round() as usize).max(1);
    let farthest = (pitch * FARTHEST).round() as usize;
    if steps < length * nearest {
        return None;
    }
    // Cost of passing over a step without a character, summed up from the left.
    let mut silent = vec![0.0f32; steps + 1];
    for (step, row) in lattice.steps.iter().enumerate() {
        silent[step + 1] = silent[step] + row[BLANK].max(0.01).ln();
    }
    let passed = |from: usize, to: usize| {
        if to > from {
            silent[to] - silent[from]
        } else {
            0.0
        }
    };
    let spread: Vec<f32> = (0..=farthest)
        .map(|gap| -((gap as f32 - pitch) / (JITTER * pitch)).powi(2) / 2.0)
        .collect();
    let classes: Vec<Class> = (0..length).map(class).collect();
    let likeliest = Likeliest::of(lattice, &classes);
    let best_of = |place: usize, step: usize| likeliest.at(classes[place], step);

    let mut scores: Vec<f32> = (0..steps)
        .map(|step| passed(0, step.saturating_sub(1)) + best_of(0, step))
        .collect();
    let mut origins: Vec<Vec<usize>> = Vec::with_capacity(length);
    for place in 1..length {
        let mut next = vec![f32::NEG_INFINITY; steps];
        let mut origin = vec![0; steps];
        for step in nearest..steps {
            let from = step.saturating_sub(farthest);
            for before in from..=step - nearest {
                let score = scores[before]
                    + spread[step - before]
                    + passed(before + 2, step.saturating_sub(1));
                if score > next[step] {
                    next[step] = score;
                    origin[step] = before;
                }
            }
            if next[step].is_finite() {
                next[step] += best_of(place, step);
            }
        }
        scores = next;
        origins.push(origin);
    }
    let (last, score) = (0..steps)
        .map(|step| (step, scores[step] + passed(step + 2, steps)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    if !score.is_finite() {
        return None;
    }
    let mut places = vec![last; length];
    for place in (1..length).rev() {
        places[place - 1] = origins[place - 1][places[place]];
    }
    let cells = places
        .iter()
        .enumerate()
        .map(|(place, &step)| cell(lattice, step, classes[place]))
        .collect();
    Some(Placed {
        cells,
        steps: places,
        score,
    })
}

/// The log-likelihood of the likeliest character at each step, for every class that a line has: many
/// places share one.
struct Likeliest(Vec<(Class, Vec<f32>)>);

impl Likeliest {
    fn of(lattice: &Lattice, classes: &[Class]) -> Self {
        let mut known: Vec<(Class, Vec<f32>)> = Vec::new();
        for &class in classes {
            if known.iter().any(|(other, _)| *other == class) {
                continue;
            }
            let best = |row: &[f32; ALPHABET.len() + 1]| {
                (0..ALPHABET.len())
                    .filter(|&symbol| class.allows(symbol))
                    .map(|symbol| class.evidence(row, symbol).max(floor(symbol, class)))
                    .fold(FLOOR, f32::max)
                    .ln()
            };
            known.push((class, lattice.steps.iter().map(best).collect()));
        }
        Self(known)
    }

    fn at(&self, class: Class, step: usize) -> f32 {
        let found = self.0.iter().find(|(other, _)| *other == class);
        found.map_or(FLOOR.ln(), |(_, steps)| steps[step])
    }
}

fn floor(symbol: usize, class: Class) -> f32 {
    match (symbol, class) {
        (FILLER, _) => FILLER_FLOOR,
        // Nearly every card starts so, and its I is the thinnest letter there is.
        (_, Class::Card) if ALPHABET[symbol] == b'I' => CARD_FLOOR,
        _ => FLOOR,
    }
}

/// What the steps around a place say about it.
fn cell(lattice: &Lattice, step: usize, class: Class) -> Cell {
    let around = &lattice.steps[step.saturating_sub(1)..(step + 2).min(lattice.steps.len())];
    let highest = |of: &dyn Fn(&[f32]) -> f32| around.iter().map(|row| of(row)).fold(0.0, f32::max);
    let mut cell: Cell = std::array::from_fn(|symbol| {
        if class.allows(symbol) {
            highest(&|row| class.evidence(row, symbol)).max(floor(symbol, class))
        } else {
            0.0
        }
    });
    let seen: f32 = (0..ALPHABET.len())
        .map(|symbol| highest(&|row| row[symbol]))
        .sum();
    let sum = cell.iter().sum::<f32>().max(seen);
    for value in &mut cell {
        *value /= sum;
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mrz_reading::samples::lattice;

    fn text(placed: &Placed) -> String {
        placed
            .cells
            .iter()
            .map(|cell| {
                let best = (0..ALPHABET.len()).max_by(|&a, &b| cell[a].total_cmp(&cell[b]));
                char::from(ALPHABET[best.unwrap()])
            })
            .collect()
    }

    #[test]
    fn the_pitch_is_found_beside_merged_runs() {
        let pitch = pitch(&[(&lattice("ERIKSSON<_______<ANNA<<"), 2.0)]).unwrap();
        assert!((pitch - 8.0).abs() < 0.4, "{pitch}");
    }

    #[test]
    fn merged_fillers_are_put_back() {
        let seen = lattice("P<UTOERIKSSON<_ANNA<MARIA<_________<_______<");
        let placed = place(&seen, 44, 4.0, |_| Class::Any).unwrap();
        assert_eq!(
            text(&placed),
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
        );
    }

    #[test]
    fn a_class_rules_a_symbol_out() {
        let placed = place(&lattice("12O4"), 4, 4.0, |_| Class::Digit).unwrap();
        assert_eq!(text(&placed), "1204");
    }

    #[test]
    fn a_line_too_short_for_its_characters_has_no_reading() {
        assert!(place(&lattice("ABC"), 44, 4.0, |_| Class::Any).is_none());
    }
}
