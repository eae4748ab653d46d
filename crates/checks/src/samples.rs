//! Observations for tests, built from what a document says.

pub(crate) mod recording;

use std::collections::BTreeMap;
use std::sync::Mutex;

use identity::{DocumentType, Mode};
use mrz::{Format, generate};
use observation::{
    Barcode, Chip, DocumentObservation, Face, MrzObservation, Point, Quad, Quality, Rect,
    SelfieObservation, Symbology, TextLine,
};

use crate::{Day, Outcome, Policy, Request, decide};

/// The day on which tests take place.
pub(crate) fn today() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

/// A document whose machine readable zone and print can be made to differ.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) mrz: mrz::Document,
    pub(crate) viz: VizFields,
}

/// Values as printed.
#[derive(Clone)]
pub(crate) struct VizFields {
    pub(crate) title: String,
    pub(crate) country: String,
    pub(crate) number: String,
    pub(crate) surname: String,
    pub(crate) given_names: String,
    pub(crate) birth_date: String,
    pub(crate) issue_date: String,
    pub(crate) expiry_date: String,
    pub(crate) confidence: f32,
    pub(crate) labels: bool,
}

impl Sample {
    pub(crate) fn passport() -> Self {
        Self::new(Format::Td3, "P", "PASSPORT / PASSEPORT")
    }

    pub(crate) fn id_card() -> Self {
        Self::new(Format::Td1, "I", "IDENTITY CARD / CARTE D’IDENTITÉ")
    }

    /// The front as American licences have it; the other side is [`Self::barcode_side`].
    pub(crate) fn license() -> Self {
        let mut sample = Self::new(Format::Td1, "D", "DRIVER LICENSE");
        sample.mrz.surname = "Public".to_owned();
        sample.viz.surname = "PUBLIC".to_owned();
        sample.viz.country = "CALIFORNIA".to_owned();
        sample.viz.birth_date = "08/12/1974".to_owned();
        sample.viz.issue_date = "04/15/2020".to_owned();
        sample.viz.expiry_date = "04/15/2030".to_owned();
        sample
    }

    fn new(format: Format, code: &str, title: &str) -> Self {
        let mrz = mrz::Document {
            document_code: code.to_owned(),
            issuing_state: "SWE".to_owned(),
            document_number: "P84291753".to_owned(),
            nationality: "SWE".to_owned(),
            birth_date: mrz::Date::new(1974, 8, 12),
            sex: 'F',
            expiry_date: mrz::Date::new(2030, 4, 15),
            surname: "Björklund".to_owned(),
            given_names: "Anna Maria".to_owned(),
            ..mrz::Document::new(format)
        };
        let viz = VizFields {
            title: title.to_owned(),
            country: "SVERIGE".to_owned(),
            number: "P84291753".to_owned(),
            surname: "BJÖRKLUND".to_owned(),
            given_names: "ANNA MARIA".to_owned(),
            birth_date: "12 AUG/AOÛT 1974".to_owned(),
            issue_date: "15 APR/AVR 2020".to_owned(),
            expiry_date: "15 APR/AVR 2030".to_owned(),
            confidence: 0.99,
            labels: true,
        };
        Self { mrz, viz }
    }

    /// A picture of the page, or of the side that has the zone where a card's sides are apart.
    pub(crate) fn whole(&self) -> DocumentObservation {
        DocumentObservation {
            mrz: Some(self.mrz()),
            ..self.front()
        }
    }

    /// The side with photo and print.
    pub(crate) fn front(&self) -> DocumentObservation {
        DocumentObservation {
            lines: self.lines(),
            faces: vec![face(1, 300.0)],
            ..blank("front")
        }
    }

    /// The side with the zone.
    pub(crate) fn back(&self) -> DocumentObservation {
        DocumentObservation {
            mrz: Some(self.mrz()),
            ..blank("back")
        }
    }

    /// The side of a driving licence or, as `ID`, of an identification card that has the barcode.
    pub(crate) fn barcode_side(&self, kind: &str) -> DocumentObservation {
        let mrz = &self.mrz;
        let date = |date: mrz::Date| {
            let part = |part: Option<u8>| part.unwrap_or_default();
            let year = date.year.unwrap_or_default();
            format!("{:02}{:02}{year:04}", part(date.month), part(date.day))
        };
        let (first, middle) = mrz
            .given_names
            .split_once(' ')
            .unwrap_or((&mrz.given_names, ""));
        let elements = [
            ("DAQ", mrz.document_number.clone()),
            ("DCS", mrz.surname.to_uppercase()),
            ("DAC", first.to_uppercase()),
            ("DAD", middle.to_uppercase()),
            ("DBB", date(mrz.birth_date)),
            ("DBA", date(mrz.expiry_date)),
            ("DBD", "04152020".to_owned()),
            ("DBC", if mrz.sex == 'F' { "2" } else { "1" }.to_owned()),
            ("DAG", "2570 24TH STREET".to_owned()),
            ("DAI", "ANYTOWN".to_owned()),
            ("DAJ", "CA".to_owned()),
            ("DAK", "958181234".to_owned()),
            ("DCG", "USA".to_owned()),
        ];
        let header = aamva::Header {
            issuer: 636_014,
            version: 10,
            jurisdiction_version: Some(0),
            entries: 1,
        };
        let text = aamva::generate(&header, kind, &elements, None);
        DocumentObservation {
            barcodes: vec![Barcode {
                symbology: Symbology::Pdf417,
                bytes: text.clone().into_bytes(),
                text: Some(text),
                bounds: quad(100.0, 100.0, 1200.0, 300.0).bounds(),
                incomplete: false,
            }],
            ..blank("back")
        }
    }

    fn mrz(&self) -> MrzObservation {
        MrzObservation {
            lines: generate(&self.mrz).unwrap(),
            corrections: Vec::new(),
            confidence: 0.99,
            quads: vec![
                quad(100.0, 900.0, 1300.0, 30.0),
                quad(100.0, 950.0, 1300.0, 30.0),
            ],
        }
    }

    fn lines(&self) -> Vec<TextLine> {
        let viz = &self.viz;
        let mut lines = vec![
            line(&viz.title, 100.0, 20.0, 40.0, viz.confidence),
            line(&viz.country, 1100.0, 20.0, 40.0, viz.confidence),
        ];
        for (row, (label, value)) in [
            ("Passport No. / Passeport No", &viz.number),
            ("Surname / Nom", &viz.surname),
            ("Given names / Prénoms", &viz.given_names),
            ("Date of birth / Date de naissance", &viz.birth_date),
            ("Date of issue / Date de délivrance", &viz.issue_date),
            ("Date of expiry / Date d’expiration", &viz.expiry_date),
        ]
        .into_iter()
        .enumerate()
        {
            let top = 100.0 + 90.0 * row as f32;
            if viz.labels {
                lines.push(line(label, 540.0, top, 18.0, 0.9));
            }
            if !value.is_empty() {
                lines.push(line(value, 540.0, top + 28.0, 30.0, viz.confidence));
            }
        }
        lines
    }
}

/// The front of a European driving licence; the photo is on the left.
pub(crate) fn european_licence() -> DocumentObservation {
    european_rows(&[
        "1. BJÖRKLUND",
        "2. ANNA MARIA",
        "3. 12.08.1974 UPPSALA",
        "4a. 15.04.2020 4c. TRANSPORTSTYRELSEN",
        "4b. 14.04.2030 4d. 19740812-1234",
        "5. B072RRE2I55",
        "9. AM/B",
    ])
}

/// Title, photo and these lines, one below the other.
pub(crate) fn european_rows(rows: &[&str]) -> DocumentObservation {
    let mut lines = vec![line("DRIVING LICENCE UTOPOLIS", 500.0, 40.0, 36.0, 0.99)];
    let placed = rows.iter().enumerate();
    lines
        .extend(placed.map(|(row, text)| line(text, 500.0, 120.0 + 70.0 * row as f32, 32.0, 0.98)));
    DocumentObservation {
        lines,
        faces: vec![face(1, 300.0)],
        ..blank("front")
    }
}

pub(crate) fn line(text: &str, x: f32, y: f32, height: f32, confidence: f32) -> TextLine {
    let width = 0.6 * height * text.chars().count() as f32;
    TextLine {
        text: text.to_owned(),
        confidence,
        quad: quad(x, y, width, height),
    }
}

pub(crate) fn quad(x: f32, y: f32, width: f32, height: f32) -> Quad {
    let point = |x, y| Point { x, y };
    Quad([
        point(x, y),
        point(x + width, y),
        point(x + width, y + height),
        point(x, y + height),
    ])
}

pub(crate) fn blank(sha256: &str) -> DocumentObservation {
    DocumentObservation {
        width: 1500,
        height: 1056,
        rotation: 0,
        picture_sha256: sha256.to_owned(),
        lines: Vec::new(),
        mrz: None,
        barcodes: Vec::new(),
        faces: Vec::new(),
        quality: Quality {
            sharpness: 20.0,
            brightness: 0.6,
            glare: 0.0,
            long_side: 1500,
        },
        authenticity: Vec::new(),
        outline: None,
        document_quality: None,
        other_outlines: Vec::new(),
        other_mrzs: Vec::new(),
    }
}

/// A face of a person: the same number is the same person, in the same photograph.
pub(crate) fn face(person: usize, side: f32) -> Face {
    let mut embedding = vec![0.0; 8];
    embedding[person % 8] = 1.0;
    Face {
        bounds: Rect {
            x: 60.0,
            y: 200.0,
            width: side,
            height: side,
        },
        score: 0.95,
        landmarks: [Point { x: 0.0, y: 0.0 }; 5],
        embedding,
        chip: Some(chip(person)),
        quality: None,
    }
}

/// The same person in another photograph.
pub(crate) fn other_photograph(face: &Face) -> Face {
    let mut other = face.clone();
    other.embedding[7] = 0.8;
    other.chip = Some(chip(100));
    other
}

/// Waves of several lengths and directions; the same number is the same photograph. Each is drawn once: properties
/// ask for it thousands of times.
fn chip(photograph: usize) -> Chip {
    static DRAWN: Mutex<BTreeMap<usize, Chip>> = Mutex::new(BTreeMap::new());
    let mut drawn = DRAWN.lock().unwrap();
    let chip = drawn
        .entry(photograph)
        .or_insert_with(|| draw_chip(photograph));
    chip.clone()
}

fn draw_chip(photograph: usize) -> Chip {
    let shade = |at: usize| {
        let place = |n: usize| n as f32 / Chip::SIDE as f32;
        let (x, y) = (place(at % Chip::SIDE), place(at / Chip::SIDE));
        let waves = (1..9).map(|wave| {
            let turn = (wave * (photograph + 3)) as f32;
            let (sine, cosine) = turn.sin_cos();
            (7.0 * wave as f32 * (x * cosine + y * sine) + turn).sin() / wave as f32
        });
        (128.0 + 50.0 * waves.sum::<f32>()).clamp(0.0, 255.0) as u8
    };
    Chip((0..Chip::SIDE * Chip::SIDE).map(shade).collect())
}

pub(crate) fn selfie(faces: Vec<Face>) -> SelfieObservation {
    SelfieObservation {
        width: 720,
        height: 960,
        picture_sha256: "selfie".to_owned(),
        faces,
        quality: Quality {
            sharpness: 20.0,
            brightness: 0.6,
            glare: 0.0,
            long_side: 960,
        },
        signals: Vec::new(),
    }
}

pub(crate) fn request<'a>(
    front: &'a DocumentObservation,
    back: Option<&'a DocumentObservation>,
    selfie: Option<&'a [SelfieObservation]>,
) -> Request<'a> {
    Request {
        mode: Mode::Live,
        today: today(),
        allowed_types: DocumentType::ALL,
        front,
        back,
        selfie,
        declared_type: None,
        earlier_faces: &[],
        liveness: None,
    }
}

pub(crate) fn judge(request: &Request) -> Outcome {
    decide(request, Policy::shipped())
}

/// The outcome for one picture of everything, in live mode.
pub(crate) fn outcome(sample: &Sample) -> Outcome {
    judge(&request(&sample.whole(), None, None))
}
