//! The grammar of the name field (Doc 9303-3, clause 4.6): components are parted by one filler,
//! primary and secondary identifier by two, and after the last name there are fillers only.

use super::cells::Cell;
use crate::line::FILLER;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Primary,
    /// One filler after a primary component.
    PrimaryGap,
    /// Two fillers, between primary and secondary identifier.
    Between,
    Secondary,
    SecondaryGap,
    End,
}

const STATES: [State; 6] = [
    State::Primary,
    State::PrimaryGap,
    State::Between,
    State::Secondary,
    State::SecondaryGap,
    State::End,
];

impl State {
    fn after(self, filler: bool) -> Option<Self> {
        match (self, filler) {
            (Self::Primary | Self::PrimaryGap, false) => Some(Self::Primary),
            (Self::Primary, true) => Some(Self::PrimaryGap),
            (Self::PrimaryGap, true) => Some(Self::Between),
            (Self::Between | Self::Secondary | Self::SecondaryGap, false) => Some(Self::Secondary),
            (Self::Secondary, true) => Some(Self::SecondaryGap),
            (Self::Between | Self::SecondaryGap | Self::End, true) => Some(Self::End),
            (Self::End, false) => None,
        }
    }
}

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

/// The likeliest symbols that follow the grammar.
pub(super) fn decode(cells: &[Cell]) -> Vec<usize> {
    // Per state: log-likelihood and the symbols so far.
    let mut paths: Vec<Option<(f32, Vec<usize>)>> = vec![None; STATES.len()];
    for (place, cell) in cells.iter().enumerate() {
        let letter = (0..26)
            .max_by(|&a, &b| cell[a].total_cmp(&cell[b]))
            .unwrap_or(0);
        let mut next: Vec<Option<(f32, Vec<usize>)>> = vec![None; STATES.len()];
        for symbol in [letter, FILLER] {
            let likelihood = cell[symbol].max(1e-6).ln();
            if place == 0 {
                if symbol != FILLER {
                    next[0] = Some((likelihood, vec![symbol]));
                }
                continue;
            }
            for (from, path) in STATES.iter().zip(&paths) {
                let (Some((score, symbols)), Some(to)) = (path, from.after(symbol == FILLER))
                else {
                    continue;
                };
                let likelihood = likelihood
                    + if is_stutter(symbols, symbol) {
                        STUTTER
                    } else {
                        0.0
                    };
                let slot = &mut next[STATES.iter().position(|&state| state == to).unwrap_or(0)];
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
    use crate::line::ALPHABET;

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
        let decoded = decode(&cells("ERIKSSON<<ANNA<<<<K<<<<", &[(18, b'<', 0.05)]));
        assert_eq!(text(&decoded), "ERIKSSON<<ANNA<<<<<<<<<");
    }

    #[test]
    fn a_run_of_one_letter_is_mostly_fillers() {
        let doubtful: Vec<(usize, u8, f32)> = (15..24).map(|at| (at, b'<', 0.3)).collect();
        let decoded = decode(&cells("ERIKSSON<<ANNA<CCCCCCCCC", &doubtful));
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
        ] {
            assert_eq!(text(&decode(&cells(name, &[]))), name);
        }
    }
}
