//! Attempts to pass with what is not the holder's own document.

use bonafide::batch;
use specimen::{Degradation, Kind};

use super::drawn::{draw, files, is_suspected, is_verified, observed};
use super::rate::Rate;
use crate::bounded_vision::BoundedVision;

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forgery {
    /// The document on a screen whose grid shows.
    Screen,
    /// A copy in black and white, held in hand.
    Copy,
    /// The back of another document of the same kind.
    AnotherBack,
    /// One photograph of the front given as the back too, saved once more.
    FrontTwice,
    /// A picture saved by an editor, otherwise as it was.
    Edited,
    /// What a degradation makes of the document before it is held in hand.
    Before(Degradation),
    /// What a degradation makes of the photograph.
    After(Degradation),
}

impl Forgery {
    pub(super) const ALL: [Self; 13] = [
        Self::Screen,
        Self::After(Degradation::RecaptureBezel),
        Self::After(Degradation::RecaptureGlow),
        Self::Copy,
        Self::Before(Degradation::ColourCopy),
        Self::AnotherBack,
        Self::FrontTwice,
        Self::Edited,
        Self::Before(Degradation::AlteredField),
        Self::Before(Degradation::AlteredConsistently),
        Self::Before(Degradation::ReplacedPortrait),
        Self::After(Degradation::ReplacedPortrait),
        Self::After(Degradation::PastedField),
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Screen => "photographed from a screen",
            Self::Copy => "copy in black and white",
            Self::AnotherBack => "the back of another document",
            Self::FrontTwice => "the front twice",
            Self::Edited => "saved by a picture editor",
            Self::After(Degradation::RecaptureBezel) => "photographed from a screen with its frame",
            Self::After(Degradation::RecaptureGlow) => "photographed from a screen without a grid",
            Self::Before(Degradation::ColourCopy) => "print in colour",
            Self::Before(Degradation::AlteredField) => "date of birth changed in print",
            Self::Before(Degradation::AlteredConsistently) => {
                "date of birth changed in print and zone or barcode"
            }
            Self::Before(Degradation::ReplacedPortrait) => "another face on the document",
            Self::After(Degradation::ReplacedPortrait) => "another face in the photograph",
            Self::After(Degradation::PastedField) => "date of birth pasted into the photograph",
            Self::Before(degradation) | Self::After(degradation) => degradation.name(),
        }
    }

    /// Whether a document of this kind can be forged so.
    pub(super) fn applies(self, kind: Kind) -> bool {
        match self {
            Self::AnotherBack | Self::FrontTwice => kind.has_back(),
            Self::Before(Degradation::AlteredConsistently) => kind != Kind::EuropeanDrivingLicense,
            _ => true,
        }
    }

    fn pictures(self, kind: Kind, seed: u64) -> anyhow::Result<Vec<Vec<u8>>> {
        let in_hand = Degradation::Handheld;
        let drawn = |seed, degrade| anyhow::Ok(files(&draw(kind, seed, degrade)?)?);
        match self {
            Self::Screen => drawn(seed, vec![in_hand, Degradation::Recapture]),
            Self::Copy => drawn(seed, vec![Degradation::Copy, in_hand]),
            Self::AnotherBack => {
                let mut own = drawn(seed, vec![in_hand])?;
                let mut other = drawn(seed + 1_000_000, vec![in_hand])?;
                own.truncate(1);
                own.extend(other.drain(1..));
                Ok(own)
            }
            Self::FrontTwice => {
                let own = drawn(seed, vec![in_hand])?;
                // The comment makes it another file with the same picture.
                let again = with_segment(&own[0], 0xFE, b"again");
                Ok(vec![own[0].clone(), again])
            }
            Self::Before(degradation) => drawn(seed, vec![degradation, in_hand]),
            Self::After(degradation) => drawn(seed, vec![in_hand, degradation]),
            Self::Edited => {
                let own = drawn(seed, vec![in_hand])?;
                Ok(own.iter().map(|file| saved_by_an_editor(file)).collect())
            }
        }
    }
}

/// A JPEG with the EXIF segment (`Software`, tag 0x0131) that an editor writes.
fn saved_by_an_editor(jpeg: &[u8]) -> Vec<u8> {
    const NAME: &[u8; 16] = b"GIMP 2.10.36\0\0\0\0";
    let mut exif =
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x31\0\x02\0\0\0\x10\0\0\0\x1a\0\0\0\0".to_vec();
    exif.extend_from_slice(NAME);
    with_segment(jpeg, 0xE1, &exif)
}

/// A JPEG with one more segment, right behind its start (ITU-T T.81, B.1.1.4).
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xFF, marker], &length.to_be_bytes(), content, rest].concat()
}

/// How many attempts were caught.
#[derive(Default)]
pub(super) struct Caught {
    /// Not verified, for whatever reason.
    pub(super) refused: Rate,
    /// By an authenticity signal.
    pub(super) suspected: Rate,
}

pub(super) fn measure(
    vision: &BoundedVision,
    kind: Kind,
    forgery: Forgery,
    count: u64,
    threads: usize,
) -> anyhow::Result<Caught> {
    let mut caught = Caught::default();
    let work = |seed| -> anyhow::Result<(bool, bool)> {
        let sides = observed(vision, &forgery.pictures(kind, seed)?)?;
        Ok((!is_verified(&sides), is_suspected(&sides)))
    };
    batch::try_run(1..=count, threads, work, |(refused, suspected)| {
        caught.refused.add(refused);
        caught.suspected.add(suspected);
    })?;
    Ok(caught)
}
