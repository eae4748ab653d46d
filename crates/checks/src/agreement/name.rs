//! Surname and given names.

mod spelling;
mod together;

use std::borrow::Cow;

use crate::text::name::{capitals, is_name, words};
use spelling::{MISREAD, apart, has_word, is_begun, same};

use super::{Place, Seen};
use crate::policy::Thresholds;
use crate::template::{Label, is_country};
use crate::text::distance::distance;
use crate::text::fold::fold;
use crate::viz::{Value, Viz};

/// Share of a name's letters from which on a difference makes another name, and no misreading.
const OTHER_NAME: f32 = 0.4;
/// Labels are in letters of at most so much of the height of the values, where they are smaller at all.
const SMALL_PRINT: f32 = 0.65;
/// Words of a line that are looked at: nobody's name has more.
const MOST_WORDS: usize = 12;
/// Letters of what is printed across a name, which is hardly ever read as one letter alone as initials are.
const PIECE: usize = 2;
/// Words behind a surname that are part of nobody's name (AAMVA D.12.5.1, element DCU).
const SUFFIXES: [&str; 8] = ["JR", "SR", "II", "III", "IV", "V", "1ST", "2ND"];

/// A name as the source has it.
#[derive(Clone, Default)]
pub(crate) struct Name {
    /// Words in the letters of a machine readable zone.
    pub(crate) text: String,
    /// Whether the source says that it has no room for all of it.
    pub(crate) cut: bool,
}

/// Both names of the holder in print.
pub(super) struct Names<'p, 'a> {
    viz: &'p Viz<'a>,
    /// The surname and the given names that the source states.
    stated: [&'p Name; 2],
    /// Code of the holder's nationality.
    nationality: &'p str,
    thresholds: &'p Thresholds,
}

const LABELS: [Label; 2] = [Label::Surname, Label::GivenNames];

impl<'p, 'a> Names<'p, 'a> {
    pub(super) fn new(
        viz: &'p Viz<'a>,
        stated: [&'p Name; 2],
        nationality: &'p str,
        thresholds: &'p Thresholds,
    ) -> Self {
        Self {
            viz,
            stated,
            nationality,
            thresholds,
        }
    }

    /// A name counts as found where its label stands, or right beside the holder's other name: alone it
    /// could be a town, a street or any other word of the document.
    pub(super) fn compare(&self) -> [Seen; 2] {
        let labelled = [0, 1].map(|at| self.labelled(at));
        let mut found = [0, 1].map(|at| self.found_by_label(at, &labelled[at]));
        let longer = [0, 1].map(|at| {
            let longer = self.longer(at, &labelled[at]);
            longer.or_else(|| self.opened_otherwise(at))
        });
        if found.iter().any(Option::is_none)
            && let Some(beside) = self.found_together(&found)
            && !(0..2).any(|at| self.other_labelled(at, &beside))
        {
            found = beside.map(Some);
        }
        let mut at = 0;
        found.map(|found| {
            let seen = match found {
                _ if self.stated[at].text.is_empty() => self.unstated(&labelled[at]),
                // A name whose end is hidden may be this one, or not.
                _ if longer[at]
                    .as_ref()
                    .is_some_and(|value| is_begun(&value.text, &self.stated[at].text)) =>
                {
                    Seen::Nothing
                }
                _ if longer[at].is_some() => {
                    let place = longer[at].as_ref().map(Place::of);
                    place.map_or(Seen::Nothing, Seen::Contradicts)
                }
                Some(value) => Seen::Agrees(Place::of(&value)),
                None => self
                    .contradiction(at, &labelled[at])
                    .map_or(Seen::Nothing, |value| Seen::Contradicts(Place::of(&value))),
            };
            at += 1;
            seen
        })
    }

    /// Another name in the name's own field of a card, which has it in the holder's signature too.
    fn opened_otherwise(&self, at: usize) -> Option<Value<'a>> {
        let opened = self.viz.layout.as_ref()?.names(LABELS[at]);
        let is_there = opened.iter().any(|value| self.shows(&value.text, at));
        let other = self.contradiction(at, &opened)?;
        (!is_there && !self.stated[at].text.is_empty()).then_some(other)
    }

    fn labelled(&self, at: usize) -> Vec<Value<'a>> {
        let label = LABELS[at];
        let mut values = self.viz.labelled(label, is_name);
        let whole = self.viz.labelled_names(label);
        values.extend(
            whole
                .into_iter()
                .filter(|value| !self.goes_into_nationality(value)),
        );
        values
    }

    fn found_by_label(&self, at: usize, labelled: &[Value<'a>]) -> Option<Value<'a>> {
        labelled
            .iter()
            .find(|value| self.shows(&value.text, at))
            .cloned()
    }

    /// Whether a name's second line is the holder's nationality, whose label was not read.
    fn goes_into_nationality(&self, value: &Value<'a>) -> bool {
        let words = words(&value.text);
        matches!(value.text, Cow::Owned(_))
            && (1..words.len()).any(|at| is_country(&words[at..].join(" "), self.nationality))
    }

    /// Whether a text that shows the name `at` is also what citizens of the holder's country are
    /// called.
    fn is_nationality(&self, text: &str, at: usize) -> bool {
        let is_one = |word: &&str| {
            is_country(word, self.nationality) && has_word(&self.stated[at].text, word)
        };
        is_country(text, self.nationality) || words(text).iter().any(is_one)
    }

    /// A labelled name that has all or part of this one, and more words.
    fn longer(&self, at: usize, labelled: &[Value<'a>]) -> Option<Value<'a>> {
        let is_longer = |value: &&Value<'a>| {
            let words = words(&value.text);
            let mut own = words
                .iter()
                .filter(|word| has_word(&self.stated[at].text, word));
            value.confidence >= self.thresholds.certain_text
                && own.next().is_some()
                && !self.stated[at].cut
                && words
                    .iter()
                    .any(|word| self.is_stranger(word, capitals(&words)))
                && !self.shows(&value.text, at)
        };
        labelled.iter().find(is_longer).cloned()
    }

    /// Whether a word is part of a name that the source doesn't have. Labels in small letters beside a
    /// name in capitals are not, nor is a piece of what is printed across a name.
    fn is_stranger(&self, word: &str, capitals: bool) -> bool {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let small = word.chars().filter(|c| c.is_lowercase()).count();
        letters > 0
            && letters != PIECE
            && !(capitals && 2 * small >= letters)
            && !self.is_known(word)
    }

    fn is_known(&self, word: &str) -> bool {
        self.stated.iter().any(|name| has_word(&name.text, word))
    }

    /// Whether the text is this name; beside it may stand nothing but the holder's other names.
    fn shows(&self, text: &str, at: usize) -> bool {
        let name = self.stated[at];
        if name.text.is_empty() {
            return false;
        }
        let words: Vec<&str> = words(text);
        if same(&words.join(" "), name) {
            return true;
        }
        let count = words.len().min(MOST_WORDS);
        (0..count).any(|start| {
            (start + 1..=count).any(|end| {
                let run = &words[start..end];
                let mut others = words[..start].iter().chain(&words[end..]);
                same(&run.join(" "), name)
                    && others
                        .all(|word| self.is_own(word, at) || !self.is_stranger(word, capitals(run)))
            })
        })
    }

    /// Whether a word is part of the other name, or follows a surname.
    fn is_own(&self, word: &str, at: usize) -> bool {
        let folded = fold(word);
        let other = &self.stated[1 - at].text;
        let is_initial = |part: &str| part.len() == 1 && distance(part, folded.trim()) < MISREAD;
        SUFFIXES.contains(&folded.trim())
            || has_word(other, word)
            || other.split_whitespace().any(is_initial)
    }

    /// A name where the source says that the holder has none.
    fn unstated(&self, labelled: &[Value<'a>]) -> Seen {
        let other = self.stated.iter().find(|name| !name.text.is_empty());
        let stranger = labelled.iter().find(|value| {
            value.confidence >= self.thresholds.certain_text
                && words(&value.text)
                    .iter()
                    .any(|word| other.is_none_or(|other| !has_word(&other.text, word)))
        });
        stranger.map_or(Seen::NotStated, |value| Seen::Contradicts(Place::of(value)))
    }

    /// A name of nobody here beside a label in words: what stands elsewhere is not the name then. A number
    /// alone is no such label, for streets have numbers too; nor is text in small print beside the names
    /// that were found another name, but a piece of a label, as `Given` is of `Given names`.
    fn other_labelled(&self, at: usize, found: &[Value<'a>; 2]) -> bool {
        let mut labelled = self.viz.labelled_in_words(LABELS[at], is_name);
        let heights = found.iter().map(|value| value.bounds.height);
        let least = SMALL_PRINT * heights.fold(f32::INFINITY, f32::min);
        labelled.retain(|value| value.bounds.height > least);
        self.contradiction(at, &labelled).is_some_and(|value| {
            let words = words(&value.text);
            let begins = |word: &&str| word.starts_with(char::is_uppercase);
            words.iter().all(begins)
                && words
                    .iter()
                    .any(|word| self.is_stranger(word, capitals(&words)))
        })
    }

    /// A labelled name that is another one.
    fn contradiction(&self, at: usize, labelled: &[Value<'a>]) -> Option<Value<'a>> {
        let expected = &self.stated[at].text;
        let contradicts = |value: &&Value<'a>| {
            // Names in another order contradict nothing, nor does the value of a neighbouring label, a
            // name whose end is hidden, or the nationality below it.
            let stranger = words(&value.text)
                .iter()
                .any(|word| is_name(word) && !self.is_known(word));
            let apart = apart(&value.text, expected);
            let needed = if apart >= (OTHER_NAME * expected.len() as f32).max(2.0) {
                self.thresholds.readable_text
            } else {
                self.thresholds.certain_text
            };
            stranger
                && !is_country(&value.text, self.nationality)
                && apart >= 1.0
                && value.confidence >= needed
                && !is_begun(&value.text, expected)
        };
        labelled.iter().find(contradicts).cloned()
    }
}
