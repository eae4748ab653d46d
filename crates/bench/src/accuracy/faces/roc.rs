//! False matches and false non-matches by threshold (ISO/IEC 19795-1).

use super::super::rate::Rate;

/// Similarities of comparisons of the same and of different people.
#[derive(Clone, Debug, Default)]
pub(super) struct Scores {
    /// `None` where a face was missing, which counts as a non-match.
    pub(super) genuine: Vec<Option<f32>>,
    pub(super) impostor: Vec<f32>,
}

/// How often comparisons err at a threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// Comparisons of this and a higher similarity match.
    pub(super) threshold: f32,
    pub(super) false_matches: Rate,
    pub(super) false_non_matches: Rate,
}

impl Scores {
    pub(super) fn add(&mut self, score: Option<f32>, same: bool) {
        if same {
            self.genuine.push(score);
        } else {
            self.impostor.extend(score);
        }
    }

    pub(super) fn at(&self, threshold: f32) -> Point {
        let (mut false_matches, mut false_non_matches) = (Rate::default(), Rate::default());
        for &score in &self.impostor {
            false_matches.add(score >= threshold);
        }
        for score in &self.genuine {
            false_non_matches.add(score.is_none_or(|score| score < threshold));
        }
        Point {
            threshold,
            false_matches,
            false_non_matches,
        }
    }

    /// At the lowest threshold under which no larger share of impostors matches. `None` without any.
    pub(super) fn at_false_match_rate(&self, rate: f64) -> Option<Point> {
        let mut impostors = self.impostor.clone();
        impostors.sort_by(|a, b| b.total_cmp(a));
        let allowed = (rate * impostors.len() as f64).floor() as usize;
        impostors.get(allowed).map(|score| self.at(score.next_up()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(held: u64, of: u64) -> Rate {
        Rate { held, of }
    }

    #[test]
    fn the_threshold_lets_as_many_through_as_the_rate_says() {
        let scores = Scores {
            genuine: vec![Some(0.9), Some(0.5), None],
            impostor: (0..100).map(|at| at as f32 / 200.0).collect(),
        };
        let point = scores.at_false_match_rate(0.02).unwrap();
        assert_eq!(point.false_matches, rate(2, 100));
        assert_eq!(point.false_non_matches, rate(1, 3));
        assert!(point.threshold > 0.485 && point.threshold < 0.49);
        let none = scores.at_false_match_rate(1e-4).unwrap();
        assert_eq!(none.false_matches, rate(0, 100));
        assert_eq!(scores.at(0.6).false_non_matches, rate(2, 3));
    }

    #[test]
    fn scores_that_are_equal_match_together_or_not_at_all() {
        let scores = Scores {
            genuine: vec![],
            impostor: vec![0.4; 10],
        };
        let point = scores.at_false_match_rate(0.5).unwrap();
        assert_eq!(point.false_matches, rate(0, 10));
        assert_eq!(Scores::default().at_false_match_rate(0.5), None);
    }
}
