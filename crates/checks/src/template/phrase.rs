//! Phrases that are looked for in lines of text, as readers may have read them.

use serde::{Deserialize, Deserializer};

use crate::text::distance::contains_nearly;
use crate::text::fold::condense;

/// One letter in so many may be misread.
const LETTERS_FOR_ONE_ERROR: usize = 9;

/// Some words, folded and without spaces.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) text: String,
    letters: u64,
}

/// A line of text, folded and without spaces.
pub(crate) struct Condensed {
    pub(crate) text: String,
    letters: u64,
}

impl Condensed {
    pub(crate) fn of(line: &str) -> Self {
        let text = condense(line);
        Self {
            letters: letters(&text),
            text,
        }
    }
}

impl Phrase {
    pub(crate) fn of(text: &str) -> Self {
        let text = condense(text);
        Self {
            letters: letters(&text),
            text,
        }
    }

    pub(crate) fn is_in(&self, line: &Condensed) -> bool {
        self.within(line, self.text.len() / LETTERS_FOR_ONE_ERROR)
    }

    /// [`Self::is_in`], letter by letter.
    pub(crate) fn is_exactly_in(&self, line: &Condensed) -> bool {
        self.within(line, 0)
    }

    /// [`Self::is_in`], with nothing else beside it.
    pub(crate) fn is_all_of(&self, line: &Condensed) -> bool {
        self.text.len().abs_diff(line.text.len()) <= self.text.len() / LETTERS_FOR_ONE_ERROR
            && self.is_in(line)
    }

    fn within(&self, line: &Condensed, edits: usize) -> bool {
        // Every letter that the line has nowhere takes an edit of its own.
        let missing = (self.letters & !line.letters).count_ones() as usize;
        missing <= edits && contains_nearly(&line.text, &self.text, edits)
    }
}

/// Which letters and digits a folded text has, a bit each.
fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |letters, byte| {
        letters | (1_u64 << (byte.wrapping_sub(b'0') & 63))
    })
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::of(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_in_nine_may_be_misread() {
        let phrase = Phrase::of("Führerschein");
        for text in [
            "FUHRERSCHEIN",
            "Fuhrerschein  D",
            "FÜHRERSCHFIN",
            "FUHRERSCHEN",
        ] {
            assert!(phrase.is_in(&Condensed::of(text)), "{text}");
        }
        for text in ["FUHRERSCHAU", "FUHRER", ""] {
            assert!(!phrase.is_in(&Condensed::of(text)), "{text}");
        }
        assert!(!phrase.is_exactly_in(&Condensed::of("FÜHRERSCHFIN")));
    }
}
