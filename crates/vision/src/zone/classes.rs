//! Which kinds of characters a place of a format may hold (Doc 9303 parts 4 to 7).

use mrz::Format;

use super::lattice::{ALPHABET, FILLER};

/// What may stand in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters and fillers.
    Letter,
    /// Digits and fillers.
    Digit,
    /// `M`, `F`, `<`.
    Sex,
    Any,
}

impl Class {
    pub(super) fn allows(self, symbol: usize) -> bool {
        let byte = ALPHABET[symbol];
        match self {
            Self::Any => true,
            Self::Letter => symbol == FILLER || byte.is_ascii_uppercase(),
            Self::Digit => symbol == FILLER || byte.is_ascii_digit(),
            Self::Sex => matches!(byte, b'M' | b'F' | b'<'),
        }
    }

    pub(super) fn of(format: Format, line: usize, column: usize) -> Self {
        match (format, line) {
            (Format::Td1, 0) => match column {
                // The second letter of the code is at the issuer's discretion.
                0 | 2..=4 => Self::Letter,
                _ => Self::Any,
            },
            (Format::Td1, 1) => match column {
                0..=6 | 8..=14 | 29 => Self::Digit,
                7 => Self::Sex,
                15..=17 => Self::Letter,
                _ => Self::Any,
            },
            (Format::Td1, _) => Self::Letter,
            (_, 0) => match column {
                1 => Self::Any,
                _ => Self::Letter,
            },
            (_, _) => match column {
                9 | 13..=19 | 21..=27 => Self::Digit,
                10..=12 => Self::Letter,
                20 => Self::Sex,
                43 if format == Format::Td3 => Self::Digit,
                42 if format == Format::Td3 => Self::Digit,
                35 if format == Format::Td2 => Self::Digit,
                _ => Self::Any,
            },
        }
    }
}
