//! Any text as one of the elements of a driving licence that hold names or lists of them.
#![no_main]

use aamva::Header;
use libfuzzer_sys::fuzz_target;

const ELEMENTS: [&str; 6] = ["DAA", "DAB", "DCS", "DAC", "DAD", "DCT"];

fuzz_target!(|input: (u8, u8, &str)| {
    let (element, version, names) = input;
    let header = Header {
        issuer: 636_000,
        version: version % 12,
        jurisdiction_version: Some(0),
        entries: 1,
    };
    let id = ELEMENTS[usize::from(element) % ELEMENTS.len()];
    let elements = [("DAQ", "1".to_owned()), (id, names.to_owned())];
    let text = aamva::generate(&header, "DL", &elements, None);
    let Ok(card) = aamva::parse(&text) else {
        return;
    };
    let name = card.license().name;
    for part in [name.first, name.middle, name.last, name.suffix]
        .into_iter()
        .flatten()
    {
        // No separator is part of a name, and none is blank.
        assert!(!part.contains(','));
        assert!(!part.trim().is_empty());
    }
});
