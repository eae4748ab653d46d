//! Which kinds of characters a place of a format may hold (Doc 9303 parts 4 to 7, and the French card).

use mrz::Format;

use crate::line::{ALPHABET, FILLER};

/// What may stand in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The first letter of the zone: passports, visas, and cards.
    Passport,
    Visa,
    Card,
    /// The second character of the code: letters; digits on residence cards of the United States.
    Kind,
    /// This character alone.
    Exactly(u8),
    /// Letters and fillers.
    Letter,
    /// Letters, fillers, and the digits that are hardly ever read for a letter: no name has digits by the standard,
    /// but some issuers write letters of another script so.
    Name,
    /// Letters, fillers, and the digits that stand for Cyrillic letters on documents of Russia.
    CyrillicName,
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
/// First letters of cards (Doc 9303-5 and -6, clause 4.2.2). Driving licences, residence permits and
/// others have more, which count where they are seen clearly.
const CARDS: [u8; 3] = [b'A', b'C', b'I'];

/// From which probability on a card's first letter is taken for one of no other card's. Those that are
/// slim are what an `I` is misread for.
fn surely_no_card(letter: u8) -> f32 {
    match letter {
        b'F' | b'J' | b'L' | b'T' => 0.9,
        _ => 0.6,
    }
}
/// Pairs that even good print leaves open.
const TWINS: usize = 6;

impl Class {
    pub(super) fn allows(self, symbol: usize) -> bool {
        let byte = ALPHABET[symbol];
        match self {
            Self::Passport => byte == b'P',
            Self::Visa => byte == b'V',
            Self::Card => byte.is_ascii_uppercase() && byte != b'V',
            Self::Exactly(only) => byte == only,
            Self::Kind => {
                symbol == FILLER || byte.is_ascii_uppercase() || matches!(byte, b'1' | b'2')
            }
            Self::Any => true,
            Self::Letter => symbol == FILLER || byte.is_ascii_uppercase(),
            Self::Name => {
                symbol == FILLER
                    || byte.is_ascii_uppercase()
                    || matches!(byte, b'3' | b'4' | b'7' | b'9')
            }
            Self::CyrillicName => {
                symbol == FILLER
                    || byte.is_ascii_uppercase()
                    || matches!(byte, b'2'..=b'4' | b'6'..=b'9')
            }
            Self::Digit => symbol == FILLER || byte.is_ascii_digit(),
            Self::Sex => matches!(byte, b'M' | b'F' | b'<'),
        }
    }

    /// What a step says for a symbol that is allowed here: its own probability and that of the
    /// symbols it is taken for where those can't stand here.
    pub(super) fn evidence(self, row: &[f32], symbol: usize) -> f32 {
        let byte = ALPHABET[symbol];
        if self == Self::Card && !CARDS.contains(&byte) {
            return if row[symbol] >= surely_no_card(byte) {
                row[symbol]
            } else {
                0.0
            };
        }
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
        if format == Format::FrenchCard {
            return Self::of_french_card(line, column);
        }
        if line == 0 && column == 0 {
            return match format {
                Format::Td3 => Self::Passport,
                Format::MrvA | Format::MrvB => Self::Visa,
                Format::Td1 | Format::Td2 | Format::FrenchCard => Self::Card,
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
            (1, 15..=17) => Self::Letter,
            (2, _) => Self::Name,
            _ => Self::Any,
        }
    }

    fn of_french_card(line: usize, column: usize) -> Self {
        match (line, column) {
            (0, 0..=4) => Self::Exactly(b"IDFRA"[column]),
            (0, 5..=29) | (1, 13..=26) => Self::Name,
            (1, 0..=3 | 12 | 27..=33 | 35) => Self::Digit,
            (1, 34) => Self::Sex,
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
            (0, _) => Self::Name,
            (_, 10..=12) => Self::Letter,
            (_, 9 | 13..=19 | 21..=27) => Self::Digit,
            (_, 20) => Self::Sex,
            _ if check => Self::Digit,
            _ => Self::Any,
        }
    }
}

impl Class {
    /// What a place may hold of names by the standard alone.
    pub(super) fn without_digits(self) -> Self {
        match self {
            Self::Name => Self::Letter,
            other => other,
        }
    }

    /// What the names of documents of Russia may hold in this place.
    pub(super) fn in_cyrillic(self) -> Self {
        match self {
            Self::Name => Self::CyrillicName,
            other => other,
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
    fn another_first_letter_of_a_card_has_to_be_clear() {
        let mut row = [0.0; ALPHABET.len() + 1];
        row[index(b'D')] = 0.9;
        assert!(Class::Card.evidence(&row, index(b'D')) > 0.8);
        row[index(b'D')] = 0.5;
        assert_eq!(Class::Card.evidence(&row, index(b'D')), 0.0);
        assert!(!Class::Card.allows(index(b'V')));
    }

    #[test]
    fn digits_that_stand_for_letters_are_no_misread_letters() {
        let mut row = [0.0; ALPHABET.len() + 1];
        row[index(b'8')] = 0.9;
        assert!(Class::Name.evidence(&row, index(b'B')) > 0.8);
        assert_eq!(Class::CyrillicName.evidence(&row, index(b'B')), 0.0);
        assert_eq!(Class::CyrillicName.evidence(&row, index(b'8')), 0.9);
    }

    #[test]
    fn every_format_knows_its_places() {
        assert_eq!(Class::of(Format::Td3, 0, 0), Class::Passport);
        assert_eq!(Class::of(Format::Td1, 1, 29), Class::Digit);
        assert_eq!(Class::of(Format::Td1, 2, 29), Class::Name);
        assert_eq!(Class::of(Format::FrenchCard, 1, 13), Class::Name);
        assert_eq!(Class::of(Format::FrenchCard, 0, 35), Class::Any);
        assert_eq!(Class::of(Format::MrvB, 1, 35), Class::Any);
        assert_eq!(Class::of(Format::Td2, 1, 20), Class::Sex);
    }
}
