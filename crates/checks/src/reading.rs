//! What a document says, for showing it.

use identity::{Date, Sex};
use observation::{Barcode, DocumentObservation, Quality, Signal, Symbology};
use serde::Serialize;

use crate::document::Zone;
use crate::kind::Kind;
use crate::{Day, Policy};

/// What a document says. Serialises to the keys of `bonafide read --json` but `file`, `error` and
/// `timings_ms`. Unknown is null, never a guess.
#[derive(Clone, Serialize)]
pub struct Reading {
    #[serde(rename = "type")]
    pub kind: Option<Kind>,
    /// ISO 3166-1 alpha-2.
    pub issuing_country: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub nationality: Option<String>,
    pub number: Option<String>,
    /// As printed where print agrees with the machine readable zone, else as in the zone.
    pub first_name: Option<String>,
    /// As `first_name`.
    pub last_name: Option<String>,
    pub sex: Option<Sex>,
    /// Lines as printed.
    pub address: Option<String>,
    pub dob: Option<Date>,
    pub expiration_date: Option<Date>,
    pub issued_date: Option<Date>,
    pub mrz: Option<MrzReading>,
    pub barcode: Option<BarcodeReading>,
    /// On both sides.
    pub faces: usize,
    /// Of the front's picture.
    pub quality: Quality,
    /// Of both pictures.
    pub authenticity: Vec<Signal>,
}

/// A machine readable zone.
#[derive(Clone, Serialize)]
pub struct MrzReading {
    /// `TD1`, `TD2`, `TD3`, `MRVA` or `MRVB`.
    pub format: &'static str,
    pub lines: Vec<String>,
    pub fields: MrzFields,
    pub valid: bool,
    pub checks: MrzChecks,
    pub corrections: Vec<observation::Correction>,
}

/// The zone's elements with their codes as they are, see [`mrz::Fields`].
#[derive(Clone, Serialize)]
pub struct MrzFields {
    pub document_code: String,
    pub issuing_state: String,
    pub document_number: String,
    pub nationality: String,
    pub birth_date: String,
    pub sex: String,
    pub expiry_date: String,
    pub surname: String,
    pub given_names: String,
    pub optional1: String,
    pub optional2: String,
    pub names_truncated: bool,
}

/// Which check digits hold.
#[derive(Clone, Copy, Serialize)]
pub struct MrzChecks {
    pub document_number: bool,
    pub birth_date: bool,
    pub expiry_date: bool,
    /// `None` for visas, which have none.
    pub composite: Option<bool>,
}

/// A barcode.
#[derive(Clone, Serialize)]
pub struct BarcodeReading {
    pub symbology: Symbology,
    /// `None` where the bytes are no UTF-8.
    pub text: Option<String>,
    /// Where the bytes are no UTF-8.
    pub bytes_hex: Option<String>,
    /// Elements of a driving licence's barcode; not taken apart yet.
    pub aamva: Option<std::collections::BTreeMap<String, String>>,
}

/// What a document says. `today` in UTC settles which century two-digit years mean.
pub fn read(
    front: &DocumentObservation,
    back: Option<&DocumentObservation>,
    today: Day,
) -> Reading {
    let thresholds = &Policy::shipped().thresholds;
    let document = crate::document::Document::of(front, back, today, thresholds);
    let sides = || document.sides.iter().map(|(_, seen)| *seen);
    let fields = document.fields;
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
        mrz: document.zone.as_ref().map(MrzReading::of),
        barcode: sides()
            .find_map(|seen| seen.barcodes.first())
            .map(BarcodeReading::of),
        faces: sides().map(|seen| seen.faces.len()).sum(),
        quality: front.quality,
        authenticity: sides().flat_map(|seen| seen.authenticity.clone()).collect(),
    }
}

impl MrzReading {
    fn of(zone: &Zone) -> Self {
        let (mrz, fields) = (&zone.mrz, zone.mrz.fields.clone());
        Self {
            format: mrz.format.as_str(),
            lines: mrz.lines.clone(),
            valid: mrz.valid(),
            checks: MrzChecks {
                document_number: mrz.checks.document_number,
                birth_date: mrz.checks.birth_date,
                expiry_date: mrz.checks.expiry_date,
                composite: mrz.checks.composite,
            },
            fields: MrzFields {
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
            },
            corrections: zone.seen.corrections.clone(),
        }
    }
}

impl BarcodeReading {
    fn of(barcode: &Barcode) -> Self {
        let text = String::from_utf8(barcode.bytes.clone()).ok();
        let bytes_hex = text.is_none().then(|| hex::encode(&barcode.bytes));
        Self {
            symbology: barcode.symbology,
            text,
            bytes_hex,
            aamva: None,
        }
    }
}
