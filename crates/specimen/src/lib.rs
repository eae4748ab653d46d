//! Synthetic identity documents, drawn by our own code, and photographs of them.
//!
//! Everything is fictional: the issuer is Utopia, the word SPECIMEN stands on every side. The
//! same request gives the same bytes on every machine: numbers come from ChaCha, curves from a
//! portable mathematics library, and no clock is read.

mod alter;
mod background;
mod barcode;
mod birth_date;
mod canvas;
mod copies;
mod degradation;
mod degrade;
mod details;
mod driving_license;
mod european_license;
mod face;
mod filter;
mod holder;
mod id_card;
mod id_card_td2;
mod layout;
pub mod moving;
mod names;
mod part;
mod passport;
mod perspective;
mod portrait;
mod random;
mod residence_permit;
mod retouch;
mod text;
mod truth;
mod view;
mod visa;
mod wording;
mod zone;

use std::{fmt, str::FromStr};

use image::{ExtendedColorType, ImageEncoder as _, RgbImage, codecs::jpeg::JpegEncoder};
use jiff::civil::Date;

use crate::{
    alter::Scene, details::Details, holder::Holder, layout::Frame, random::Random, view::View,
};
pub use crate::{
    copies::Copied,
    degradation::{Degradation, Family},
    part::part,
    portrait::{FaceBox, Portrait},
    truth::Truth,
};

/// The documents we can draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The data page of a passport, TD3: 125 mm × 88 mm (ICAO 9303-4).
    Passport,
    /// An identity card with two sides, TD1: 85.6 mm × 54 mm (ICAO 9303-5).
    IdCard,
    /// A driving licence with two sides and a PDF417 barcode: 85.6 mm × 54 mm (AAMVA DL/ID Card
    /// Design Standard).
    DrivingLicense,
    /// A driving licence with numbered fields: 85.6 mm × 54 mm (Directive 2006/126/EC).
    EuropeanDrivingLicense,
    /// A residence permit with two sides, TD1: 85.6 mm × 54 mm (Regulation (EC) 1030/2002).
    ResidencePermit,
    /// An identity card with one side, TD2: 105 mm × 74 mm (ICAO 9303-6).
    IdCardTd2,
    /// A visa sticker, MRV-A or MRV-B (ICAO 9303-7).
    Visa,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Passport,
        Self::IdCard,
        Self::DrivingLicense,
        Self::EuropeanDrivingLicense,
        Self::ResidencePermit,
        Self::IdCardTd2,
        Self::Visa,
    ];

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::IdCard => "id_card",
            Self::DrivingLicense => "driving_license",
            Self::EuropeanDrivingLicense => "driving_license_eu",
            Self::ResidencePermit => "residence_permit",
            Self::IdCardTd2 => "id_card_td2",
            Self::Visa => "visa",
        }
    }

    /// `passport`, `id_card`, `driving_license`, `residence_permit` or `visa`.
    pub fn document_type(self) -> &'static str {
        match self {
            Self::EuropeanDrivingLicense => Self::DrivingLicense.name(),
            Self::IdCardTd2 => Self::IdCard.name(),
            _ => self.name(),
        }
    }

    /// Whether documents of this kind are photographed from both sides.
    pub fn has_back(self) -> bool {
        !matches!(self, Self::Passport | Self::IdCardTd2 | Self::Visa)
    }

    /// Whether a zone or a barcode says what is printed on documents of this kind, and the document counts as
    /// proof of identity.
    pub fn has_source(self) -> bool {
        !matches!(self, Self::EuropeanDrivingLicense | Self::Visa)
    }

    /// Where the holder's picture goes.
    fn portrait(self) -> Frame {
        match self {
            Self::Passport => passport::PORTRAIT,
            Self::IdCard => id_card::PORTRAIT,
            Self::DrivingLicense => driving_license::PORTRAIT,
            Self::EuropeanDrivingLicense => european_license::PORTRAIT,
            Self::ResidencePermit => residence_permit::PORTRAIT,
            Self::IdCardTd2 => id_card_td2::PORTRAIT,
            Self::Visa => visa::PORTRAIT,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or(Error::Kind)
    }
}

/// What to draw.
pub struct Request {
    pub kind: Kind,
    /// The holder's photograph; without one a face is drawn.
    pub portrait: Option<Portrait>,
    pub seed: u64,
    /// Whether the document ran out before `today`.
    pub expired: bool,
    /// What happens to the pictures, in this order.
    pub degrade: Vec<Degradation>,
    /// The day that dates of issue and expiry are counted from.
    pub today: Date,
}

/// Four corners, x and y each.
pub type Corners = [(f32, f32); 4];

/// A document, side by side with what it says.
pub struct Specimen {
    pub front: RgbImage,
    /// Documents with two sides only.
    pub back: Option<RgbImage>,
    /// Where the front lies in its photograph: top left, top right, bottom right, bottom left, in
    /// pixels. `None` where the document is the whole picture.
    pub front_corners: Option<Corners>,
    /// Where the back lies in its photograph, as `front_corners`.
    pub back_corners: Option<Corners>,
    pub truth: Truth,
    front_quality: u8,
    back_quality: u8,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "no such kind of specimen: choose passport, id_card, driving_license, driving_license_eu, \
         residence_permit, id_card_td2 or visa"
    )]
    Kind,
    #[error("no such degradation: choose one of {}", names())]
    Degradation,
    #[error("the portrait has no pixels inside the face box")]
    Portrait,
    #[error("the date to count from leaves no room for the document's dates")]
    Today,
    #[error("the machine readable zone can't be written")]
    Zone(#[from] mrz::GenerateError),
    #[error("the machine readable zone can't be read back")]
    Unreadable,
    #[error("the barcode can't be drawn")]
    Barcode,
    #[error("the picture cannot be written as JPEG")]
    Jpeg(#[from] image::ImageError),
}

/// Draws the document that `request` describes.
pub fn generate(request: &Request) -> Result<Specimen, Error> {
    let (front, back, truth) = views(request)?;
    let corners = |view: &View| view.is_photograph.then_some(view.corners);
    Ok(Specimen {
        front_quality: front.jpeg_quality,
        back_quality: back.as_ref().map_or(0, |back| back.jpeg_quality),
        front_corners: corners(&front),
        back_corners: back.as_ref().and_then(corners),
        front: front.pixels,
        back: back.map(|back| back.pixels),
        truth,
    })
}

/// The sides, and what the document says.
pub(crate) fn views(request: &Request) -> Result<(View, Option<View>, Truth), Error> {
    let random = Random::new(request.seed);
    let (holder, details, truth) = write(request, &random)?;
    let zone = || truth.mrz.as_ref().ok_or(Error::Unreadable);
    let photograph = request.portrait.as_ref();
    let portrait = portrait::make(photograph, &random, &holder, request.kind.portrait())?;
    let (front, back) = match request.kind {
        Kind::Passport => (
            passport::draw(&holder, &details, zone()?, &portrait, &random),
            None,
        ),
        Kind::IdCard => (
            id_card::draw_front(&holder, &details, &portrait, &random),
            Some(id_card::draw_back(&holder, &details, zone()?, &random)),
        ),
        Kind::DrivingLicense => {
            let text = truth.barcode.as_deref().unwrap_or_default();
            (
                driving_license::draw_front(&holder, &details, &portrait, &random),
                Some(driving_license::draw_back(text, &random)?),
            )
        }
        Kind::EuropeanDrivingLicense => (
            european_license::draw_front(&holder, &details, &portrait, &random),
            Some(european_license::draw_back(&details, &random)),
        ),
        Kind::ResidencePermit => {
            let back = residence_permit::draw_back(&holder, &details, zone()?, &random);
            (
                residence_permit::draw_front(&holder, &details, &portrait, &random),
                Some(back),
            )
        }
        Kind::IdCardTd2 => (
            id_card_td2::draw(&holder, &details, zone()?, &portrait, &random),
            None,
        ),
        Kind::Visa => (
            visa::draw(&holder, &details, zone()?, &portrait, &random),
            None,
        ),
    };

    let degrade = |picture, is_front: bool| {
        let scene = Scene {
            request,
            holder: &holder,
            details: &details,
            is_front,
        };
        let side = if is_front { "front" } else { "back" };
        let mut turns = request.degrade.iter().enumerate();
        turns.try_fold(View::of(picture), |view, (turn, degradation)| {
            let label = format!("{side} {degradation} {turn}");
            degradation.apply(view, &scene, &random, &label)
        })
    };
    let front = degrade(front, true)?;
    let back = back.map(|back| degrade(back, false)).transpose()?;
    Ok((front, back, truth))
}

/// The names of all degradations.
fn names() -> String {
    Degradation::ALL.map(Degradation::name).join(", ")
}

/// Everything that the document says, before a line of it is drawn.
fn write(request: &Request, random: &Random) -> Result<(Holder, Details, Truth), Error> {
    let Request {
        kind,
        today,
        expired,
        ..
    } = *request;
    // Nobody held a passport of their own as a small child.
    let youngest = if expired { 36 } else { 20 };
    let holder = Holder::draw(&mut random.fork("holder"), today, youngest)?;
    let details = Details::draw(&mut random.fork("details"), kind, today, expired)?;
    let zone = zone::generate(kind, &holder, &details, random)?;
    let text = (kind == Kind::DrivingLicense).then(|| barcode::text(&holder, &details));
    let truth = Truth::new(kind, &holder, &details, zone, text, random);
    Ok((holder, details, truth))
}

impl Specimen {
    /// The front side as a JPEG file.
    pub fn front_jpeg(&self) -> Result<Vec<u8>, Error> {
        encode(&self.front, self.front_quality)
    }

    /// The back side as a JPEG file, where there is one.
    pub fn back_jpeg(&self) -> Result<Option<Vec<u8>>, Error> {
        self.back
            .as_ref()
            .map(|back| encode(back, self.back_quality))
            .transpose()
    }
}

fn encode(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).write_image(
        picture.as_raw(),
        picture.width(),
        picture.height(),
        ExtendedColorType::Rgb8,
    )?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
