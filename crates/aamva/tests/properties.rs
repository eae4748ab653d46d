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
    fn no_name_of_a_list_keeps_a_comma(
        id in prop::sample::select(vec!["DAA", "DCS", "DAC", "DAD", "DCT"]),
        names in prop::collection::vec("[A-ZÑÉ' -]{0,12}", 0..6),
        other in "[A-Z]{0,8}",
    ) {
        let header = Header { issuer: 636_000, version: 8, jurisdiction_version: Some(0), entries: 1 };
        let elements = [("DAQ", "1".to_owned()), ("DAC", other), (id, names.join(","))];
        let name = parse(&generate(&header, "DL", &elements, None)).unwrap().license().name;
        for part in [name.first, name.middle, name.last, name.suffix].into_iter().flatten() {
            prop_assert!(!part.contains(','));
            prop_assert_eq!(part.trim(), part.as_str());
        }
    }

    #[test]
    fn what_is_written_is_read(
        number in "[A-Z0-9]{1,25}",
        last in "[A-Z][A-Z' -]{0,39}[A-Z]",
        version in 1u8..=11,
    ) {
        let header = Header { issuer: 636_000, version, jurisdiction_version: (version > 1).then_some(0), entries: 1 };
        let elements = [("DAQ", number.clone()), ("DCS", last.clone()), ("DCT", "ANY".to_owned())];
        let card = parse(&generate(&header, "DL", &elements, None)).unwrap();
        prop_assert_eq!(card.elements.get("DAQ"), Some(number.as_str()));
        prop_assert_eq!(card.elements.get("DCS"), Some(last.as_str()));
        prop_assert_eq!(card.header, Some(header));
    }
}
