//! Chooses among letters that differ in their marks alone, for all of a line at once.

use super::languages::languages;
use crate::line::alphabet::MOST;

/// How much of a letter's evidence is the recogniser's: it is often wrong about marks, and sure.
const RECOGNISER: f32 = 0.1;
/// Least probability of the recogniser that is reckoned with: differences between smaller ones mean
/// nothing.
const FLOOR: f32 = 1e-3;
/// Times that a mark has to be likelier where a plain letter was read.
const PLAIN_ODDS: f32 = 20.0;
/// Times that another mark has to be likelier where a letter was read with a mark.
const MARKED_ODDS: f32 = 3.0;
/// Times that the plain letter has to be likelier where a letter was read with a mark. Many, because
/// marks run into their letters more often than they are seen where there are none.
const LOST_ODDS: f32 = 100.0;
/// How much likelier a mark below an `S` is a cedilla than a comma: more people write Turkish than
/// Romanian, and older Romanian documents print cedillas.
const CEDILLA_ODDS: f32 = 3.0;
/// Logarithm of how much likelier words are whose marks one language has.
const ONE_LANGUAGE: f32 = 7.0;

/// What is known of one letter of a line.
pub(super) struct Evidence<'a> {
    /// The letters of its group, the plain one included.
    pub(super) letters: &'a [&'a str],
    /// The network's score of each of `letters`.
    pub(super) scores: &'a [f32],
    /// The recogniser's probability of each of `letters`.
    pub(super) seen: &'a [f32; MOST],
    /// Index in `letters` of the one it was read as.
    pub(super) read: usize,
    /// Index of the word of the line that it stands in.
    pub(super) word: usize,
}

/// For each letter its place within its group, and its probability among those of its language.
pub(super) fn choose(line: &[Evidence<'_>]) -> Vec<(usize, f32)> {
    line.chunk_by(|one, next| one.word == next.word)
        .flat_map(|word| of_word(word))
        .collect()
}

fn of_word(word: &[Evidence<'_>]) -> Vec<(usize, f32)> {
    let weights: Vec<Vec<f32>> = word.iter().map(weights).collect();
    let (mut total, mut best) = chosen(word, &weights, |_| true);
    total -= ONE_LANGUAGE;
    for writes in languages() {
        let (sum, choice) = chosen(word, &weights, writes);
        if sum > total {
            (total, best) = (sum, choice);
        }
    }
    best
}

/// Logarithms of how likely each letter of the group is.
fn weights(one: &Evidence<'_>) -> Vec<f32> {
    let highest = one.scores.iter().copied().fold(f32::MIN, f32::max);
    let letters = one.letters.iter().zip(one.scores).zip(one.seen).enumerate();
    letters
        .map(|(at, ((letter, score), seen))| {
            let own = match (at == one.read, letter.is_ascii()) {
                (true, true) => PLAIN_ODDS.ln(),
                (true, false) => MARKED_ODDS.ln(),
                (false, true) => -LOST_ODDS.ln(),
                (false, false) => 0.0,
            };
            let cedilla = if *letter == "Ş" {
                CEDILLA_ODDS.ln()
            } else {
                0.0
            };
            own + cedilla + score - highest + RECOGNISER * seen.max(FLOOR).ln()
        })
        .collect()
}

/// The likeliest letters among the plain ones and those that are written, and how likely they are.
fn chosen(
    word: &[Evidence<'_>],
    weights: &[Vec<f32>],
    written: impl Fn(&str) -> bool,
) -> (f32, Vec<(usize, f32)>) {
    let mut total = 0.0;
    let mut choice = Vec::with_capacity(word.len());
    for (one, weights) in word.iter().zip(weights) {
        let (mut best, mut sum) = (0, 0.0);
        for (at, (&letter, &weight)) in one.letters.iter().zip(weights).enumerate() {
            if letter.is_ascii() || written(letter) {
                sum += weight.exp();
                if weight > weights[best] {
                    best = at;
                }
            }
        }
        total += weights[best];
        choice.push((best, weights[best].exp() / sum));
    }
    (total, choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    const U: [&str; 9] = ["U", "Ú", "Ù", "Û", "Ü", "Ů", "Ű", "Ų", "Ū"];
    const Z: [&str; 4] = ["Z", "Ź", "Ž", "Ż"];

    fn read_as(at: usize) -> [f32; MOST] {
        let mut seen = [0.0; MOST];
        seen[at] = 0.99;
        seen
    }

    fn one(scores: &[f32], read: usize) -> (usize, f32) {
        let evidence = Evidence {
            letters: &Z,
            scores,
            seen: &read_as(read),
            read,
            word: 0,
        };
        choose(&[evidence])[0]
    }

    #[test]
    fn a_mark_that_is_plainly_seen_is_believed() {
        let (chosen, probability) = one(&[0.0, 1.0, 1.0, 9.0], 0);
        assert_eq!(chosen, 3);
        assert!(probability > 0.95, "{probability}");
    }

    #[test]
    fn a_mark_that_is_hardly_seen_is_none() {
        assert_eq!(one(&[0.0, 0.0, 0.0, 2.5], 0).0, 0);
    }

    #[test]
    fn what_both_see_stays() {
        assert_eq!(one(&[0.0, 1.0, 9.0, 0.0], 2).0, 2);
    }

    #[test]
    fn marks_of_one_word_are_of_one_language() {
        let mut scores = [0.0; 9];
        (scores[3], scores[5]) = (12.0, 9.0);
        let (umlaut, caron) = (read_as(4), read_as(2));
        let ring = |line: &[Evidence<'_>]| choose(line)[0].0;
        let u = || Evidence {
            letters: &U,
            scores: &scores,
            seen: &umlaut,
            read: 4,
            word: 0,
        };
        assert_eq!(U[ring(&[u()])], "Û");
        let z = |word| Evidence {
            letters: &Z,
            scores: &[0.0, 0.0, 20.0, 0.0],
            seen: &caron,
            read: 2,
            word,
        };
        assert_eq!(U[ring(&[u(), z(0)])], "Ů");
        assert_eq!(U[ring(&[u(), z(1)])], "Û");
    }

    #[test]
    fn scores_without_sense_are_no_probability() {
        assert!(one(&[f32::NAN; 4], 2).1.is_nan());
    }
}
