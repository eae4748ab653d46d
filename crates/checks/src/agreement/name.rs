//! Surname and given names.

use std::borrow::Cow;

use mrz::{NameMatch, compare_names, transliterate};

use super::{Place, Seen};
use crate::policy::Thresholds;
use crate::print::distance::{distance, reads_as};
use crate::print::fold::fold;
use crate::print::{Line, Print, Value};
use crate::template::{Label, is_country};

/// A name of which this share differs is another name, however it was read.
const OTHER_NAME: f32 = 0.4;
/// So many letters may be taken for ones that look like them, a quarter each.
const MISREAD: f32 = 0.5;
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
    print: &'p Print<'a>,
    /// Surname and given names.
    stated: [&'p Name; 2],
    /// What nationality the holder has, by its code.
    nationality: &'p str,
    thresholds: &'p Thresholds,
}

const LABELS: [Label; 2] = [Label::Surname, Label::GivenNames];

impl<'p, 'a> Names<'p, 'a> {
    pub(super) fn new(
        print: &'p Print<'a>,
        stated: [&'p Name; 2],
        nationality: &'p str,
        thresholds: &'p Thresholds,
    ) -> Self {
        Self {
            print,
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
        let longer = [0, 1].map(|at| self.longer(at, &labelled[at]));
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

    fn labelled(&self, at: usize) -> Vec<Value<'a>> {
        let label = LABELS[at];
        let mut values = self.print.labelled(label, is_name);
        let whole = self.print.labelled_names(label);
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

    /// Lines, and pairs of lines that go on, which are the holder's names and nothing else. A nationality,
    /// whose label was not read, is no name.
    fn found_together(&self, by_label: &[Option<Value<'a>>; 2]) -> Option<[Value<'a>; 2]> {
        let lines: Vec<(Line<'a>, Value<'a>)> = self.print.name_lines();
        let showing = |at: usize| {
            let own = lines.iter().filter(move |(_, value)| {
                self.shows(&value.text, at) && !self.is_nationality(&value.text, at)
            });
            own.collect::<Vec<_>>()
        };
        let (surnames, given) = (showing(0), showing(1));
        let blank = |at: usize| self.stated[at].text.is_empty();
        // Who has one name has no second one beside it.
        if blank(0) || blank(1) {
            let only = if blank(0) { &given } else { &surnames };
            let (_, value) = only
                .iter()
                .find(|(line, _)| !self.has_stranger_beside(line, &lines))?;
            return Some([value.clone(), value.clone()]);
        }
        let labelled_line = |at: usize| {
            let value = by_label[at].as_ref()?;
            lines.iter().find(|(line, _)| line.is_at(value))
        };
        let with_labelled = |at: usize, others: &[&(Line<'a>, Value<'a>)]| {
            let (line, value) = labelled_line(at)?;
            let (_, other) = others
                .iter()
                .find(|(other, _)| self.are_together(line, other))?;
            Some((value.clone(), other.clone()))
        };
        if let Some((surname, given)) = with_labelled(0, &given) {
            return Some([surname, given]);
        }
        if let Some((given, surname)) = with_labelled(1, &surnames) {
            return Some([surname, given]);
        }
        let together = surnames.iter().find_map(|(line, surname)| {
            let (_, given) = given
                .iter()
                .find(|(other, _)| self.are_together(line, other))?;
            Some([surname.clone(), given.clone()])
        });
        // Beside these nobody's former name is printed.
        let american = self.print.template.is_some_and(|template| template.barcode);
        together.filter(|_| !american || !lines.iter().any(|(_, value)| self.goes_on(value)))
    }

    /// Whether a name's second line is the holder's nationality, whose label was not read.
    fn goes_into_nationality(&self, value: &Value<'a>) -> bool {
        let words = words(&value.text);
        matches!(value.text, Cow::Owned(_))
            && (1..words.len()).any(|at| is_country(&words[at..].join(" "), self.nationality))
    }

    /// Whether what shows this name is what the holder's nationality is called.
    fn is_nationality(&self, text: &str, at: usize) -> bool {
        let is_one = |word: &&str| {
            is_country(word, self.nationality) && has_word(&self.stated[at].text, word)
        };
        is_country(text, self.nationality) || words(text).iter().any(is_one)
    }

    /// Whether two lines are beside each other, and no third one is between them that was read: small
    /// labels often are not.
    fn are_together(&self, line: &Line<'a>, other: &Line<'a>) -> bool {
        let middle = |line: &Line| line.bounds.y + 0.5 * line.bounds.height;
        let (one, two) = (middle(line), middle(other));
        let is_between = |third: &Line<'a>| {
            let at = middle(third);
            at > one.min(two)
                && at < one.max(two)
                && third.text.chars().count() > PIECE
                && third.confidence >= self.thresholds.readable_text
                && third.is_as_high_as(line)
                && third.is_beside(line)
                && third.is_beside(other)
        };
        line.is_beside(other) && !self.print.values().any(is_between)
    }

    /// Whether a line in capitals, which no signature is, has one of the names and a word more.
    fn goes_on(&self, value: &Value<'a>) -> bool {
        let words = words(&value.text);
        value.confidence >= self.thresholds.certain_text
            && matches!(value.text, Cow::Borrowed(_))
            && !value.text.contains(char::is_lowercase)
            && words.iter().any(|word| self.is_known(word))
            && words
                .iter()
                .any(|word| self.is_stranger(word, capitals(&words)))
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

    /// A word that is part of a name, and of none that the source has. Labels in small letters beside a name
    /// in capitals are none, nor is a piece of what is printed across it.
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

    /// Whether a line as high as this one, right above or below it, could be another name.
    fn has_stranger_beside(&self, line: &Line<'a>, lines: &[(Line<'a>, Value<'a>)]) -> bool {
        lines.iter().any(|(other, value)| {
            let words = words(&value.text);
            line.bounds != other.bounds
                && line.is_beside(other)
                && !words.is_empty()
                && !words
                    .iter()
                    .any(|word| !is_name(word) || self.is_known(word))
        })
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
        let mut labelled = self.print.labelled_in_words(LABELS[at], is_name);
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
            // Names in another order, or a label taken for its neighbour's, contradict nothing; nor does
            // one whose end is hidden, nor the nationality below.
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

/// Whether a text could be a name.
pub(crate) fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && !text.contains(|c: char| c.is_ascii_digit())
}

/// Whether the text is the beginning of the name.
fn is_begun(text: &str, expected: &str) -> bool {
    let begun = transliterate(text).replace(' ', "");
    begun.len() >= 3 && expected.replace(' ', "").starts_with(&begun)
}

/// Whether the text is the name, up to what readers of print take for one another.
fn same(text: &str, name: &Name) -> bool {
    match compare_names(text, &name.text) {
        NameMatch::Full => true,
        NameMatch::Truncated if name.cut => true,
        _ => {
            let most = if name.text.len() >= 4 { MISREAD } else { 0.0 };
            let mut spellings = spellings(text, &name.text).into_iter();
            spellings.any(|[printed, expected]| reads_as(&printed, &expected, most))
        }
    }
}

/// Letters by which the printed name differs, in the transliteration that suits it best.
fn apart(printed: &str, expected: &str) -> f32 {
    let spellings = spellings(printed, expected).into_iter();
    let apart = spellings.map(|[printed, expected]| distance(&printed, &expected));
    apart.fold(f32::INFINITY, f32::min)
}

/// The printed name and the expected one, in every transliteration in which they can be the same.
fn spellings(printed: &str, expected: &str) -> [[String; 2]; 7] {
    let compact = |text: &str| text.replace(' ', "");
    let expected = compact(expected);
    let without_marks = |text: &str| {
        text.replace("AE", "A")
            .replace("OE", "O")
            .replace("UE", "U")
            .replace("AA", "A")
    };
    let folded = compact(&fold(printed));
    // Digits are left out by that, which are no letters of a name.
    let has_digits = printed.contains(|c: char| c.is_ascii_digit());
    let spelled = if has_digits {
        folded.clone()
    } else {
        compact(&transliterate(printed))
    };
    // Readers that don't know thorn take it for a P, and the sharp s for a B; a breve is like a caron, and
    // half of an Æ like an E.
    let with_breve = compact(&fold(&printed.replace('Č', "Ğ")));
    let misread =
        |zone: &str, seen: &str| [folded.clone(), without_marks(&expected.replace(zone, seen))];
    [
        [folded.clone(), expected.clone()],
        [with_breve, expected.clone()],
        [spelled, expected.clone()],
        [folded.clone(), without_marks(&expected)],
        misread("TH", "P"),
        misread("SS", "B"),
        misread("AE", "E"),
    ]
}

/// The words of a line of names; none where it has numbers, as addresses do. The number of its field is
/// left out, which readers run into the first word, as in `1SAMPLE`.
fn words(text: &str) -> Vec<&str> {
    let text = without_number(text.trim_start());
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '-'))
        .map(|word| word.trim_matches(['.', ':', ';', '(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    let is_number =
        |word: &&str| 2 * word.bytes().filter(u8::is_ascii_digit).count() >= word.chars().count();
    if words.iter().any(is_number) {
        return Vec::new();
    }
    words
}

/// A text without the number of its field; house numbers stay.
fn without_number(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let is_marked = match rest.chars().next() {
        Some(' ') => matches!(number, "1" | "2"),
        Some(_) => digits <= 2,
        None => false,
    };
    if is_marked { rest } else { text }
}

fn capitals(words: &[&str]) -> bool {
    words
        .first()
        .is_some_and(|first| !first.contains(char::is_lowercase))
}

fn has_word(name: &str, word: &str) -> bool {
    name.split_whitespace()
        .any(|part| compare_names(word, part) == NameMatch::Full)
        || compare_names(word, name) == NameMatch::Full
}
