//! Which date is least like the rest.

use observation::Rect;

use super::compare::Distance;
use super::field::Kind;
use super::printed::{Printed, median};

/// Fields whose digits differ more in height are of two designs, as a natural logarithm.
const SIZES: f32 = 0.35;
/// Fewer fields or pairs of digits to compare a date with say nothing.
const FEWEST_FIELDS: usize = 2;
const FEWEST_PAIRS: usize = 4;
/// No two fields are liker than this, as far as photographs show.
const LIKEST: f32 = 0.009;

/// The date that is least like the rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unlike {
    /// How far it is from the field that it is most like, in distances of the others from theirs.
    pub(super) score: f32,
    pub(super) region: Rect,
}

/// `None` where no date can be compared.
pub(super) fn most_unlike(fields: &[Printed]) -> Option<Unlike> {
    let mut distances = vec![vec![None; fields.len()]; fields.len()];
    for (at, one) in fields.iter().enumerate() {
        for (other, field) in fields.iter().enumerate().skip(at) {
            let distance = Distance::between(one, field);
            distances[at][other] = distance;
            distances[other][at] = distance;
        }
    }
    let dates =
        (0..fields.len()).filter(|&at| fields[at].kind == Kind::Date && !is_repeated(fields, at));
    let unlike = dates.filter_map(|at| {
        let score = score(fields, &distances, at)?;
        let region = fields[at].region;
        Some(Unlike { score, region })
    });
    unlike.max_by(|a, b| a.score.total_cmp(&b.score))
}

/// Whether a date is printed twice: the second is often set apart, and one that was changed contradicts the
/// other.
fn is_repeated(fields: &[Printed], at: usize) -> bool {
    let same = fields
        .iter()
        .filter(|other| other.digits == fields[at].digits);
    same.count() > 1
}

fn score(fields: &[Printed], distances: &[Vec<Option<Distance>>], at: usize) -> Option<f32> {
    let is_of_its_size =
        |other: &usize| libm::logf(fields[at].height / fields[*other].height).abs() < SIZES;
    let others: Vec<usize> = (0..fields.len())
        .filter(|other| *other != at)
        .filter(is_of_its_size)
        .collect();
    let own: Vec<Distance> = others
        .iter()
        .filter_map(|&other| distances[at][other])
        .collect();
    let pairs: usize = own.iter().map(|distance| distance.pairs).sum();
    if own.len() < FEWEST_FIELDS || pairs < FEWEST_PAIRS {
        return None;
    }
    let nearest = own
        .iter()
        .map(|distance| distance.unlike)
        .reduce(f32::min)?;
    // Of each other field the one that it is most like, or itself, where it shares too few digits.
    let theirs = others.iter().filter_map(|&one| {
        let shared = others
            .iter()
            .filter(|&&other| other != one)
            .filter_map(|&other| distances[one][other])
            .filter(|distance| distance.pairs >= FEWEST_PAIRS)
            .map(|distance| distance.unlike);
        let itself = distances[one][one].map(|distance| distance.unlike);
        shared.reduce(f32::min).or(itself)
    });
    let within = others
        .iter()
        .filter_map(|&one| distances[one][one])
        .map(|distance| distance.unlike);
    let usual = median(theirs)
        .unwrap_or(0.0)
        .max(median(within).unwrap_or(0.0));
    Some(nearest / usual.max(LIKEST))
}
