//! The rule of agreement is made of fields, and each of them is needed: where one alone is changed nothing
//! is verified. What is tested is held against what the rule requires, so that a field that is taken from the
//! rule, or comes to it, is noticed.

use std::collections::BTreeSet;

use identity::{DocumentType, Reason, Verdict};
use observation::DocumentObservation;

use crate::samples::{Sample, european_licence, request};
use crate::template::{Label, Template};
use crate::{Outcome, Policy, decide};

const POLICY: &str = include_str!("../policy.toml");
/// What every finding about a field of the source is called by.
const IN_VIZ: &str = "_in_viz";

/// A kind of document, genuine, and how it is photographed.
struct Document {
    name: &'static str,
    kind: DocumentType,
    sample: Sample,
    shown: fn(&Sample) -> Sides,
    rules: Rules,
}

/// What is particular to the documents of one standard.
#[derive(Clone, Copy, PartialEq)]
enum Rules {
    /// ICAO Doc 9303.
    Icao,
    /// Regulation (EC) No 1030/2002: the issuing country need not be named.
    ResidencePermit,
    /// AAMVA: as residence permits; months stand before days.
    American,
}

type Sides = (DocumentObservation, Option<DocumentObservation>);

/// One field, and how it alone is changed.
struct Field {
    finding: &'static str,
    reason: Reason,
    printed: fn(&mut Sample) -> &mut String,
    /// What print of another document says.
    other: &'static str,
    /// What print of another American document says.
    american: &'static str,
    stated: fn(&mut Sample),
}

fn documents() -> Vec<Document> {
    let of = |name, kind, sample, rules, shown| Document {
        name,
        kind,
        sample,
        shown,
        rules,
    };
    let whole: fn(&Sample) -> Sides = |sample| (sample.whole(), None);
    let both: fn(&Sample) -> Sides = |sample| (sample.front(), Some(sample.back()));
    let licence: fn(&Sample) -> Sides = |s| (s.front(), Some(s.barcode_side("DL")));
    let american_card: fn(&Sample) -> Sides = |s| (s.front(), Some(s.barcode_side("ID")));
    let (passport, card) = (DocumentType::Passport, DocumentType::IdCard);
    vec![
        of("passport", passport, Sample::passport(), Rules::Icao, whole),
        of("card", card, Sample::id_card(), Rules::Icao, both),
        of("one side", card, Sample::id_card(), Rules::Icao, whole),
        of("larger card", card, td2_card(), Rules::Icao, whole),
        of(
            "permit",
            card,
            residence_permit(),
            Rules::ResidencePermit,
            both,
        ),
        of(
            "American licence",
            DocumentType::DrivingLicense,
            Sample::license(),
            Rules::American,
            licence,
        ),
        of(
            "American card",
            card,
            identification_card(),
            Rules::American,
            american_card,
        ),
    ]
}

fn td2_card() -> Sample {
    let mut sample = Sample::id_card();
    sample.mrz.format = mrz::Format::Td2;
    sample
}

fn residence_permit() -> Sample {
    let mut sample = Sample::id_card();
    sample.mrz.document_code = "IR".to_owned();
    sample.mrz.nationality = "IND".to_owned();
    sample.viz.title = "RESIDENCE PERMIT".to_owned();
    sample
}

fn identification_card() -> Sample {
    let mut sample = Sample::license();
    sample.viz.title = "IDENTIFICATION CARD".to_owned();
    sample
}

const FIELDS: [Field; 6] = [
    Field {
        finding: "number_in_viz",
        reason: Reason::NumberUnreadable,
        printed: |sample| &mut sample.viz.number,
        other: "P84291754",
        american: "P84291754",
        stated: |sample| sample.mrz.document_number = "P84291754".to_owned(),
    },
    Field {
        finding: "surname_in_viz",
        reason: Reason::SurnameUnreadable,
        printed: |sample| &mut sample.viz.surname,
        other: "HARGREAVE",
        american: "HARGREAVE",
        stated: |sample| sample.mrz.surname = "HARGREAVE".to_owned(),
    },
    Field {
        finding: "given_names_in_viz",
        reason: Reason::GivenNamesUnreadable,
        printed: |sample| &mut sample.viz.given_names,
        other: "LENA MARIE",
        american: "LENA MARIE",
        stated: |sample| sample.mrz.given_names = "LENA MARIE".to_owned(),
    },
    Field {
        finding: "birth_date_in_viz",
        reason: Reason::BirthDateUnreadable,
        printed: |sample| &mut sample.viz.birth_date,
        other: "13 AUG/AOÛT 1974",
        american: "08/13/1974",
        stated: |sample| sample.mrz.birth_date = mrz::Date::new(1974, 8, 13),
    },
    Field {
        finding: "expiry_date_in_viz",
        reason: Reason::ExpiryDateUnreadable,
        printed: |sample| &mut sample.viz.expiry_date,
        other: "15 APR/AVR 2031",
        american: "04/15/2031",
        stated: |sample| sample.mrz.expiry_date = mrz::Date::new(2031, 4, 15),
    },
    Field {
        finding: "country_in_viz",
        reason: Reason::CountryUnreadable,
        printed: |sample| &mut sample.viz.country,
        other: "NORGE",
        american: "CANADA",
        stated: |sample| sample.mrz.issuing_state = "NOR".to_owned(),
    },
];

impl Document {
    fn judged(&self, sample: &Sample, policy: &Policy) -> Outcome {
        let (front, back) = (self.shown)(sample);
        decide(&request(&front, back.as_ref(), None), policy)
    }

    fn is_verified(&self, sample: &Sample, policy: &Policy) -> bool {
        self.judged(sample, policy).verdict == Verdict::Verified
    }

    /// The document with another value of the field in print.
    fn reprinted(&self, field: &Field) -> Sample {
        let mut sample = self.sample.clone();
        let other = if self.rules == Rules::American {
            field.american
        } else {
            field.other
        };
        other.clone_into((field.printed)(&mut sample));
        sample
    }

    /// The document without the field in print.
    fn without(&self, field: &Field) -> Sample {
        let mut sample = self.sample.clone();
        (field.printed)(&mut sample).clear();
        sample
    }

    /// The document with another value of the field in its zone or barcode.
    fn restated(&self, field: &Field) -> Sample {
        let mut sample = self.sample.clone();
        (field.stated)(&mut sample);
        sample
    }

    /// Whether print may be without the field: where the issuing country need not be named, naming another
    /// is what is turned away.
    fn can_lack(&self, field: &Field) -> bool {
        self.rules != Rules::Icao && field.finding == "country_in_viz"
    }

    /// Whether a sample's source can state another value. Barcodes with another country are in
    /// `another_country_in_zone_or_barcode_is_not_verified`.
    fn can_state(&self, field: &Field) -> bool {
        self.rules != Rules::American || field.finding != "country_in_viz"
    }
}

/// The shipped policy without alternatives, and with only these of its requirements about agreement.
fn with_only(findings: &[&str]) -> Policy {
    let is_kept = |line: &&str| {
        let is_required = line.starts_with("  \"");
        let name = line.trim().trim_matches([',', '"']);
        let is_of_agreement = name.ends_with(IN_VIZ) || name == "viz_contradiction";
        let is_taken_out = is_required && is_of_agreement && !findings.contains(&name);
        !is_taken_out && !line.starts_with("one_of")
    };
    let lines: Vec<&str> = POLICY.lines().filter(is_kept).collect();
    Policy::parse(&lines.join("\n")).unwrap()
}

/// Every type of document with the findings about its fields that the policy requires.
fn required() -> BTreeSet<(&'static str, String)> {
    let of = |kind: &DocumentType| {
        let rule = Policy::shipped().document(Some(*kind)).rule;
        let codes = rule.required.iter().map(|code| code.as_str().to_owned());
        let kind = kind.as_str();
        let fields = codes.filter(|code| code.ends_with(IN_VIZ));
        fields.map(move |code| (kind, code)).collect::<Vec<_>>()
    };
    DocumentType::ALL.iter().flat_map(of).collect()
}

#[test]
fn of_every_type_every_field_that_the_rule_requires_is_tested_and_no_other() {
    let tested: BTreeSet<(&str, String)> = documents()
        .iter()
        .flat_map(|document| {
            let kind = document.kind.as_str();
            FIELDS.map(move |field| (kind, field.finding.to_owned()))
        })
        .collect();
    assert_eq!(tested, required());
}

#[test]
fn nothing_is_verified_of_which_one_field_is_changed_in_print_or_source() {
    let shipped = Policy::shipped();
    for document in documents() {
        let name = document.name;
        let genuine = document.judged(&document.sample, shipped);
        assert_eq!(genuine.verdict, Verdict::Verified, "{name}");
        assert_eq!(genuine.document.document_type, Some(document.kind));
        for field in &FIELDS {
            let changed = document.reprinted(field);
            let finding = field.finding;
            assert!(
                !document.is_verified(&changed, shipped),
                "{name}: {finding}"
            );
            if document.can_state(field) {
                let changed = document.restated(field);
                assert!(
                    !document.is_verified(&changed, shipped),
                    "{name}: {finding}"
                );
            }
        }
    }
}

#[test]
fn a_field_that_print_lacks_is_what_the_person_is_asked_for() {
    for document in documents() {
        for field in FIELDS.iter().filter(|field| !document.can_lack(field)) {
            let outcome = document.judged(&document.without(field), Policy::shipped());
            let Verdict::Failed(error) = outcome.verdict else {
                panic!("{} is verified without {}", document.name, field.finding);
            };
            assert_eq!(error.reason, field.reason, "{}", document.name);
        }
    }
}

/// Each finding turns away by itself what it is for: the others don't stand in for it, and without any of
/// them the document is verified.
#[test]
fn each_field_decides_alone() {
    let lax = with_only(&[]);
    for field in &FIELDS {
        let alone = with_only(&[field.finding]);
        for document in documents() {
            let name = document.name;
            let case = format!("{name}: {}", field.finding);
            assert!(document.is_verified(&document.sample, &alone), "{case}");
            let changed = if document.can_lack(field) {
                document.reprinted(field)
            } else {
                document.without(field)
            };
            assert!(!document.is_verified(&changed, &alone), "{case}");
            assert!(document.is_verified(&changed, &lax), "{case}");
        }
    }
}

/// Where print is all there is, nothing can deny a value: what can be missing is that it was read.
#[test]
fn every_critical_field_of_a_licence_of_print_alone_is_tested_and_needed() {
    // In the sample's order, below its title.
    let tested = [
        Label::Surname,
        Label::GivenNames,
        Label::BirthDate,
        Label::IssueDate,
        Label::ExpiryDate,
        Label::Number,
    ];
    let suffice: Vec<&Template> = Template::all()
        .iter()
        .filter(|template| template.suffices)
        .collect();
    assert_eq!(suffice.len(), 1);
    let critical = suffice[0].fields.iter().filter(|field| field.critical);
    let critical: Vec<Label> = critical.map(|field| field.label).collect();
    assert_eq!(critical, tested);
    let is_verified = |front: &DocumentObservation| {
        decide(&request(front, None, None), Policy::shipped()).verdict == Verdict::Verified
    };
    assert!(is_verified(&european_licence()));
    for (row, label) in tested.into_iter().enumerate() {
        let mut front = european_licence();
        front.lines[row + 1].confidence = 0.5;
        assert!(!is_verified(&front), "{label:?}");
        front.lines.remove(row + 1);
        assert!(!is_verified(&front), "{label:?}");
    }
}
