//! The machine readable zone among the lines of a picture, and a second one.

use image::RgbImage;
use observation::{MrzObservation, Quad};

use super::Vision;
use crate::line::{LineCrop, LineReading};
use crate::mrz_reading::{self, MrzDetection, Piece, Readers};
use crate::runtime::NetworkError;

/// Longer side of the copy for a second look, which is for small and faint zones, in pixels.
const FINE_TEXT_SIDE: u32 = 960;
/// No zone has fewer lines.
const FEWEST_MRZ_LINES: usize = 2;

impl Vision {
    pub(super) fn readers(&self) -> Readers<'_> {
        Readers {
            mrzs: &self.mrz_reader,
            print: &self.exact,
        }
    }

    pub(super) fn mrz(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, LineReading)],
    ) -> Result<Option<MrzDetection>, NetworkError> {
        let seen: Vec<Piece<'_>> = lines.iter().map(Piece::of).collect();
        mrz_reading::read(self.readers(), pixels, &seen)
    }

    /// The zone of a second document, among the lines of zones that the first does not have.
    pub(super) fn other_mrz(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, LineReading)],
        first: &MrzDetection,
    ) -> Result<Vec<MrzObservation>, NetworkError> {
        let covered = |quad: &Quad| first.mrz.quads.iter().any(|line| covers(line, quad));
        let rest: Vec<Piece<'_>> = lines
            .iter()
            .enumerate()
            .filter(|(at, (quad, reading))| {
                reading.of_mrz && !first.pieces.contains(at) && !covered(quad)
            })
            .map(|(_, line)| Piece::of(line))
            .collect();
        if rest.len() < FEWEST_MRZ_LINES {
            return Ok(Vec::new());
        }
        let second = mrz_reading::read(self.readers(), pixels, &rest)?;
        // Only a zone whose check digits hold is a second document's.
        let certain = second.filter(|second| second.valid);
        Ok(certain.map(|second| second.mrz).into_iter().collect())
    }

    /// Looks for a zone with the slower detector, where the quick one found pieces of one.
    pub(super) fn mrz_again(
        &self,
        pixels: &RgbImage,
        lines: &[(Quad, LineReading)],
        found: Option<MrzDetection>,
    ) -> Result<Option<MrzDetection>, NetworkError> {
        let Some(around) = mrz_reading::neighbourhood(lines) else {
            return Ok(found);
        };
        let mut again = Vec::new();
        for text in self.fine_text.boxes(pixels, FINE_TEXT_SIDE)? {
            let centre = text.quad.centre();
            let inside = (around.x..around.x + around.width).contains(&centre.x)
                && (around.y..around.y + around.height).contains(&centre.y);
            if inside {
                let strip = LineCrop::cut(pixels, &text.quad);
                again.push((text.quad, self.exact.read(&strip)?));
            }
        }
        let detection = self.mrz(pixels, &again)?.map(|mut detection| {
            detection.pieces = lines
                .iter()
                .enumerate()
                .filter(|(_, (quad, _))| detection.mrz.quads.iter().any(|line| covers(line, quad)))
                .map(|(at, _)| at)
                .collect();
            detection
        });
        Ok(match (found, detection) {
            (Some(found), Some(detection))
                if !detection.valid && found.mrz.confidence >= detection.mrz.confidence =>
            {
                Some(found)
            }
            (found, detection) => detection.or(found),
        })
    }
}

/// Whether most of `piece` lies on `line`.
fn covers(line: &Quad, piece: &Quad) -> bool {
    let (line, centre) = (line.bounds(), piece.centre());
    (line.x..line.x + line.width).contains(&centre.x)
        && (line.y..line.y + line.height).contains(&centre.y)
}
