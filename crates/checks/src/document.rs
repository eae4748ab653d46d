//! What a document says, put together from all that was seen of it.

mod barcode;
mod fields;
mod kind_of;
mod licence_line;
mod portrait;
mod printed;
mod source;
mod spelled;

use identity::{Date, DocumentType};
use mrz::{Format, Mrz};
use observation::{DocumentObservation, MrzObservation};

use crate::agreement::{Agreement, Expected, Name};
use crate::kind::Kind;
use crate::policy::Thresholds;
use crate::print::{Column, Print};
use crate::{Day, Side};
pub(crate) use barcode::CardBarcode;
pub(crate) use fields::Fields;
use kind_of::kind_of;
pub(crate) use licence_line::LicenceLine;
pub use portrait::portrait;
pub(crate) use source::Source;

/// One document, seen from one or two sides.
pub(crate) struct Document<'a> {
    pub(crate) sides: Vec<(Side, &'a DocumentObservation)>,
    /// The picture that was handed in beside the page of a passport, and is left out of everything
    /// else.
    pub(crate) left_out: Option<(Side, &'a DocumentObservation)>,
    pub(crate) print: Print<'a>,
    pub(crate) zone: Option<Zone<'a>>,
    /// The other side's machine readable zone, where both have one.
    pub(crate) second_zone: Option<Zone<'a>>,
    pub(crate) barcode: Option<CardBarcode>,
    pub(crate) kind: Option<Kind>,
    /// What print says of the fields that the machine readable zone has, or else the barcode; `None`
    /// where there is neither.
    pub(crate) agreement: Option<Agreement>,
    pub(crate) fields: Fields,
    pub(crate) today: Day,
}

/// A machine readable zone that has the shape of one.
pub(crate) struct Zone<'a> {
    pub(crate) side: Side,
    pub(crate) seen: &'a MrzObservation,
    pub(crate) mrz: Mrz,
}

impl<'a> Document<'a> {
    pub(crate) fn of(
        front: &'a DocumentObservation,
        back: Option<&'a DocumentObservation>,
        today: Day,
        thresholds: &Thresholds,
    ) -> Self {
        let both = [
            Some((Side::Front, front)),
            back.map(|back| (Side::Back, back)),
        ];
        let mut sides: Vec<_> = both.into_iter().flatten().collect();
        // A passport's page stands for itself: nothing of the other picture is mixed with it.
        let page = sides.iter().position(|(_, seen)| is_data_page(seen));
        let left_out = page.and_then(|page| {
            let all = std::mem::take(&mut sides);
            sides = vec![all[page]];
            all.get(1 - page).copied()
        });
        let mut zones: Vec<Zone> = sides
            .iter()
            .filter_map(|&(side, seen)| Zone::of(side, seen.mrz.as_ref()?))
            .collect();
        // A zone whose check digits hold goes before one whose don't; of two alike the front's goes
        // first.
        zones.sort_by_key(|zone| !zone.mrz.valid());
        let mut zones = zones.into_iter();
        // The second zone needs a proven number: text that has the shape of a zone by chance says
        // nothing about the other side.
        let (zone, second_zone) = (zones.next(), zones.find(Zone::has_proven_number));

        let print = Print::of(&sides);
        let barcode = sides
            .iter()
            .find_map(|&(side, seen)| CardBarcode::of(side, seen));
        let source = source_of(zone.as_ref(), barcode.as_ref());
        let agreement = source
            .map(|source| Agreement::between(&print, &source.expected(today), today, thresholds));
        let kind = kind_of(
            zone.as_ref().map(|zone| &zone.mrz),
            barcode.as_ref(),
            print.template.map(|template| template.kind),
        );
        let fields = Fields::of(source, agreement.as_ref(), &print, today, thresholds);
        Self {
            sides,
            left_out,
            print,
            zone,
            second_zone,
            barcode,
            kind,
            agreement,
            fields,
            today,
        }
    }

    pub(crate) fn document_type(&self) -> Option<DocumentType> {
        self.kind.and_then(Kind::document_type)
    }

    /// Whether nothing but print has the document's data, in a layout that can prove it.
    pub(crate) fn is_known_layout(&self) -> bool {
        let suffices = self
            .print
            .template
            .is_some_and(|template| template.suffices);
        let column = self.print.column.as_ref();
        suffices && self.source().is_none() && column.is_some_and(Column::is_in_order)
    }

    /// Whether anything at all that belongs to a document was seen.
    pub(crate) fn is_there(&self) -> bool {
        self.kind.is_some() || self.zone.is_some()
    }

    /// The line of a licence that has nothing else for machines.
    pub(crate) fn licence_line(&self) -> Option<Result<LicenceLine, licence_line::Unreadable>> {
        LicenceLine::of(self.sides.iter().map(|(_, seen)| *seen))
    }

    pub(crate) fn source(&self) -> Option<Source<'_, 'a>> {
        source_of(self.zone.as_ref(), self.barcode.as_ref())
    }
}

/// Whether this is the page of a passport or a visa, which has everything on one side.
fn is_data_page(seen: &DocumentObservation) -> bool {
    let zone = seen.mrz.as_ref();
    let zone = zone.and_then(|seen| Zone::of(Side::Front, seen));
    zone.is_some_and(|zone| zone.is_of_page() && zone.has_proven_number())
}

/// The zone where there is one, else the barcode.
fn source_of<'d, 'a>(
    zone: Option<&'d Zone<'a>>,
    barcode: Option<&'d CardBarcode>,
) -> Option<Source<'d, 'a>> {
    zone.map(Source::Zone).or(barcode.map(Source::Barcode))
}

impl<'a> Zone<'a> {
    fn of(side: Side, seen: &'a MrzObservation) -> Option<Self> {
        let mrz = mrz::parse(&seen.lines).ok()?;
        Some(Self { side, seen, mrz })
    }

    fn is_of_page(&self) -> bool {
        matches!(self.mrz.format, Format::Td3 | Format::MrvA | Format::MrvB)
    }

    /// Whether the zone has a document number whose check digit holds.
    fn has_proven_number(&self) -> bool {
        self.mrz.checks.document_number && !self.mrz.fields.document_number.is_empty()
    }

    /// What print is expected to have, by the zone. A field whose check digit doesn't hold is expected
    /// too: print can still confirm it.
    pub(crate) fn expected(&self, today: Day) -> Expected {
        let fields = &self.mrz.fields;
        let stated = |date: mrz::Date| {
            let date = date_of(date);
            (date != UNKNOWN).then_some(date)
        };
        let name = |text: &str| Name {
            text: text.to_owned(),
            cut: fields.names_truncated,
        };
        Expected {
            number: fields.document_number.replace('<', ""),
            surname: name(&fields.surname),
            given_names: name(&fields.given_names),
            birth_date: stated(mrz::birth_date(fields, today.parts())),
            expiry_date: stated(mrz::expiry_date(fields, today.parts())),
            other_numbers: [&fields.optional1, &fields.optional2]
                .into_iter()
                .map(|text| text.replace('<', ""))
                .filter(|text| !text.is_empty())
                .collect(),
            countries: vec![fields.issuing_state.clone()],
            nationality: fields.nationality.clone(),
            other_dates: Vec::new(),
        }
    }
}

pub(crate) const UNKNOWN: Date = Date {
    day: None,
    month: None,
    year: None,
};

pub(crate) fn date_of(date: mrz::Date) -> Date {
    Date {
        day: date.day,
        month: date.month,
        year: date.year,
    }
}
