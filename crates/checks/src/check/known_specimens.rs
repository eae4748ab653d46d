//! Documents that issuers have published to show what theirs look like.

use std::sync::LazyLock;

use mrz::Fields;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    specimen: Vec<Specimen>,
}

/// One entry, as explained in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Specimen {
    issuer: Option<String>,
    numbers: Vec<String>,
    #[serde(default)]
    personal_numbers: Vec<String>,
    surname: Option<String>,
    given_names: Option<String>,
    birth_date: Option<String>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    toml::from_str(include_str!("known_specimens.toml")).expect("the list in this crate parses")
});

/// What of a published specimen the zone has, in words for operators.
pub(super) fn recognise(fields: &Fields) -> Option<&'static str> {
    let issued = |specimen: &&Specimen| {
        let issuer = specimen.issuer.as_ref();
        issuer.is_none_or(|issuer| *issuer == fields.issuing_state)
    };
    KNOWN
        .specimen
        .iter()
        .filter(issued)
        .find_map(|specimen| specimen.recognise(fields))
}

impl Specimen {
    fn recognise(&self, fields: &Fields) -> Option<&'static str> {
        if self.numbers.contains(&fields.document_number) {
            return Some("The document number is one of a published specimen.");
        }
        let optional = [&fields.optional1, &fields.optional2];
        let personal = optional.map(|text| text.trim_matches('<'));
        if personal
            .iter()
            .any(|text| self.personal_numbers.iter().any(|number| number == text))
        {
            return Some("The personal number is one of a published specimen.");
        }
        let holder = [
            (&self.surname, &fields.surname),
            (&self.given_names, &fields.given_names),
            (&self.birth_date, &fields.birth_date),
        ];
        holder
            .into_iter()
            .all(|(known, read)| known.as_ref() == Some(read))
            .then_some("The holder is one of a published specimen.")
    }
}

#[cfg(test)]
mod tests {
    use mrz::{Date, Document, Fields, Format, generate, parse};

    use super::recognise;

    fn fields(issuer: &str, number: &str) -> Fields {
        let lines = generate(&Document {
            document_code: "P".to_owned(),
            issuing_state: issuer.to_owned(),
            nationality: issuer.to_owned(),
            document_number: number.to_owned(),
            birth_date: Date::new(1965, 3, 10),
            sex: 'F',
            expiry_date: Date::new(2031, 8, 30),
            surname: "De Bruijn".to_owned(),
            given_names: "Willeke Liselotte".to_owned(),
            ..Document::new(Format::Td3)
        });
        parse(&lines.unwrap()).unwrap().fields
    }

    #[test]
    fn a_number_counts_with_its_issuer_alone() {
        let known = |issuer, number| recognise(&fields(issuer, number)).is_some();
        assert!(known("D", "C01X00T47") && known("GBR", "925665416"));
        assert!(!known("USA", "925665416") && !known("D", "C01X00T48"));
        assert!(known("SWE", "L898902C3"));
    }

    #[test]
    fn a_holder_counts_with_name_birth_date_and_issuer() {
        let holder = fields("NLD", "NW1234567");
        assert!(recognise(&holder).is_some());
        let other = |change: fn(&mut Fields)| {
            let mut fields = holder.clone();
            change(&mut fields);
            recognise(&fields)
        };
        assert_eq!(
            other(|fields| fields.birth_date = "650311".to_owned()),
            None
        );
        assert_eq!(
            other(|fields| fields.issuing_state = "BEL".to_owned()),
            None
        );
        assert_eq!(
            other(|fields| fields.given_names = "WILLEKE".to_owned()),
            None
        );
    }

    #[test]
    fn a_personal_number_in_either_optional_data_counts() {
        let mut card = fields("ESP", "BBB123456");
        assert_eq!(recognise(&card), None);
        card.optional1 = "99999999R".to_owned();
        assert!(recognise(&card).is_some());
    }
}
