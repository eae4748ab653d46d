//! Which kinds of characters a place of a format may hold (Doc 9303 parts 4 to 7).

use mrz::Format;

use crate::line::{ALPHABET, FILLER};

/// What may stand in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The first letter of the zone: passports, visas, and the three letters of cards.
    Passport,
    Visa,
    Card,
    /// The second character of the code: letters; digits on residence cards of the United States.
    Kind,
    /// Letters and fillers.
    Letter,
    /// Digits and fillers.
    Digit,
    /// `M`, `F`, `<`.
    Sex,
    Any,
}

/// Letters and the digits read for them.
const ALIKE: [(u8, u8); 12] = [
    (b'O', b'0'),
    (b'I', b'1'),
    (b'S', b'5'),
    (b'B', b'8'),
    (b'Z', b'2'),
    (b'G', b'6'),
    (b'D', b'0'),
    (b'Q', b'0'),
    (b'L', b'1'),
    (b'A', b'4'),
    (b'T', b'7'),
    (b'U', b'0'),
];
/// Pairs that even good print leaves open.
const TWINS: usize = 6;

impl Class {
    pub(super) fn allows(self, symbol: usize) -> bool {
        let byte = ALPHABET[symbol];
        match self {
            Self::Passport => byte == b'P',
            Self::Visa => byte == b'V',
            Self::Card => matches!(byte, b'A' | b'C' | b'I'),
            Self::Kind => {
                symbol == FILLER || byte.is_ascii_uppercase() || matches!(byte, b'1' | b'2')
            }
            Self::Any => true,
            Self::Letter => symbol == FILLER || byte.is_ascii_uppercase(),
            Self::Digit => symbol == FILLER || byte.is_ascii_digit(),
            Self::Sex => matches!(byte, b'M' | b'F' | b'<'),
        }
    }

    /// What a step says for a symbol that is allowed here: its own probability and that of the
    /// symbols it is taken for where those can't stand here.
    pub(super) fn evidence(self, row: &[f32], symbol: usize) -> f32 {
        let byte = ALPHABET[symbol];
        let borrowed = ALIKE
            .iter()
            .enumerate()
            .filter_map(|(rank, &(letter, digit))| {
                let other = match byte {
                    _ if byte == letter => digit,
                    _ if byte == digit => letter,
                    _ => return None,
                };
                let other = index(other);
                let share = match (self, byte) {
                    // ID cards are far more common than anything with an O.
                    (Self::Kind, b'D') => 0.9,
                    (Self::Kind, b'O') => 0.5,
                    _ if rank < TWINS => 0.9,
                    _ => 0.1,
                };
                (!self.allows(other)).then(|| share * row[other])
            });
        row[symbol] + borrowed.sum::<f32>()
    }

    pub(super) fn of(format: Format, line: usize, column: usize) -> Self {
        if line == 0 && column == 0 {
            return match format {
                Format::Td3 => Self::Passport,
                Format::MrvA | Format::MrvB => Self::Visa,
                Format::Td1 | Format::Td2 => Self::Card,
            };
        }
        match (line, column) {
            (0, 1) => return Self::Kind,
            (0, 2..=4) => return Self::Letter,
            _ => {}
        }
        if format == Format::Td1 {
            Self::of_card(line, column)
        } else {
            Self::of_two_lines(format, line, column)
        }
    }

    fn of_card(line: usize, column: usize) -> Self {
        match (line, column) {
            (1, 0..=6 | 8..=14 | 29) => Self::Digit,
            (1, 7) => Self::Sex,
            (1, 15..=17) | (2, _) => Self::Letter,
            _ => Self::Any,
        }
    }

    fn of_two_lines(format: Format, line: usize, column: usize) -> Self {
        let check = match format {
            Format::Td3 => matches!(column, 42 | 43),
            Format::Td2 => column == 35,
            _ => false,
        };
        match (line, column) {
            (0, _) | (_, 10..=12) => Self::Letter,
            (_, 9 | 13..=19 | 21..=27) => Self::Digit,
            (_, 20) => Self::Sex,
            _ if check => Self::Digit,
            _ => Self::Any,
        }
    }
}

/// The symbol that even good print may leave open beside this one.
pub(super) fn twin(symbol: usize) -> Option<usize> {
    let byte = ALPHABET[symbol];
    ALIKE[..TWINS].iter().find_map(|&(letter, digit)| {
        if byte == letter {
            Some(index(digit))
        } else if byte == digit {
            Some(index(letter))
        } else {
            None
        }
    })
}

fn index(byte: u8) -> usize {
    ALPHABET
        .iter()
        .position(|&symbol| symbol == byte)
        .expect("letters and digits are symbols")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_counts_for_the_letter_it_is_read_for_where_no_digit_can_stand() {
        let mut row = [0.0; ALPHABET.len() + 1];
        row[index(b'0')] = 0.9;
        assert!(Class::Letter.evidence(&row, index(b'O')) > 0.8);
        assert_eq!(Class::Any.evidence(&row, index(b'O')), 0.0);
        assert_eq!(Class::Digit.evidence(&row, index(b'0')), 0.9);
    }

    #[test]
    fn every_format_knows_its_places() {
        assert_eq!(Class::of(Format::Td3, 0, 0), Class::Passport);
        assert_eq!(Class::of(Format::Td1, 1, 29), Class::Digit);
        assert_eq!(Class::of(Format::Td1, 2, 29), Class::Letter);
        assert_eq!(Class::of(Format::MrvB, 1, 35), Class::Any);
        assert_eq!(Class::of(Format::Td2, 1, 20), Class::Sex);
    }
}
