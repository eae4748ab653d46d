//! Whatever a symbol says, reading it ends well.

use aamva::{Header, generate, parse};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}") {
        let _ = parse(&text).map(|card| card.license());
    }

    #[test]
    fn any_elements_behind_a_header_are_read_or_refused(
        text in "(ANSI |AAMVA)[0-9]{6,14}(DL[0-9]{8}){0,2}(DL|ID|ZV)?[A-Z0-9,.Ñ¿ \n\r]{0,400}"
    ) {
        let _ = parse(&text).map(|card| card.license());
    }

    #[test]
    fn what_is_written_is_read(
        number in "[A-Z0-9]{1,25}",
        last in "[A-Z][A-Z' -]{0,39}[A-Z]",
        version in 2u8..=11,
    ) {
        let header = Header { issuer: 636_000, version, jurisdiction_version: Some(0), entries: 1 };
        let elements = [("DAQ", number.clone()), ("DCS", last.clone()), ("DCT", "ANY".to_owned())];
        let card = parse(&generate(&header, "DL", &elements, None)).unwrap();
        prop_assert_eq!(card.elements.get("DAQ"), Some(number.as_str()));
        prop_assert_eq!(card.elements.get("DCS"), Some(last.as_str()));
    }
}
