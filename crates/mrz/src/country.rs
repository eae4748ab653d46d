//! The codes of issuing states, organisations and nationalities (Doc 9303-3, section 5).

mod iso;

/// Codes that are not ISO 3166-1 alpha-3, with the alpha-2 code of the country they belong to.
const VARIANTS: [(&str, &str); 8] = [
    ("D", "DE"),
    ("GBD", "GB"),
    ("GBN", "GB"),
    ("GBO", "GB"),
    ("GBP", "GB"),
    ("GBS", "GB"),
    // Kosovo: XK is user-assigned in ISO 3166, and what the European Union uses.
    ("RKS", "XK"),
    // What the United Nations' interim administration gave to residents of Kosovo.
    ("UNK", "XK"),
];

/// Organisations, persons without a nationality, and the specimen state: no country.
const WITHOUT_COUNTRY: [&str; 21] = [
    "EUE", // European Union
    "NTZ", // neutral zone
    "UNA", // specialised agency of the United Nations
    "UNO", // United Nations
    "UTO", // Utopia, the specimen state
    "XBA", // African Development Bank
    "XCC", // Caribbean Community
    "XCE", // Council of Europe
    "XCO", // Common Market for Eastern and Southern Africa
    "XDC", // Southern African Development Community
    "XEC", // Economic Community of West African States
    "XES", // Organization of Eastern Caribbean States
    "XIM", // African Export-Import Bank
    "XMP", // Parliamentary Assembly of the Mediterranean
    "XOM", // Sovereign Military Order of Malta
    "XPO", // Interpol
    "INP", // Interpol, as printed in its older passports
    "XXA", // stateless person
    "XXB", // refugee, 1951 convention
    "XXC", // refugee, other
    "XXX", // nationality not known or not stated
];

/// The ISO 3166-1 alpha-2 code of an ICAO country code, with or without its fillers. `None` for
/// codes that stand for no country and for unknown ones, see [`is_known`].
pub fn alpha2(code: &str) -> Option<&'static str> {
    let code = code.trim_end_matches('<');
    if let Ok(position) = iso::ALPHA3_TO_ALPHA2.binary_search_by_key(&code, |pair| pair.0) {
        return Some(iso::ALPHA3_TO_ALPHA2[position].1);
    }
    VARIANTS
        .iter()
        .find(|variant| variant.0 == code)
        .map(|variant| variant.1)
}

/// Whether the code, with or without its fillers, stands for an issuer or a nationality: those of
/// Doc 9303-3 section 5, and INP.
pub fn is_known(code: &str) -> bool {
    alpha2(code).is_some() || WITHOUT_COUNTRY.contains(&code.trim_end_matches('<'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries() {
        assert_eq!(alpha2("AUS"), Some("AU"));
        assert_eq!(alpha2("ZWE"), Some("ZW"));
        assert_eq!(alpha2("D<<"), Some("DE"));
        assert_eq!(alpha2("D"), Some("DE"));
        assert_eq!(alpha2("GBN"), Some("GB"));
        assert_eq!(alpha2("RKS"), Some("XK"));
        assert_eq!(alpha2("UNK"), Some("XK"));
    }

    #[test]
    fn known_without_a_country() {
        for code in [
            "UTO", "XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "EUE", "XPO",
        ] {
            assert_eq!(alpha2(code), None);
            assert!(is_known(code), "{code}");
        }
    }

    #[test]
    fn unknown() {
        for code in ["", "<<<", "ZZZ", "DEU<", "aus", "GB"] {
            assert_eq!(is_known(code), code == "DEU<", "{code}");
        }
    }

    #[test]
    fn the_table_can_be_searched() {
        assert!(iso::ALPHA3_TO_ALPHA2.is_sorted_by(|left, right| left.0 < right.0));
        assert_eq!(iso::ALPHA3_TO_ALPHA2.len(), 249);
    }
}
