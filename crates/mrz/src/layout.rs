//! Where each data element stands, for all formats of Doc 9303.

pub(crate) mod french_card;

use crate::Format;

/// Characters `start..end` of one line, counted from 0.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub(crate) line: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Span {
    pub(crate) fn len(self) -> usize {
        self.end - self.start
    }

    /// The text here; the lines are known to have the format's shape and alphabet.
    pub(crate) fn of<S: AsRef<str>>(self, lines: &[S]) -> &str {
        &lines[self.line].as_ref()[self.start..self.end]
    }

    pub(crate) fn character<S: AsRef<str>>(self, lines: &[S]) -> char {
        char::from(lines[self.line].as_ref().as_bytes()[self.start])
    }
}

pub(crate) struct Layout {
    pub(crate) document_code: Span,
    pub(crate) issuing_state: Span,
    pub(crate) names: Span,
    pub(crate) document_number: Span,
    pub(crate) document_number_check: Span,
    pub(crate) nationality: Span,
    pub(crate) birth_date: Span,
    pub(crate) birth_date_check: Span,
    pub(crate) sex: Span,
    pub(crate) expiry_date: Span,
    pub(crate) expiry_date_check: Span,
    pub(crate) optional1: Span,
    /// Only TD3 checks its optional data (the personal number) on its own.
    pub(crate) optional1_check: Option<Span>,
    pub(crate) optional2: Option<Span>,
    pub(crate) composite_check: Option<Span>,
    pub(crate) composite: &'static [Span],
    /// Whether a document number of more than nine characters goes on in the optional data.
    pub(crate) long_numbers: bool,
}

pub(crate) const fn span(line: usize, start: usize, end: usize) -> Span {
    Span { line, start, end }
}

/// The two-line formats differ only in what follows the expiry date.
const fn two_lines(length: usize, optional_end: usize) -> Layout {
    Layout {
        document_code: span(0, 0, 2),
        issuing_state: span(0, 2, 5),
        names: span(0, 5, length),
        document_number: span(1, 0, 9),
        document_number_check: span(1, 9, 10),
        nationality: span(1, 10, 13),
        birth_date: span(1, 13, 19),
        birth_date_check: span(1, 19, 20),
        sex: span(1, 20, 21),
        expiry_date: span(1, 21, 27),
        expiry_date_check: span(1, 27, 28),
        optional1: span(1, 28, optional_end),
        optional1_check: None,
        optional2: None,
        composite_check: None,
        composite: &[],
        long_numbers: false,
    }
}

static TD1: Layout = Layout {
    document_code: span(0, 0, 2),
    issuing_state: span(0, 2, 5),
    names: span(2, 0, 30),
    document_number: span(0, 5, 14),
    document_number_check: span(0, 14, 15),
    nationality: span(1, 15, 18),
    birth_date: span(1, 0, 6),
    birth_date_check: span(1, 6, 7),
    sex: span(1, 7, 8),
    expiry_date: span(1, 8, 14),
    expiry_date_check: span(1, 14, 15),
    optional1: span(0, 15, 30),
    optional1_check: None,
    optional2: Some(span(1, 18, 29)),
    composite_check: Some(span(1, 29, 30)),
    composite: &[
        span(0, 5, 30),
        span(1, 0, 7),
        span(1, 8, 15),
        span(1, 18, 29),
    ],
    long_numbers: true,
};

static TD2: Layout = Layout {
    composite_check: Some(span(1, 35, 36)),
    composite: &[span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)],
    long_numbers: true,
    ..two_lines(36, 35)
};

static TD3: Layout = Layout {
    optional1_check: Some(span(1, 42, 43)),
    composite_check: Some(span(1, 43, 44)),
    composite: &[span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)],
    ..two_lines(44, 42)
};

static MRV_A: Layout = two_lines(44, 44);

static MRV_B: Layout = two_lines(36, 36);

impl Format {
    /// `None` for the French card, which has its elements in an order of its own.
    pub(crate) fn layout(self) -> Option<&'static Layout> {
        Some(match self {
            Self::Td1 => &TD1,
            Self::Td2 => &TD2,
            Self::Td3 => &TD3,
            Self::MrvA => &MRV_A,
            Self::MrvB => &MRV_B,
            Self::FrenchCard => return None,
        })
    }
}

impl Layout {
    /// The text that the composite check digit covers.
    pub(crate) fn composite_text<S: AsRef<str>>(&self, lines: &[S]) -> String {
        self.composite.iter().map(|span| span.of(lines)).collect()
    }

    /// The characters of the optional data that carry the rest of a long document number and its
    /// check digit: as far as the first filler (9303-5 clause 4.2.2 note j, 9303-6 likewise).
    /// `None` where the number is not written the long way.
    pub(crate) fn long_number_rest<S: AsRef<str>>(&self, lines: &[S]) -> Option<Span> {
        if !self.long_numbers
            || self.document_number_check.character(lines) != '<'
            || self.document_number.of(lines).contains('<')
        {
            return None;
        }
        let optional = self.optional1.of(lines);
        let length = optional.find('<').unwrap_or(optional.len());
        let start = self.optional1.start;
        (length >= 2).then(|| span(self.optional1.line, start, start + length))
    }
}
