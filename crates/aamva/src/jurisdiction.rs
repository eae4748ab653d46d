//! Who issues cards, by issuer identification number and by postal abbreviation.

/// Where a card is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    UnitedStates,
    Canada,
    Mexico,
}

impl Country {
    /// ISO 3166-1 alpha-2.
    pub fn alpha2(self) -> &'static str {
        match self {
            Self::UnitedStates => "US",
            Self::Canada => "CA",
            Self::Mexico => "MX",
        }
    }

    /// ISO 3166-1 alpha-3.
    pub fn alpha3(self) -> &'static str {
        match self {
            Self::UnitedStates => "USA",
            Self::Canada => "CAN",
            Self::Mexico => "MEX",
        }
    }

    /// `DCG`, which cards fill in several ways.
    pub fn read(text: &str) -> Option<Self> {
        match text.trim().to_ascii_uppercase().as_str() {
            "USA" | "US" => Some(Self::UnitedStates),
            "CAN" | "CA" | "CDN" => Some(Self::Canada),
            "MEX" | "MX" => Some(Self::Mexico),
            _ => None,
        }
    }
}

/// A state, province or territory that issues cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jurisdiction {
    /// Issuer identification number.
    pub issuer: u32,
    /// Two letters, as in `DAJ`.
    pub code: &'static str,
    pub country: Country,
}

impl Jurisdiction {
    /// Every issuer that AAMVA has given a number.
    pub fn all() -> impl Iterator<Item = Self> {
        ISSUERS.iter().map(|&(issuer, code, country)| Self {
            issuer,
            code,
            country,
        })
    }

    pub fn of_issuer(issuer: u32) -> Option<Self> {
        Self::all().find(|jurisdiction| jurisdiction.issuer == issuer)
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::all().find(|jurisdiction| jurisdiction.code.eq_ignore_ascii_case(code))
    }
}

use Country::{Canada as CA, Mexico as MX, UnitedStates as US};

/// AAMVA, issuer identification numbers.
const ISSUERS: [(u32, &str, Country); 71] = [
    (604_426, "PE", CA),
    (604_427, "AS", US),
    (604_428, "QC", CA),
    (604_429, "YT", CA),
    (604_430, "MP", US),
    (604_431, "PR", US),
    (604_432, "AB", CA),
    (604_433, "NU", CA),
    (604_434, "NT", CA),
    (636_000, "VA", US),
    (636_001, "NY", US),
    (636_002, "MA", US),
    (636_003, "MD", US),
    (636_004, "NC", US),
    (636_005, "SC", US),
    (636_006, "CT", US),
    (636_007, "LA", US),
    (636_008, "MT", US),
    (636_009, "NM", US),
    (636_010, "FL", US),
    (636_011, "DE", US),
    (636_012, "ON", CA),
    (636_013, "NS", CA),
    (636_014, "CA", US),
    (636_015, "TX", US),
    (636_016, "NL", CA),
    (636_017, "NB", CA),
    (636_018, "IA", US),
    (636_019, "GU", US),
    (636_020, "CO", US),
    (636_021, "AR", US),
    (636_022, "KS", US),
    (636_023, "OH", US),
    (636_024, "VT", US),
    (636_025, "PA", US),
    (636_026, "AZ", US),
    (636_028, "BC", CA),
    (636_029, "OR", US),
    (636_030, "MO", US),
    (636_031, "WI", US),
    (636_032, "MI", US),
    (636_033, "AL", US),
    (636_034, "ND", US),
    (636_035, "IL", US),
    (636_036, "NJ", US),
    (636_037, "IN", US),
    (636_038, "MN", US),
    (636_039, "NH", US),
    (636_040, "UT", US),
    (636_041, "ME", US),
    (636_042, "SD", US),
    (636_043, "DC", US),
    (636_044, "SK", CA),
    (636_045, "WA", US),
    (636_046, "KY", US),
    (636_047, "HI", US),
    (636_048, "MB", CA),
    (636_049, "NV", US),
    (636_050, "ID", US),
    (636_051, "MS", US),
    (636_052, "RI", US),
    (636_053, "TN", US),
    (636_054, "NE", US),
    (636_055, "GA", US),
    (636_056, "CU", MX),
    (636_057, "HL", MX),
    (636_058, "OK", US),
    (636_059, "AK", US),
    (636_060, "WY", US),
    (636_061, "WV", US),
    (636_062, "VI", US),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_codes_are_given_once() {
        for (at, one) in ISSUERS.iter().enumerate() {
            for other in &ISSUERS[at + 1..] {
                assert_ne!(one.0, other.0);
                assert_ne!(one.1, other.1);
            }
        }
    }

    #[test]
    fn found_by_either() {
        let ontario = Jurisdiction::of_issuer(636_012);
        assert_eq!(ontario, Jurisdiction::of_code("on"));
        assert_eq!(ontario.map(|found| found.country.alpha2()), Some("CA"));
    }
}
