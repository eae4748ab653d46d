use std::fmt;

use crate::appearance::{EyeColor, HairColor};
use crate::card::Card;
use crate::date::Date;
use crate::elements::Elements;
use crate::jurisdiction::{Country, Jurisdiction};
use crate::name::{Name, text};
use crate::size::{Height, Weight};

/// What a card says of its holder and of itself. What it does not say is `None`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct License {
    pub number: Option<String>,
    pub name: Name,
    pub truncation: Truncation,
    pub birth_date: Option<Date>,
    pub issue_date: Option<Date>,
    pub expiry_date: Option<Date>,
    /// Of the card's design.
    pub revision_date: Option<Date>,
    pub under_18_until: Option<Date>,
    pub under_19_until: Option<Date>,
    pub under_21_until: Option<Date>,
    pub sex: Option<Sex>,
    pub eyes: Option<EyeColor>,
    pub hair: Option<HairColor>,
    pub height: Option<Height>,
    pub weight: Option<Weight>,
    pub street: Option<String>,
    pub street2: Option<String>,
    pub city: Option<String>,
    /// State, province or territory of the address.
    pub jurisdiction: Option<String>,
    /// Digits in the United States, without the zeros that stand for an unknown extension; letters
    /// and digits without blanks in Canada.
    pub postal_code: Option<String>,
    /// That issued the card.
    pub country: Option<Country>,
    pub birth_place: Option<String>,
    pub vehicle_class: Option<String>,
    pub restrictions: Option<String>,
    pub endorsements: Option<String>,
    /// Tells this card from every other of its issuer.
    pub document_discriminator: Option<String>,
    pub compliance: Option<Compliance>,
    /// The holder's stay is limited.
    pub limited_duration: Option<bool>,
    pub organ_donor: Option<bool>,
    pub veteran: Option<bool>,
}

/// `DBC`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
    /// Not specified.
    Unspecified,
}

/// `DDA`: with the REAL ID Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compliance {
    Full,
    Material,
    None,
}

/// Which names were cut to fit: `DDE`, `DDF`, `DDG`. `None` where it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Truncation {
    pub last: Option<bool>,
    pub first: Option<bool>,
    pub middle: Option<bool>,
}

const ZIP: usize = 5;

impl Card {
    /// What the elements mean.
    pub fn license(&self) -> License {
        License::of(self)
    }
}

impl License {
    fn of(card: &Card) -> Self {
        let elements = &card.elements;
        let get = |id: &str| text(elements.get(id));
        let either = |id: &str, older: &str| get(id).or_else(|| get(older));
        let date = |id: &str| elements.get(id).and_then(Date::read);
        let issuer = card
            .header
            .as_ref()
            .and_then(|header| Jurisdiction::of_issuer(header.issuer));
        let jurisdiction = either("DAJ", "DAO");
        let country = elements.get("DCG").and_then(Country::read).or_else(|| {
            let by_address = jurisdiction.as_deref().and_then(Jurisdiction::of_code);
            issuer.or(by_address).map(|found| found.country)
        });
        Self {
            number: either("DAQ", "DBJ"),
            name: Name::of(elements),
            truncation: Truncation {
                last: truncated(elements, "DDE"),
                first: truncated(elements, "DDF"),
                middle: truncated(elements, "DDG"),
            },
            birth_date: date("DBB"),
            issue_date: date("DBD"),
            expiry_date: date("DBA"),
            revision_date: date("DDB"),
            under_18_until: date("DDH"),
            under_19_until: date("DDI"),
            under_21_until: date("DDJ"),
            sex: elements.get("DBC").and_then(Sex::read),
            eyes: elements.get("DAY").and_then(EyeColor::read),
            hair: elements.get("DAZ").and_then(HairColor::read),
            height: elements
                .get("DAU")
                .and_then(Height::read)
                .or_else(|| elements.get("DAV").and_then(Height::metric)),
            weight: elements
                .get("DAW")
                .and_then(Weight::read)
                .or_else(|| elements.get("DAX").and_then(Weight::metric))
                .or_else(|| elements.get("DCE").and_then(Weight::class)),
            street: either("DAG", "DAL"),
            street2: either("DAH", "DAM"),
            city: either("DAI", "DAN"),
            postal_code: either("DAK", "DAP").and_then(|code| postal_code(&code)),
            jurisdiction: jurisdiction.or_else(|| issuer.map(|found| found.code.to_owned())),
            country,
            birth_place: get("DCI"),
            vehicle_class: either("DCA", "DAR"),
            restrictions: either("DCB", "DAS"),
            endorsements: either("DCD", "DAT"),
            document_discriminator: get("DCF"),
            compliance: elements.get("DDA").and_then(Compliance::read),
            limited_duration: flag(elements, "DDD"),
            organ_donor: flag(elements, "DDK").or_else(|| flag(elements, "DBH")),
            veteran: flag(elements, "DDL"),
        }
    }
}

impl Sex {
    fn read(text: &str) -> Option<Self> {
        match text.to_ascii_uppercase().as_str() {
            "1" | "M" | "MALE" => Some(Self::Male),
            "2" | "F" | "FEMALE" => Some(Self::Female),
            "9" | "X" => Some(Self::Unspecified),
            _ => None,
        }
    }
}

impl Compliance {
    fn read(text: &str) -> Option<Self> {
        match text {
            "F" => Some(Self::Full),
            "M" => Some(Self::Material),
            "N" => Some(Self::None),
            _ => None,
        }
    }
}

fn truncated(elements: &Elements, id: &str) -> Option<bool> {
    match elements.get(id)? {
        "T" => Some(true),
        "N" => Some(false),
        _ => None,
    }
}

/// Present where the card has the element at all; blank means no.
fn flag(elements: &Elements, id: &str) -> Option<bool> {
    elements.has(id).then(|| {
        elements
            .get(id)
            .is_some_and(|value| matches!(value, "1" | "Y" | "YES" | "DONOR"))
    })
}

fn postal_code(text: &str) -> Option<String> {
    let code: String = text
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_uppercase();
    let is_zip = code.len() >= ZIP && code.bytes().all(|byte| byte.is_ascii_digit());
    let unknown = is_zip && code[ZIP..].bytes().all(|byte| byte == b'0');
    let code = if unknown {
        code[..ZIP].to_owned()
    } else {
        code
    };
    (!code.is_empty()).then_some(code)
}

/// Shows what kind of card it is, not whose.
impl fmt::Debug for License {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("License")
            .field("country", &self.country)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn license(elements: &str) -> License {
        let text = format!("@\n\x1e\rANSI 636014090001DL00310200DL{elements}\r");
        parse(&text).unwrap().license()
    }

    #[test]
    fn a_card_of_today() {
        let license = license(
            "DAQD1234567\nDCSPUBLIC\nDDEN\nDACJANE\nDDFN\nDADANN\nDDGT\nDCAC\nDCBNONE\nDCDNONE\n\
             DBD08242020\nDBB08311977\nDBA08312025\nDBC2\nDAU068 in\nDAYBRO\nDAG2570 24TH STREET\n\
             DAHAPT 3\nDAISACRAMENTO\nDAJCA\nDAK958180000  \nDCFNONE\nDCGUSA\nDAW125\nDAZBLK\n\
             DDAF\nDDB08292017\nDDD1\nDDK1\nDDL\n",
        );
        assert_eq!(license.number.as_deref(), Some("D1234567"));
        assert_eq!(license.truncation.middle, Some(true));
        assert_eq!(license.truncation.last, Some(false));
        assert!(license.birth_date == Date::new(1977, 8, 31));
        assert_eq!(license.sex, Some(Sex::Female));
        assert_eq!(license.height, Some(Height::Inches(68)));
        assert_eq!(license.postal_code.as_deref(), Some("95818"));
        assert_eq!(license.country, Some(Country::UnitedStates));
        assert_eq!(license.restrictions, None);
        assert_eq!(license.document_discriminator, None);
        assert_eq!(license.compliance, Some(Compliance::Full));
        assert_eq!(license.limited_duration, Some(true));
        assert_eq!(license.organ_donor, Some(true));
        assert_eq!(license.veteran, Some(false));
        assert_eq!(license.eyes, Some(EyeColor::Brown));
        assert_eq!(license.hair, Some(HairColor::Black));
        assert_eq!(license.weight, Some(Weight::Pounds(125)));
    }

    #[test]
    fn the_country_follows_from_the_issuer_and_then_from_the_address() {
        assert_eq!(license("DAQ1\n").country, Some(Country::UnitedStates));
        assert_eq!(license("DAQ1\n").jurisdiction.as_deref(), Some("CA"));
        let unknown = "@\n\x1e\rANSI 999999030001DL00310200DLDAQ1\nDAJAB\nDAKT4G 7A7\n";
        let unknown = parse(unknown).unwrap().license();
        assert_eq!(unknown.country, Some(Country::Canada));
        assert_eq!(unknown.postal_code.as_deref(), Some("T4G7A7"));
    }

    #[test]
    fn nothing_is_shown_of_the_holder() {
        assert_eq!(
            format!("{:?}", license("DAQD1234567\nDCSPUBLIC\n")),
            "License { country: Some(UnitedStates), .. }"
        );
    }
}
