//! Genuine pictures that were saved once more as a whole, as galleries and messengers do.

use bonafide::batch;
use image::codecs::jpeg::JpegEncoder;
use specimen::{Degradation, Kind};

use super::drawn::{draw, files, is_suspected, observed};
use super::rate::Rate;
use crate::bounded_vision::BoundedVision;

/// What programs save with, better and worse than the camera.
const QUALITIES: [u8; 5] = [75, 85, 90, 92, 95];

/// How many of them a signal suspects.
pub(super) fn measure(
    vision: &BoundedVision,
    kind: Kind,
    count: u64,
    threads: usize,
) -> anyhow::Result<Rate> {
    let mut suspected = Rate::default();
    let work = |seed: u64| -> anyhow::Result<bool> {
        let quality = QUALITIES[(seed % QUALITIES.len() as u64) as usize];
        let own = files(&draw(kind, seed, vec![Degradation::Handheld])?)?;
        let again = own.iter().map(|file| saved(file, quality));
        let again = again.collect::<Result<Vec<_>, _>>()?;
        Ok(is_suspected(&observed(vision, &again)?))
    };
    batch::try_run(1..=count, threads, work, |held| suspected.add(held))?;
    Ok(suspected)
}

fn saved(file: &[u8], quality: u8) -> image::ImageResult<Vec<u8>> {
    let mut again = Vec::new();
    JpegEncoder::new_with_quality(&mut again, quality)
        .encode_image(&image::load_from_memory(file)?.into_rgb8())?;
    Ok(again)
}
