//! Barcodes of cards as the AAMVA DL/ID Card Design Standard makes them.

use std::borrow::Cow;

use observation::Barcode;

/// What a barcode holds, where that is a card's and all of it was seen. Letters with marks are written in ISO 8859-1 (AAMVA D.3.2).
pub(crate) fn card_of(barcode: &Barcode) -> Option<aamva::Card> {
    if barcode.incomplete {
        return None;
    }
    let text = match &barcode.text {
        Some(text) => text.as_str().into(),
        None => latin(&barcode.bytes),
    };
    aamva::parse(&text).ok()
}

fn latin(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
}
