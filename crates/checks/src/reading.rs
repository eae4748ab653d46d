//! What a document says, for showing it.

use identity::{Date, Sex};
use observation::{Barcode, DocumentObservation, MrzObservation, Quality, Signal, Symbology};
use serde::Serialize;

use crate::agreement::Field;
use crate::document::{Document, Fields, SideMrz};
use crate::kind::Kind;
use crate::{Day, Policy, Thresholds};

/// What a document says, to be serialised: to the keys of `bonafide read --json` but `file`, `error` and
/// `timings_ms`. Unknown is null, never a guess.
#[derive(Clone, Serialize)]
pub struct Reading {
    #[serde(rename = "type")]
    pub(crate) kind: Option<Kind>,
    /// ISO 3166-1 alpha-2.
    pub(crate) issuing_country: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub(crate) nationality: Option<String>,
    pub(crate) number: Option<String>,
    /// As printed where print agrees with the machine readable zone, else as in the zone.
    pub(crate) first_name: Option<String>,
    /// In the spelling of print or of the zone, as `first_name`.
    pub(crate) last_name: Option<String>,
    pub(crate) sex: Option<Sex>,
    /// Lines as printed, with line feeds between.
    pub(crate) address: Option<String>,
    pub(crate) dob: Option<Date>,
    pub(crate) expiration_date: Option<Date>,
    pub(crate) issued_date: Option<Date>,
    pub(crate) mrz: Option<MrzReading>,
    pub(crate) barcode: Option<BarcodeReading>,
    /// Number of faces on both sides.
    pub(crate) faces: usize,
    /// Quality of the front's picture.
    pub(crate) quality: Quality,
    /// Signals of both pictures, the front's first.
    pub(crate) authenticity: Vec<Signal>,
}

/// A machine readable zone.
#[derive(Clone, Serialize)]
pub(crate) struct MrzReading {
    /// `TD1`, `TD2`, `TD3`, `MRVA`, `MRVB` or `FRENCH_CARD`; `None` for a line by itself.
    pub(crate) format: Option<&'static str>,
    pub(crate) lines: Vec<String>,
    /// `None` for a line by itself.
    pub(crate) fields: Option<MrzFields>,
    /// Every check digit the format defines holds.
    pub(crate) valid: bool,
    pub(crate) checks: MrzChecks,
    pub(crate) corrections: Vec<observation::Correction>,
}

/// The zone's elements with their codes as they are, see [`mrz::Fields`].
#[derive(Clone, Serialize)]
pub(crate) struct MrzFields {
    pub(crate) document_code: String,
    pub(crate) issuing_state: String,
    pub(crate) document_number: String,
    pub(crate) nationality: String,
    pub(crate) birth_date: String,
    pub(crate) sex: String,
    pub(crate) expiry_date: String,
    pub(crate) surname: String,
    pub(crate) given_names: String,
    pub(crate) optional1: String,
    pub(crate) optional2: String,
    pub(crate) names_truncated: bool,
}

/// Which check digits hold (ICAO Doc 9303-3, 4.9). `None` for a line by itself, of which no format says what
/// its digits check.
#[derive(Clone, Copy, Default, Serialize)]
pub(crate) struct MrzChecks {
    pub(crate) document_number: Option<bool>,
    pub(crate) birth_date: Option<bool>,
    pub(crate) expiry_date: Option<bool>,
    /// `None` for visas, which have none.
    pub(crate) composite: Option<bool>,
}

/// A barcode.
#[derive(Clone, Serialize)]
pub(crate) struct BarcodeReading {
    pub(crate) symbology: Symbology,
    /// What the bytes say in the character set they are in; `None` where they are no text.
    pub(crate) text: Option<String>,
    /// The bytes in hex where they are no UTF-8; `None` where they are.
    pub(crate) bytes_hex: Option<String>,
    /// Elements of a driving licence's barcode by their ids, as encoded.
    pub(crate) aamva: Option<std::collections::BTreeMap<String, String>>,
    /// Said where it is so: symbols that share the message are not in the picture, so text and bytes are
    /// a part of it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) incomplete: bool,
}

/// What a document says. `today`, in UTC, settles which century two-digit years mean. `back` is `None` where
/// one side was seen alone.
pub fn read(
    front: &DocumentObservation,
    back: Option<&DocumentObservation>,
    today: Day,
) -> Reading {
    let thresholds = &Policy::shipped().thresholds;
    let document = Document::of(front, back, today, thresholds);
    let sides = || document.sides.iter().map(|(_, seen)| *seen);
    let fields = uncontradicted(&document, thresholds);
    Reading {
        kind: document.kind,
        issuing_country: fields.issuing_country,
        nationality: fields.nationality,
        number: fields.number,
        first_name: fields.first_name,
        last_name: fields.last_name,
        sex: fields.sex,
        address: (!fields.address.is_empty()).then(|| fields.address.join("\n")),
        dob: fields.birth_date,
        expiration_date: fields.expiry_date,
        issued_date: fields.issue_date,
        mrz: document
            .mrz
            .as_ref()
            .map(MrzReading::of)
            .or_else(|| front.mrz.as_ref().and_then(MrzReading::of_line)),
        barcode: sides()
            .find_map(|seen| seen.barcodes.first())
            .map(BarcodeReading::of),
        faces: sides().map(|seen| seen.faces.len()).sum(),
        quality: front.quality,
        authenticity: sides().flat_map(|seen| seen.authenticity.clone()).collect(),
    }
}

/// The document's fields, without a surname that its line of letters and digits has otherwise: a name has no
/// form that would tell a misreading.
fn uncontradicted(document: &Document, thresholds: &Thresholds) -> Fields {
    let mut fields = document.fields.clone();
    let line = document.licence_line(thresholds).and_then(Result::ok);
    if line.is_some_and(|line| line.differs_from(&fields).contains(&Field::Surname)) {
        fields.last_name = None;
    }
    fields
}

impl MrzReading {
    fn of(side: &SideMrz) -> Self {
        let (mrz, fields) = (&side.parsed, side.parsed.fields.clone());
        Self {
            format: Some(mrz.format.as_str()),
            lines: mrz.lines.clone(),
            valid: mrz.valid(),
            checks: MrzChecks {
                document_number: Some(mrz.checks.document_number),
                birth_date: Some(mrz.checks.birth_date),
                expiry_date: mrz.checks.expiry_date,
                composite: mrz.checks.composite,
            },
            fields: Some(MrzFields {
                document_code: fields.document_code,
                issuing_state: fields.issuing_state,
                document_number: fields.document_number,
                nationality: fields.nationality,
                birth_date: fields.birth_date,
                sex: fields.sex,
                expiry_date: fields.expiry_date,
                surname: fields.surname,
                given_names: fields.given_names,
                optional1: fields.optional1,
                optional2: fields.optional2,
                names_truncated: fields.names_truncated,
            }),
            corrections: side.seen.corrections.clone(),
        }
    }
}

impl MrzReading {
    /// A line cut out by itself.
    fn of_line(seen: &MrzObservation) -> Option<Self> {
        let [line] = seen.lines.as_slice() else {
            return None;
        };
        Some(Self {
            format: None,
            lines: vec![line.clone()],
            fields: None,
            valid: false,
            checks: MrzChecks::default(),
            corrections: seen.corrections.clone(),
        })
    }
}

impl BarcodeReading {
    fn of(barcode: &Barcode) -> Self {
        let utf8 = std::str::from_utf8(&barcode.bytes).ok();
        let bytes_hex = utf8.is_none().then(|| hex::encode(&barcode.bytes));
        let text = barcode.text.clone();
        let card = crate::card::card_of(barcode);
        Self {
            symbology: barcode.symbology,
            text,
            bytes_hex,
            aamva: card.map(|card| elements(&card)),
            incomplete: barcode.incomplete,
        }
    }
}

/// The elements of a card by their identifiers; of several with one identifier the first that isn't blank.
fn elements(card: &aamva::Card) -> std::collections::BTreeMap<String, String> {
    let mut elements = std::collections::BTreeMap::new();
    for (id, value) in card.elements.iter() {
        let known: &mut String = elements.entry(id.to_owned()).or_default();
        if known.trim().is_empty() {
            value.clone_into(known);
        }
    }
    elements
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::samples::{Sample, blank, line, today};

    fn read_json(front: &DocumentObservation, back: Option<&DocumentObservation>) -> Value {
        serde_json::to_value(read(front, back, today())).unwrap()
    }

    #[test]
    fn a_passport_page() {
        let reading = read_json(&Sample::passport().whole(), None);
        assert_eq!(reading["type"], "passport");
        assert_eq!(reading["issuing_country"], "SE");
        assert_eq!(reading["nationality"], "SE");
        assert_eq!(reading["number"], "P84291753");
        assert_eq!(reading["first_name"], "ANNA MARIA");
        assert_eq!(reading["last_name"], "BJÖRKLUND");
        assert_eq!(reading["sex"], "female");
        assert_eq!(reading["address"], Value::Null);
        assert_eq!(
            reading["dob"],
            json!({ "day": 12, "month": 8, "year": 1974 })
        );
        assert_eq!(
            reading["issued_date"],
            json!({ "day": 15, "month": 4, "year": 2020 })
        );
        assert_eq!(
            reading["expiration_date"],
            json!({ "day": 15, "month": 4, "year": 2030 })
        );
        assert_eq!(reading["mrz"]["format"], "TD3");
        assert_eq!(reading["mrz"]["valid"], true);
        assert_eq!(reading["mrz"]["fields"]["surname"], "BJOERKLUND");
        assert_eq!(reading["mrz"]["checks"].as_object().unwrap().len(), 4);
        assert_eq!(reading["mrz"]["corrections"], json!([]));
        assert_eq!(reading["barcode"], Value::Null);
        assert_eq!(reading["faces"], 1);
        assert_eq!(reading["authenticity"], json!([]));
        assert!(reading["quality"]["sharpness"].is_number());
    }

    #[test]
    fn nothing_is_all_keys_and_no_guess() {
        let reading = read_json(&blank(""), None);
        let mut keys: Vec<&String> = reading.as_object().unwrap().keys().collect();
        keys.sort();
        assert_eq!(
            keys,
            [
                "address",
                "authenticity",
                "barcode",
                "dob",
                "expiration_date",
                "faces",
                "first_name",
                "issued_date",
                "issuing_country",
                "last_name",
                "mrz",
                "nationality",
                "number",
                "quality",
                "sex",
                "type",
            ]
        );
        let known = reading
            .as_object()
            .unwrap()
            .values()
            .filter(|value| !value.is_null());
        assert_eq!(known.count(), 3);
    }

    #[test]
    fn a_card_s_front_is_read_by_its_labels() {
        let reading = read_json(&Sample::id_card().front(), None);
        assert_eq!(reading["type"], "id_card");
        assert_eq!(reading["number"], "P84291753");
        assert_eq!(reading["last_name"], "BJÖRKLUND");
        assert_eq!(reading["dob"]["year"], 1974);
        assert_eq!(reading["sex"], Value::Null);
    }

    fn printed(lines: &[&str]) -> DocumentObservation {
        let mut front = blank("front");
        front.lines = lines
            .iter()
            .enumerate()
            .map(|(row, text)| line(text, 500.0, 60.0 * row as f32, 30.0, 0.98))
            .collect();
        front
    }

    #[test]
    fn a_european_licence_is_read_by_its_numbers() {
        let reading = read_json(
            &printed(&[
                "DRIVING LICENCE",
                "1. BJÖRKLUND",
                "2. ANNA MARIA",
                "3. 12.08.1974 UPPSALA",
                "4a. 15.04.2020",
                "4b. 14.04.2030",
                "4d. 197408121234",
                "5. B072RRE2I55",
            ]),
            None,
        );
        assert_eq!(reading["type"], "driving_license");
        assert_eq!(reading["last_name"], "BJÖRKLUND");
        assert_eq!(reading["first_name"], "ANNA MARIA");
        assert_eq!(reading["number"], "B072RRE2I55");
        assert_eq!(reading["dob"]["month"], 8);
        assert_eq!(reading["issued_date"]["day"], 15);
        assert_eq!(reading["expiration_date"]["year"], 2030);
    }

    #[test]
    fn a_surname_that_a_licence_s_line_has_otherwise_is_none() {
        let reading = read_json(
            &printed(&[
                "PERMIS DE CONDUIRE",
                "1. AMARTINA",
                "2. Paul",
                "3. 14.07.1981 (Utopia)",
                "4a. 01.01.2013",
                "4b. 31.12.2018",
                "5. 13AA00002",
                "D1FRA13AA000026181231MARTIN<<9",
            ]),
            None,
        );
        assert_eq!(reading["last_name"], Value::Null);
        assert_eq!(reading["first_name"], "Paul");
        assert_eq!(reading["number"], "13AA00002");
    }

    #[test]
    fn sex_nationality_and_long_names_are_read_from_print() {
        let sexed = |text: &str| {
            let rows = [
                "IDENTITY CARD",
                "Surname / Nom",
                "BJÖRKLUND",
                "Sex / Sexe",
                text,
                "Nationality / Nationalité",
                "SWE",
            ];
            read_json(&printed(&rows), None)
        };
        for (text, sex) in [
            ("F", "female"),
            ("K/F", "female"),
            ("Ž/F", "female"),
            ("V/F", "female"),
            ("V/M", "male"),
            ("weiblich", "female"),
            ("M", "male"),
        ] {
            assert_eq!(sexed(text)["sex"], sex, "{text}");
        }
        // Of two languages, or two readings that differ.
        for text in ["V", "F/M"] {
            assert_eq!(sexed(text)["sex"], Value::Null, "{text}");
        }
        assert_eq!(sexed("F")["nationality"], "SE");
        assert_eq!(sexed("F")["last_name"], "BJÖRKLUND");

        let mut long = printed(&["IDENTITY CARD", "Surname / Nom", "BJÖRKLUND VON"]);
        long.lines
            .push(line("UND ZU LINDGREN", 500.0, 156.0, 30.0, 0.98));
        let reading = read_json(&long, None);
        assert_eq!(reading["last_name"], "BJÖRKLUND VON UND ZU LINDGREN");
    }

    #[test]
    fn an_american_licence_has_months_before_days() {
        let reading = read_json(
            &printed(&[
                "DRIVER LICENSE",
                "4d DL D1234567",
                "3 DOB 02/03/1974",
                "4b EXP 05/06/2030",
                "4a ISS 05/06/2022",
                "LN PUBLIC",
                "FN JANE ANN",
                "15 SEX F",
                "16 HGT 5'-06\"",
            ]),
            None,
        );
        assert_eq!(reading["number"], "D1234567");
        assert_eq!(reading["last_name"], "PUBLIC");
        assert_eq!(reading["first_name"], "JANE ANN");
        assert_eq!(reading["sex"], "female");
        assert_eq!(
            reading["dob"],
            json!({ "day": 3, "month": 2, "year": 1974 })
        );
        assert_eq!(reading["expiration_date"]["month"], 5);
    }

    #[test]
    fn days_and_months_that_could_be_swapped_are_settled_by_known_dates_or_not_at_all() {
        let mut sample = Sample::passport();
        sample.viz.birth_date = "12.08.1974".to_owned();
        sample.viz.issue_date = "03.04.2020".to_owned();
        sample.viz.expiry_date = "15.04.2030".to_owned();
        let whole = read_json(&sample.whole(), None);
        assert_eq!(
            whole["issued_date"],
            json!({ "day": 3, "month": 4, "year": 2020 })
        );
        // The 15th of April tells the order of the others.
        let front = read_json(&sample.front(), None);
        assert_eq!(front["issued_date"]["day"], 3);
        assert_eq!(front["dob"]["day"], 12);
        sample.viz.expiry_date = "05.04.2030".to_owned();
        let unclear = read_json(&sample.front(), None);
        for field in ["issued_date", "dob", "expiration_date"] {
            assert_eq!(unclear[field], Value::Null);
        }
    }

    #[test]
    fn marks_lost_in_reading_are_not_made_up() {
        let mut sample = Sample::passport();
        sample.viz.surname = "BJORKLUND".to_owned();
        assert_eq!(read_json(&sample.whole(), None)["last_name"], "BJOERKLUND");
    }

    #[test]
    fn fields_whose_check_digit_fails_need_print() {
        let mut picture = Sample::passport().whole();
        let mrz = &mut picture.mrz.as_mut().unwrap().lines[1];
        let wrong = if &mrz[9..10] == "1" { "2" } else { "1" };
        mrz.replace_range(9..10, wrong);
        assert_eq!(read_json(&picture, None)["number"], "P84291753");
        picture.lines.clear();
        let reading = read_json(&picture, None);
        assert_eq!(reading["number"], Value::Null);
        assert_eq!(reading["mrz"]["valid"], false);
        assert_eq!(reading["mrz"]["checks"]["document_number"], false);
        assert_eq!(reading["dob"]["year"], 1974);
    }

    #[test]
    fn addresses_and_barcodes_come_from_the_back() {
        let card = Sample::id_card();
        let mut back = card.back();
        back.lines = vec![
            line("Address / Adresse", 60.0, 60.0, 18.0, 0.9),
            line("12 HARBOUR ROAD", 60.0, 90.0, 30.0, 0.98),
            line("1234 AMAUROTE", 60.0, 150.0, 30.0, 0.98),
            line("Height / Taille", 60.0, 250.0, 18.0, 0.9),
        ];
        back.barcodes = vec![Barcode {
            symbology: Symbology::Qr,
            bytes: vec![0xff, 0x00],
            text: None,
            bounds: observation::Rect {
                x: 0.0,
                y: 0.0,
                width: 1.0,
                height: 1.0,
            },
            incomplete: true,
        }];
        // Held askew, a longer line's bounds reach up beside the label above it.
        for line in &mut back.lines {
            let rise = 0.05;
            for corner in &mut line.quad.0 {
                corner.y -= rise * corner.x;
            }
        }
        let reading = read_json(&card.front(), Some(&back));
        assert_eq!(reading["address"], "12 HARBOUR ROAD\n1234 AMAUROTE");
        assert_eq!(reading["barcode"]["symbology"], "qr");
        assert_eq!(reading["barcode"]["text"], Value::Null);
        assert_eq!(reading["barcode"]["bytes_hex"], "ff00");
        assert_eq!(reading["barcode"]["incomplete"], true);
    }
}
