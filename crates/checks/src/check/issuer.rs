use identity::{Finding, FindingCode, Mode, Reason};

use super::{CheckInput, known_specimens};
use crate::finding::{FindingExt, failed, passed};
use crate::text::fold::{condense, fold};

/// What documents made for show say of themselves.
const WORDS: [&str; 14] = [
    "SPECIMEN",
    "MUSTER",
    "MUESTRA",
    "ESPECIME",
    "ESPECIMEN",
    "VZOR",
    "WZOR",
    "MUSTERMANN",
    "ORNEK",
    "ORNEKTIR",
    "NAIDIS",
    "PAVYZDYS",
    "PARAUGS",
    "UZORAK",
];

/// Whether the document is a real one: live mode refuses specimens, test mode takes any.
pub(super) fn check(case: &CheckInput) -> Finding {
    let Some(sign) = specimen(case) else {
        return passed(FindingCode::Issuer, "Nothing says that this is a specimen.");
    };
    if case.request.mode == Mode::Test {
        return passed(
            FindingCode::Issuer,
            format!("{} Test mode takes specimens.", sign.operator),
        );
    }
    let finding = failed(FindingCode::Issuer, sign.operator, Reason::Specimen);
    match sign.at {
        Some((side, area)) => finding.at(side, area),
        None => finding,
    }
}

/// What says that a document is a specimen.
struct Sign {
    operator: &'static str,
    at: Option<(&'static str, observation::Rect)>,
}

fn specimen(case: &CheckInput) -> Option<Sign> {
    let sign = |operator| Some(Sign { operator, at: None });
    let fields = case.document.mrz.as_ref().map(|mrz| &mrz.parsed.fields);
    if let Some(fields) = fields {
        if fields.issuing_state == "UTO" || fields.nationality == "UTO" {
            return sign("The issuer is Utopia, the specimen state.");
        }
        let number = fields.document_number.as_str();
        if let Some(known) = known_specimens::recognise(fields) {
            return sign(known);
        }
        if number.contains("SPECI") || is_counted_out(number) {
            return sign("The document number is one of specimens.");
        }
        if fields
            .surname
            .split(' ')
            .any(|word| word == "SPECIMEN" || word == "MUSTERMANN")
        {
            return sign("The surname is one of specimens.");
        }
    }
    if case.document.source().is_none()
        && case
            .document
            .viz
            .lines
            .iter()
            .any(|line| is_utopian(line.text))
    {
        return sign("The issuer is Utopia, the specimen state.");
    }
    // A word that is also part of the holder's name is no sign of a specimen.
    let own = fields.map(|fields| format!(" {} {} ", fields.surname, fields.given_names));
    case.document
        .viz
        .lines
        .iter()
        .find(|line| {
            let names = |word: &str| {
                own.as_ref()
                    .is_some_and(|own| own.contains(&format!(" {word} ")))
            };
            fold(line.text)
                .split_whitespace()
                .any(|word| WORDS.contains(&word) && !names(word))
                || (condense(line.text).contains("SPECIMEN") && !names("SPECIMEN"))
        })
        .map(|line| Sign {
            operator: "The document says that it is a specimen.",
            at: Some((line.side.as_str(), line.bounds)),
        })
}

/// `UTOPIA`, alone or as in `REPUBLIC OF UTOPIA`; what begins with it may be a town or a street.
fn is_utopian(text: &str) -> bool {
    let text = fold(text);
    let mut words = text.split_whitespace().rev();
    words.next() == Some("UTOPIA")
        && words.all(|word| word.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// `000000000`, `123456789` and the like.
fn is_counted_out(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    digits.len() >= 6
        && digits.len() == number.len()
        && (digits.windows(2).all(|pair| pair[0] == pair[1])
            || digits.windows(2).all(|pair| pair[1] == pair[0] + 1))
}
