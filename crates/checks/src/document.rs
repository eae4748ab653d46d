//! What a document says, put together from all that was seen of it.

mod barcode;
mod date_order;
mod fields;
mod kind_of;
mod licence_line;
mod national_number;
mod portrait;
mod source;
mod spelled;
mod viz_fields;

use identity::{Date, DocumentType};
use mrz::{Format, Mrz};
use observation::{DocumentObservation, MrzObservation};

use crate::agreement::{Agreement, Expected, Name};
use crate::kind::Kind;
use crate::policy::Thresholds;
use crate::viz::{Column, Viz};
use crate::{Day, Side};
pub(crate) use barcode::CardBarcode;
pub(crate) use fields::Fields;
use kind_of::kind_of;
pub(crate) use licence_line::LicenceLine;
pub(crate) use national_number::{NationalNumber, Said};
pub use portrait::portrait;
pub(crate) use source::Source;

/// One document, seen from one or two sides.
pub(crate) struct Document<'a> {
    pub(crate) sides: Vec<(Side, &'a DocumentObservation)>,
    /// The picture that was handed in beside the page of a passport, and is left out of everything
    /// else.
    pub(crate) left_out: Option<(Side, &'a DocumentObservation)>,
    pub(crate) viz: Viz<'a>,
    pub(crate) mrz: Option<SideMrz<'a>>,
    /// The other side's machine readable zone, where both have one.
    pub(crate) second_mrz: Option<SideMrz<'a>>,
    pub(crate) barcode: Option<CardBarcode>,
    pub(crate) kind: Option<Kind>,
    /// What print says of the fields that the machine readable zone has, or else the barcode; `None`
    /// where there is neither.
    pub(crate) agreement: Option<Agreement>,
    pub(crate) fields: Fields,
    pub(crate) today: Day,
}

/// A machine readable zone that has the shape of one.
pub(crate) struct SideMrz<'a> {
    pub(crate) side: Side,
    pub(crate) seen: &'a MrzObservation,
    pub(crate) parsed: Mrz,
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
        let mut mrzs: Vec<SideMrz> = sides
            .iter()
            .filter_map(|&(side, seen)| SideMrz::of(side, seen.mrz.as_ref()?))
            .collect();
        // A zone whose check digits hold goes before one whose don't; of two alike the front's goes
        // first.
        mrzs.sort_by_key(|mrz| !mrz.parsed.valid());
        let mut mrzs = mrzs.into_iter();
        // The second zone needs a proven number: text that has the shape of a zone by chance says
        // nothing about the other side.
        let (mrz, second_mrz) = (mrzs.next(), mrzs.find(SideMrz::has_proven_number));

        let viz = Viz::of(&sides);
        let barcode = sides
            .iter()
            .find_map(|&(side, seen)| CardBarcode::of(side, seen));
        let source = source_of(mrz.as_ref(), barcode.as_ref());
        let agreement = source
            .map(|source| Agreement::between(&viz, &source.expected(today), today, thresholds));
        let kind = kind_of(
            mrz.as_ref().map(|mrz| &mrz.parsed),
            barcode.as_ref(),
            viz.template.map(|template| template.kind),
        );
        let fields = Fields::of(source, agreement.as_ref(), &viz, today, thresholds);
        Self {
            sides,
            left_out,
            viz,
            mrz,
            second_mrz,
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
        let suffices = self.viz.template.is_some_and(|template| template.suffices);
        let column = self.viz.column.as_ref();
        suffices && self.source().is_none() && column.is_some_and(Column::is_in_order)
    }

    /// Whether anything at all that belongs to a document was seen.
    pub(crate) fn is_there(&self) -> bool {
        self.kind.is_some() || self.mrz.is_some()
    }

    /// The line of a licence that has nothing else for machines.
    pub(crate) fn licence_line(
        &self,
        thresholds: &Thresholds,
    ) -> Option<Result<LicenceLine, licence_line::Unreadable>> {
        let sides = self.sides.iter().map(|(_, seen)| *seen);
        LicenceLine::of(sides, thresholds.certain_text)
    }

    /// The national numbers of the holder, where they stand.
    pub(crate) fn national_numbers(&self, thresholds: &Thresholds) -> Vec<NationalNumber> {
        NationalNumber::all(self.source(), &self.viz, &self.fields, thresholds)
    }

    pub(crate) fn source(&self) -> Option<Source<'_, 'a>> {
        source_of(self.mrz.as_ref(), self.barcode.as_ref())
    }
}

/// Whether this is the page of a passport or a visa, which has everything on one side.
fn is_data_page(seen: &DocumentObservation) -> bool {
    let mrz = seen.mrz.as_ref();
    let mrz = mrz.and_then(|seen| SideMrz::of(Side::Front, seen));
    mrz.is_some_and(|mrz| mrz.is_of_page() && mrz.has_proven_number())
}

/// The zone where there is one, else the barcode.
fn source_of<'d, 'a>(
    mrz: Option<&'d SideMrz<'a>>,
    barcode: Option<&'d CardBarcode>,
) -> Option<Source<'d, 'a>> {
    mrz.map(Source::Mrz).or(barcode.map(Source::Barcode))
}

impl<'a> SideMrz<'a> {
    fn of(side: Side, seen: &'a MrzObservation) -> Option<Self> {
        let parsed = mrz::parse(&seen.lines).ok()?;
        Some(Self { side, seen, parsed })
    }

    fn is_of_page(&self) -> bool {
        matches!(
            self.parsed.format,
            Format::Td3 | Format::MrvA | Format::MrvB
        )
    }

    /// Whether the zone has a document number whose check digit holds.
    fn has_proven_number(&self) -> bool {
        self.parsed.checks.document_number && !self.parsed.fields.document_number.is_empty()
    }

    /// What print is expected to have, by the zone. A field whose check digit doesn't hold is expected
    /// too: print can still confirm it.
    pub(crate) fn expected(&self, today: Day) -> Expected {
        let fields = &self.parsed.fields;
        let stated = |date: mrz::Date| {
            let date = date_of(date);
            (date != UNKNOWN).then_some(date)
        };
        let name = |text: &str| Name {
            text: text.replace(',', ""),
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
