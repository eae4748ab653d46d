mod french_card;
pub(crate) mod names;

use crate::layout::{Layout, Span};
use crate::parse::in_alphabet;
use crate::{Date, Format, check_digit};
use std::fmt;

/// What a machine readable zone is to say.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    pub format: Format,
    /// One or two characters. Visas begin with `V`, no other format does.
    pub document_code: String,
    /// One to three letters.
    pub issuing_state: String,
    /// Letters and digits: nine at most, in TD1 up to 22 and in TD2 up to 14; on French cards twelve.
    pub document_number: String,
    /// One to three letters; nothing on French cards.
    pub nationality: String,
    /// Unknown parts become fillers.
    pub birth_date: Date,
    /// `M`, `F`, or `<` where not stated.
    pub sex: char,
    /// Unknown parts become fillers; French cards have none.
    pub expiry_date: Date,
    /// The primary identifier, as printed; the whole name where the holder has only one. May be empty if
    /// the secondary one is not: some issuers, India among them, put a single name there.
    pub surname: String,
    /// The secondary identifier, as printed; may be empty. On French cards commas part given names.
    pub given_names: String,
    /// Optional data, in TD3 the personal number, on French cards the six characters of the office:
    /// letters, digits and `<`.
    pub optional1: String,
    /// Optional data of TD1's second line, else empty: letters, digits and `<`.
    pub optional2: String,
}

impl Document {
    /// A document of this format that says nothing yet.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            document_code: String::new(),
            issuing_state: String::new(),
            document_number: String::new(),
            nationality: String::new(),
            birth_date: Date::default(),
            sex: '<',
            expiry_date: Date::default(),
            surname: String::new(),
            given_names: String::new(),
            optional1: String::new(),
            optional2: String::new(),
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Document")
            .field("format", &self.format)
            .finish_non_exhaustive()
    }
}

/// Why a document has no machine readable zone. `field` names a member of [`Document`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenerateError {
    /// Nothing given where the format asks for something.
    Missing { field: &'static str },
    /// More characters than the format has room for.
    TooLong { field: &'static str },
    /// A character that the field can't have.
    Character { field: &'static str },
    /// A document code of another format.
    DocumentCode,
    /// A day or month that no calendar has.
    Date { field: &'static str },
}

impl fmt::Display for GenerateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { field } => write!(formatter, "{field} is missing"),
            Self::TooLong { field } => write!(formatter, "{field} is too long for the format"),
            Self::Character { field } => {
                write!(formatter, "{field} has a character that it can't have")
            }
            Self::DocumentCode => formatter.write_str("the document code is of another format"),
            Self::Date { field } => write!(formatter, "{field} is in no calendar"),
        }
    }
}

impl std::error::Error for GenerateError {}

/// Writes the lines of a machine readable zone, with all check digits. Names are transliterated
/// (9303-3 section 6) and, where they don't fit, truncated so that the last position has a letter
/// (9303-4 clause 4.2.3).
pub fn generate(document: &Document) -> Result<Vec<String>, GenerateError> {
    let format = document.format;
    let Some(layout) = format.layout() else {
        return french_card::generate(document);
    };
    let mut zone = Zone {
        lines: vec![vec!['<'; format.line_length()]; format.line_count()],
    };

    let code = text("document_code", &document.document_code, is_letter_or_digit)?;
    let visa = matches!(format, Format::MrvA | Format::MrvB);
    if !code.starts_with(|first: char| first.is_ascii_uppercase()) || code.starts_with('V') != visa
    {
        return Err(GenerateError::DocumentCode);
    }
    zone.put("document_code", layout.document_code, code)?;
    let state = text("issuing_state", &document.issuing_state, is_letter)?;
    zone.put("issuing_state", layout.issuing_state, state)?;
    let nationality = text("nationality", &document.nationality, is_letter)?;
    zone.put("nationality", layout.nationality, nationality)?;

    if !matches!(document.sex, 'M' | 'F' | '<') {
        return Err(GenerateError::Character { field: "sex" });
    }
    zone.put("sex", layout.sex, &document.sex.to_string())?;

    let names = names::field(&document.surname, &document.given_names, layout.names.len())?;
    zone.put("surname", layout.names, &names)?;

    let birth_date = date("birth_date", document.birth_date)?;
    zone.put("birth_date", layout.birth_date, &birth_date)?;
    zone.check(layout.birth_date_check, &birth_date);
    let expiry_date = date("expiry_date", document.expiry_date)?;
    zone.put("expiry_date", layout.expiry_date, &expiry_date)?;
    zone.check(layout.expiry_date_check, &expiry_date);

    let optional1 = zone.put_document_number(layout, document)?;
    zone.put("optional1", layout.optional1, &optional1)?;
    if let Some(check) = layout.optional1_check {
        zone.check(check, &optional1);
    }
    match layout.optional2 {
        Some(span) => {
            zone.put(
                "optional2",
                span,
                optional("optional2", &document.optional2)?,
            )?;
        }
        None if document.optional2.is_empty() => {}
        None => return Err(GenerateError::TooLong { field: "optional2" }),
    }

    let mut lines = zone.into_lines();
    if let Some(check) = layout.composite_check {
        let digit = digit_of(&layout.composite_text(&lines));
        lines[check.line].replace_range(check.start..check.end, &digit.to_string());
    }
    Ok(lines)
}

struct Zone {
    lines: Vec<Vec<char>>,
}

impl Zone {
    fn put(&mut self, field: &'static str, span: Span, text: &str) -> Result<(), GenerateError> {
        if text.len() > span.len() {
            return Err(GenerateError::TooLong { field });
        }
        for (place, character) in self.lines[span.line][span.start..]
            .iter_mut()
            .zip(text.chars())
        {
            *place = character;
        }
        Ok(())
    }

    fn check(&mut self, span: Span, text: &str) {
        self.lines[span.line][span.start] = digit_of(text);
    }

    /// Writes the document number and answers the optional data, which in TD1 and TD2 begins with
    /// what the number has beyond nine characters, its check digit and a filler.
    fn put_document_number(
        &mut self,
        layout: &Layout,
        document: &Document,
    ) -> Result<String, GenerateError> {
        let field = "document_number";
        let number = text(field, &document.document_number, is_letter_or_digit)?;
        let optional1 = optional("optional1", &document.optional1)?;
        let room = layout.document_number.len();
        if number.len() <= room {
            self.put(field, layout.document_number, number)?;
            self.check(layout.document_number_check, number);
            return Ok(optional1.to_owned());
        }
        let (first, rest) = number.split_at(room);
        // The check digit and the filler that ends it take two.
        if !layout.long_numbers || rest.len() + 2 > layout.optional1.len() {
            return Err(GenerateError::TooLong { field });
        }
        self.put(field, layout.document_number, first)?;
        Ok(format!("{rest}{}<{optional1}", digit_of(number)))
    }

    fn into_lines(self) -> Vec<String> {
        self.lines.into_iter().map(String::from_iter).collect()
    }
}

fn text<'a>(
    field: &'static str,
    value: &'a str,
    allowed: fn(char) -> bool,
) -> Result<&'a str, GenerateError> {
    if value.is_empty() {
        return Err(GenerateError::Missing { field });
    }
    if value.chars().all(allowed) {
        Ok(value)
    } else {
        Err(GenerateError::Character { field })
    }
}

fn optional<'a>(field: &'static str, value: &'a str) -> Result<&'a str, GenerateError> {
    if value.chars().all(in_alphabet) {
        Ok(value)
    } else {
        Err(GenerateError::Character { field })
    }
}

fn date(field: &'static str, date: Date) -> Result<String, GenerateError> {
    if date.exists() {
        Ok(date.to_mrz())
    } else {
        Err(GenerateError::Date { field })
    }
}

fn is_letter(character: char) -> bool {
    character.is_ascii_uppercase()
}

fn is_letter_or_digit(character: char) -> bool {
    character.is_ascii_uppercase() || character.is_ascii_digit()
}

/// The check digit of text that is known to be within the alphabet.
fn digit_of(text: &str) -> char {
    check_digit(text).map_or('<', |digit| char::from(b'0' + digit))
}

#[cfg(test)]
mod tests;
