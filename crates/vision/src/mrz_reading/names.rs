//! The grammar of the name field (Doc 9303-3, clause 4.6): components are parted by one filler,
//! primary and secondary identifier by two, and after the last name there are fillers only. Some issuers
//! leave the primary identifier blank: then the field begins with two.

use super::cells::Cell;
use crate::line::{ALPHABET, FILLER};

/// How a field has names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// Primary and secondary identifier.
    Identifiers,
    /// Any number of names, two fillers between them.
    List,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Primary,
    /// One filler, then two, before any name.
    Lead,
    NoPrimary,
    /// One filler after a primary component.
    PrimaryGap,
    /// Two fillers, between primary and secondary identifier.
    Between,
    Secondary,
    SecondaryGap,
    End,
}

const STATES: [State; 8] = [
    State::Primary,
    State::Lead,
    State::NoPrimary,
    State::PrimaryGap,
    State::Between,
    State::Secondary,
    State::SecondaryGap,
    State::End,
];

impl State {
    fn first(grammar: Grammar, filler: bool) -> Option<Self> {
        match (grammar, filler) {
            (_, false) => Some(Self::Primary),
            (Grammar::Identifiers, true) => Some(Self::Lead),
            (Grammar::List, true) => None,
        }
    }

    fn after(self, grammar: Grammar, filler: bool) -> Option<Self> {
        match (self, filler) {
            (Self::Lead, true) => Some(Self::NoPrimary),
            (Self::SecondaryGap, true) if grammar == Grammar::List => Some(Self::Between),
            (Self::Primary | Self::PrimaryGap, false) => Some(Self::Primary),
            (Self::Primary, true) => Some(Self::PrimaryGap),
            (Self::PrimaryGap, true) => Some(Self::Between),
            (Self::NoPrimary | Self::Between | Self::Secondary | Self::SecondaryGap, false) => {
                Some(Self::Secondary)
            }
            (Self::Secondary, true) => Some(Self::SecondaryGap),
            (Self::Between | Self::SecondaryGap | Self::End, true) => Some(Self::End),
            (Self::Lead | Self::End, false) | (Self::NoPrimary, true) => None,
        }
    }
}

/// How much likelier than any letter a digit has to be: it stands for a letter of another script, or
/// was misread.
const DIGIT: f32 = 4.0;
/// From here on a letter, and below here a filler, is beyond doubt.
const CLEAR: f32 = 0.8;
const NOWHERE: f32 = 0.05;

/// What a letter costs where it and fillers are all that stood before it: no name is spelled so,
/// but fillers may be taken for letters.
const STUTTER: f32 = -5.0;

fn is_stutter(before: &[usize], letter: usize) -> bool {
    let last = &before[before.len().saturating_sub(4)..];
    let same = last.iter().filter(|&&symbol| symbol == letter).count();
    letter != FILLER
        && same >= 2
        && last
            .iter()
            .all(|&symbol| symbol == letter || symbol == FILLER)
        || (letter != FILLER && before.ends_with(&[letter, letter]))
}

/// Whether this is a name's third equal letter in a row and nothing else: some names are spelled so, and
/// none with a fourth.
fn is_third(before: &[usize], letter: usize, cell: &Cell) -> bool {
    let clear = cell[letter] >= CLEAR && cell[FILLER] < NOWHERE;
    clear && before.ends_with(&[letter; 2]) && !before.ends_with(&[letter; 3])
}

/// The likeliest letter, or the digit that is far likelier.
fn letter(cell: &Cell) -> usize {
    let likelihood = |symbol: usize| match symbol {
        0..26 => cell[symbol],
        _ => cell[symbol] / DIGIT,
    };
    (0..ALPHABET.len())
        .filter(|&symbol| symbol != FILLER)
        .max_by(|&a, &b| likelihood(a).total_cmp(&likelihood(b)))
        .unwrap_or(0)
}

fn at(state: State) -> usize {
    STATES.iter().position(|&known| known == state).unwrap_or(0)
}

/// The likeliest symbols that follow the grammar.
pub(super) fn decode(cells: &[Cell], grammar: Grammar) -> Vec<usize> {
    // Per state: log-likelihood and the symbols so far.
    let mut paths: Vec<Option<(f32, Vec<usize>)>> = vec![None; STATES.len()];
    for (place, cell) in cells.iter().enumerate() {
        let letter = letter(cell);
        let mut next: Vec<Option<(f32, Vec<usize>)>> = vec![None; STATES.len()];
        for symbol in [letter, FILLER] {
            let likelihood = cell[symbol].max(1e-6).ln();
            if place == 0 {
                if let Some(state) = State::first(grammar, symbol == FILLER) {
                    next[at(state)] = Some((likelihood, vec![symbol]));
                }
                continue;
            }
            for (from, path) in STATES.iter().zip(&paths) {
                let (Some((score, symbols)), Some(to)) =
                    (path, from.after(grammar, symbol == FILLER))
                else {
                    continue;
                };
                let likelihood = likelihood
                    + if is_stutter(symbols, symbol) && !is_third(symbols, symbol, cell) {
                        STUTTER
                    } else {
                        0.0
                    };
                let slot = &mut next[at(to)];
                let score = score + likelihood;
                if slot.as_ref().is_none_or(|(best, _)| score > *best) {
                    let mut symbols = symbols.clone();
                    symbols.push(symbol);
                    *slot = Some((score, symbols));
                }
            }
        }
        paths = next;
    }
    paths
        .into_iter()
        .flatten()
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map_or_else(|| vec![FILLER; cells.len()], |(_, symbols)| symbols)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, doubtful: &[(usize, u8, f32)]) -> Vec<Cell> {
        let index = |byte: u8| ALPHABET.iter().position(|&symbol| symbol == byte).unwrap();
        let mut cells: Vec<Cell> = text
            .bytes()
            .map(|byte| {
                let mut cell = [0.001; ALPHABET.len()];
                cell[index(byte)] = 0.9;
                cell
            })
            .collect();
        for &(place, byte, probability) in doubtful {
            cells[place][index(byte)] = probability;
        }
        cells
    }

    fn text(symbols: &[usize]) -> String {
        symbols
            .iter()
            .map(|&symbol| char::from(ALPHABET[symbol]))
            .collect()
    }

    #[test]
    fn a_stray_letter_among_the_last_fillers_is_a_filler() {
        let decoded = decode(
            &cells("ERIKSSON<<ANNA<<<<K<<<<", &[(18, b'<', 0.05)]),
            Grammar::Identifiers,
        );
        assert_eq!(text(&decoded), "ERIKSSON<<ANNA<<<<<<<<<");
    }

    #[test]
    fn a_run_of_one_letter_is_mostly_fillers() {
        let doubtful: Vec<(usize, u8, f32)> = (15..24).map(|at| (at, b'<', 0.3)).collect();
        let decoded = decode(
            &cells("ERIKSSON<<ANNA<CCCCCCCCC", &doubtful),
            Grammar::Identifiers,
        );
        let letters = text(&decoded).matches('C').count();
        assert!(letters <= 2, "{letters}");
    }

    #[test]
    fn names_that_follow_the_grammar_stay() {
        for name in [
            "VAN<DER<BERG<<ANNA<MARIA<<<<",
            "ARKFREITH<<<<<<<",
            "SPITERI<MANDY<<<",
            "ABCDEF",
            "<<RAJALAKSHMI<<<<<<",
            "<<ANNA<MARIA<<<<<<<",
            "GROSSSCHAEDL<<ANNA<<",
            "XXX<<RAJALAKSHMI<<<<",
            "3ERN8EVA<<7LI8<<<<<<",
        ] {
            assert_eq!(text(&decode(&cells(name, &[]), Grammar::Identifiers)), name);
        }
    }

    #[test]
    fn any_number_of_given_names_may_stand_in_a_list() {
        for names in ["JEAN<<LUC<<GUY", "MALO<<ALAIN<<<", "ANNE<MARIE<<<<"] {
            assert_eq!(text(&decode(&cells(names, &[]), Grammar::List)), names);
        }
    }
}
