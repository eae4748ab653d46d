//! The document's own portrait as the selfie, copied in every way, where no challenge is asked for; and
//! people with another photograph of theirs on the document, who have to pass.

use std::path::Path;

use anyhow::Context as _;
use bonafide::pairs::{self, Pair};
use bonafide::{batch, pictures};
use checks::{Liveness, Policy, Request};
use identity::{DocumentType, FindingCode, LivenessLevel, Mode};
use image::{RgbImage, imageops};
use jiff::civil::date;
use observation::{DocumentObservation, Face, SelfieObservation};
use specimen::{Copied, Degradation, Kind};
use vision::DocumentOptions;

use super::people::People;
use crate::accuracy::Manifest;
use crate::bounded_vision::BoundedVision;
use crate::rate::Rate;

/// Of the document's picture around the portrait, in longer sides of its box.
const AROUND: f32 = 2.2;
/// The copy's longer side before it is spoiled, in pixels.
const LONG_SIDE: u32 = 640;
const TODAY: jiff::civil::Date = date(2026, 1, 1);

/// What came of the portraits of one set of documents, copy by copy.
pub(super) struct Portraits {
    pub(super) name: String,
    pub(super) documents: u64,
    /// In the order of [`Copied::ALL`].
    pub(super) passed: Vec<Rate>,
}

/// People with another photograph of theirs on the document.
pub(super) struct Others {
    pub(super) name: String,
    pub(super) turned_away: Rate,
}

/// Specimens of all kinds in turn, in hand.
pub(super) fn of_specimens(
    vision: &BoundedVision,
    people: &People,
    seeds: impl Iterator<Item = u64> + Send,
    threads: usize,
) -> anyhow::Result<Portraits> {
    let work = |seed: u64| {
        let specimen = specimen::generate(&specimen::Request {
            kind: Kind::ALL[(seed % Kind::ALL.len() as u64) as usize],
            portrait: people.portrait(seed),
            seed,
            expired: false,
            degrade: vec![Degradation::Handheld],
            today: TODAY,
        })?;
        tried(vision, &specimen.front_jpeg()?, seed)
    };
    gathered("drawn specimens".to_owned(), seeds, threads, work)
}

/// The pictures of documents in a folder.
pub(super) fn of_folder(
    vision: &BoundedVision,
    folder: &Path,
    threads: usize,
) -> anyhow::Result<Portraits> {
    let manifest = Manifest::read(folder)?;
    let files = manifest.items.iter().zip(1u64..);
    let work = |(item, seed): (&crate::accuracy::Item, u64)| {
        let file = pictures::read_file(&folder.join(&item.file));
        let file = file.map_err(|failure| anyhow::anyhow!("{failure}"))?;
        tried(vision, &file, seed)
    };
    gathered(manifest.corpus.clone(), files, threads, work)
}

fn gathered<T: Send>(
    name: String,
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> anyhow::Result<Option<Vec<bool>>> + Sync,
) -> anyhow::Result<Portraits> {
    let mut portraits = Portraits {
        name,
        documents: 0,
        passed: vec![Rate::default(); Copied::ALL.len()],
    };
    batch::try_run(items, threads, work, |tried| {
        let Some(passed) = tried else { return };
        portraits.documents += 1;
        for (rate, passed) in portraits.passed.iter_mut().zip(passed) {
            rate.add(passed);
        }
    })?;
    Ok(portraits)
}

/// Whether each copy of the document's portrait passes for a selfie. `None` where no portrait is found.
fn tried(vision: &BoundedVision, file: &[u8], seed: u64) -> anyhow::Result<Option<Vec<bool>>> {
    let options = DocumentOptions {
        print: false,
        ..DocumentOptions::default()
    };
    let Ok(seen) = vision.document(file, options) else {
        return Ok(None);
    };
    let Some(portrait) = seen.observation.faces.first() else {
        return Ok(None);
    };
    let photograph = cut_out(&seen.picture, portrait);
    let copies = Copied::ALL.iter().map(|copied| {
        let selfie = vision.selfie(&copied.of(&photograph, seed)?)?.observation;
        Ok(!is_refused(&seen.observation, &selfie, None))
    });
    copies.collect::<anyhow::Result<Vec<bool>>>().map(Some)
}

fn cut_out(picture: &RgbImage, portrait: &Face) -> RgbImage {
    let bounds = &portrait.bounds;
    let half = AROUND * bounds.width.max(bounds.height) / 2.0;
    let (x, y) = (
        bounds.x + bounds.width / 2.0,
        bounds.y + bounds.height / 2.0,
    );
    let at = |place: f32, length: u32| (place.max(0.0) as u32).min(length);
    let (left, right) = (at(x - half, picture.width()), at(x + half, picture.width()));
    let (top, bottom) = (
        at(y - half, picture.height()),
        at(y + half, picture.height()),
    );
    let cut = imageops::crop_imm(picture, left, top, right - left, bottom - top).to_image();
    let times = LONG_SIDE as f32 / cut.width().max(cut.height()).max(1) as f32;
    let side = |length: u32| ((length as f32 * times) as u32).max(1);
    let (width, height) = (side(cut.width()), side(cut.height()));
    imageops::resize(&cut, width, height, imageops::FilterType::CatmullRom)
}

/// Every pair of pictures of one person in a folder: one on the document, the other the selfie.
pub(super) fn others(
    vision: &BoundedVision,
    folder: &Path,
    threads: usize,
) -> anyhow::Result<Others> {
    let path = folder.join("pairs.csv");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read", path.display()))?;
    let rows: Vec<Pair> = pairs::rows(text.lines().map(str::to_owned)).collect();
    let mut files: Vec<&String> = rows.iter().flat_map(|row| [&row.a, &row.b]).collect();
    files.sort();
    files.dedup();
    let mut seen = Vec::new();
    let work = |file: &&String| {
        let file = pictures::read_file(&folder.join(file)).ok()?;
        Some(vision.selfie(&file).ok()?.observation)
    };
    batch::run(files.iter(), threads, work, |selfie| seen.push(selfie));
    let of = |file: &String| seen[files.binary_search(&file).ok()?].as_ref();
    let mut turned_away = Rate::default();
    for row in rows.iter().filter(|row| row.same == Some(true)) {
        if let (Some(a), Some(b)) = (of(&row.a), of(&row.b)) {
            let mut document = DocumentObservation::nothing();
            document.faces.clone_from(&a.faces);
            turned_away.add(is_refused(&document, b, Some(&ONE_PHOTOGRAPH)));
        }
    }
    Ok(Others {
        name: folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        turned_away,
    })
}

const ONE_PHOTOGRAPH: FindingCode = FindingCode::SelfieIsNotTheDocumentPicture;

/// Whether the selfie fails at the level `passive`: for any reason, or by one finding.
fn is_refused(
    document: &DocumentObservation,
    selfie: &SelfieObservation,
    by: Option<&FindingCode>,
) -> bool {
    let selfies = std::slice::from_ref(selfie);
    let request = Request {
        mode: Mode::Live,
        today: pictures::day(TODAY),
        allowed_types: DocumentType::ALL,
        front: document,
        back: None,
        selfie: Some(selfies),
        earlier_faces: &[],
        declared_type: None,
        liveness: Some(Liveness {
            level: LivenessLevel::Passive,
            answer: None,
        }),
    };
    let outcome = checks::decide(&request, Policy::shipped());
    match by {
        None => outcome.selfie.is_none_or(|selfie| selfie.error.is_some()),
        Some(code) => {
            let mut findings = outcome.evidence.findings.iter();
            findings.any(|finding| finding.code == *code && !finding.passed)
        }
    }
}

#[cfg(test)]
mod tests {
    use vision::{Options, Vision};

    use super::*;

    #[test]
    fn no_copy_of_a_document_s_portrait_is_a_selfie() {
        let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
        let vision = Vision::load(&models, Options::default())
            .unwrap_or_else(|error| panic!("{error}, or `make setup` in a checkout"));
        let vision = BoundedVision::new(vision, 1);
        let people = People::find(&vision, &models.join("portraits")).unwrap();
        let tried = of_specimens(&vision, &people, [3, 4, 8].into_iter(), 1).unwrap();
        assert_eq!(tried.documents, 3);
        for (copied, passed) in Copied::ALL.iter().zip(&tried.passed) {
            assert_eq!((passed.held, passed.of), (0, 3), "{copied}");
        }
    }
}
