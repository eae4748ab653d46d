//! Attempts to pass with what is not the holder's own document.

use specimen::{Degradation, Kind};
use vision::Vision;

use super::drawn::{draw, files, is_suspected, is_verified, observed};
use super::rate::Rate;
use crate::batch;

/// What is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forgery {
    /// The document on a screen.
    Screen,
    /// A copy in black and white, held in hand.
    Copy,
    /// The back of another document of the same kind.
    AnotherBack,
    /// A picture saved by an editor, otherwise as it was.
    Edited,
}

impl Forgery {
    pub(super) const ALL: [Self; 4] = [Self::Screen, Self::Copy, Self::AnotherBack, Self::Edited];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Screen => "photographed from a screen",
            Self::Copy => "copy in black and white",
            Self::AnotherBack => "the back of another document",
            Self::Edited => "saved by a picture editor",
        }
    }

    /// Whether a document of this kind can be forged so.
    pub(super) fn applies(self, kind: Kind) -> bool {
        self != Self::AnotherBack || kind.has_back()
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
    let length = u16::try_from(exif.len() + 2).unwrap_or(u16::MAX);
    let (start, rest) = jpeg.split_at(2);
    [start, &[0xFF, 0xE1], &length.to_be_bytes(), &exif, rest].concat()
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
    vision: &Vision,
    kind: Kind,
    forgery: Forgery,
    count: u64,
    threads: usize,
) -> anyhow::Result<Caught> {
    let mut caught = Caught::default();
    let mut failed = None;
    let work = |seed| -> anyhow::Result<(bool, bool)> {
        let sides = observed(vision, &forgery.pictures(kind, seed)?)?;
        Ok((!is_verified(&sides), is_suspected(&sides)))
    };
    batch::run(1..=count, threads, work, |outcome| match outcome {
        Ok((refused, suspected)) => {
            caught.refused.add(refused);
            caught.suspected.add(suspected);
        }
        Err(error) => failed = Some(error),
    });
    failed.map_or(Ok(caught), Err)
}
