use std::fmt;

use crate::elements::Elements;
use crate::header::{self, Header, Subfile};
use crate::stripe;

/// A card's barcode or magnetic stripe, taken apart.
#[derive(Clone, Debug)]
pub struct Card {
    /// `None` for magnetic stripes, which have none of this form.
    pub header: Option<Header>,
    /// As the designators say, which is not always so.
    pub subfiles: Vec<Subfile>,
    pub elements: Elements,
}

/// Why a text is no card's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Neither the header of a barcode nor the first track of a stripe.
    NotACard,
    /// A header, and no element that the standard knows behind it.
    NoElements,
    /// Longer than any symbol can be.
    TooLong,
}

/// A PDF417 symbol holds 1,850 characters of text (ISO/IEC 15438); what is much longer is no
/// card's.
const LONGEST: usize = 8192;

/// Reads the text of a PDF417 symbol, or the tracks of a magnetic stripe one after the other.
///
/// # Errors
/// Where the text is neither. Elements that are missing or make no sense are no error.
pub fn parse(text: &str) -> Result<Card, ParseError> {
    if text.len() > LONGEST {
        return Err(ParseError::TooLong);
    }
    let card = if let Some((header, subfiles, start)) = header::read(text) {
        let elements = Elements::read(text, start, &subfiles);
        Card {
            header: Some(header),
            subfiles,
            elements,
        }
    } else {
        Card {
            header: None,
            subfiles: Vec::new(),
            elements: stripe::read(text).ok_or(ParseError::NotACard)?,
        }
    };
    if card.elements.iter().next().is_none() {
        return Err(ParseError::NoElements);
    }
    Ok(card)
}

impl Card {
    /// Whether the card is for identification alone and allows no driving.
    pub fn is_identification(&self) -> bool {
        let has = |kind: &str| self.subfiles.iter().any(|subfile| subfile.kind == kind);
        has("ID") && !has("DL")
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotACard => "neither the barcode nor the magnetic stripe of a driving licence",
            Self::NoElements => "the header of a driving licence without any data element",
            Self::TooLong => "longer than the barcode of a driving licence can be",
        })
    }
}

impl std::error::Error for ParseError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_card() {
        for (text, error) in [
            ("", ParseError::NotACard),
            ("https://example.com", ParseError::NotACard),
            ("%", ParseError::NotACard),
            (
                "@\n\x1e\rANSI 636000100001DL00310000",
                ParseError::NoElements,
            ),
        ] {
            assert_eq!(parse(text).err(), Some(error), "{text}");
        }
        assert_eq!(parse(&"A".repeat(9000)).err(), Some(ParseError::TooLong));
    }

    #[test]
    fn identification_cards_are_told_apart() {
        let card = |kind: &str| {
            let text = format!("@\n\x1e\rANSI 636000100001{kind}00310020{kind}DAQ1\n\r");
            parse(&text).unwrap().is_identification()
        };
        assert!(card("ID"));
        assert!(!card("DL"));
    }
}
