//! Portrait to selfie: pictures printed into specimen passports, photographed in hand, and compared with
//! the other pictures of the same and of different people.

use std::path::Path;

use bonafide::{batch, pictures};
use observation::Face;
use specimen::{Degradation, FaceBox, Kind, Portrait, Request};
use vision::DocumentOptions;

use super::super::drawn::DRAWN_ON;
use super::folder::Folder;
use super::roc::Scores;
use super::{Look, cosine};
use crate::bounded_vision::BoundedVision;

/// Similarities of every picture of people who have several, read from a passport, to every other
/// picture. A portrait that is not found is a non-match.
pub(super) fn measure(
    vision: &BoundedVision,
    path: &Path,
    folder: &Folder,
    looks: &[Look],
    threads: usize,
) -> anyhow::Result<Scores> {
    let known: Vec<usize> = (0..looks.len())
        .filter(|at| folder.files[*at].1.identity.is_some())
        .collect();
    let person = |at: usize| folder.files[at].1.identity;
    let several = known.iter().copied().filter(|at| {
        let same = known.iter().filter(|other| person(**other) == person(*at));
        same.count() > 1
    });
    let work = |at: usize| {
        let file = path.join(&folder.files[at].0);
        anyhow::Ok((at, printed(vision, &file, looks[at].face(), at as u64)?))
    };
    let mut scores = Scores::default();
    batch::try_run(several, threads, work, |(at, portrait)| {
        for &other in known.iter().filter(|other| **other != at) {
            let selfie = looks[other].face();
            let score = portrait.as_ref().zip(selfie).map(|(a, b)| cosine(a, b));
            scores.add(score, person(at) == person(other));
        }
    })?;
    Ok(scores)
}

/// The portrait of a passport with this picture, as it is found on the page.
fn printed(
    vision: &BoundedVision,
    file: &Path,
    face: Option<&Face>,
    seed: u64,
) -> anyhow::Result<Option<Face>> {
    // What cannot be read cannot be printed.
    let Ok(file) = pictures::read_file(file) else {
        return Ok(None);
    };
    let Ok(picture) = vision.decode(&file) else {
        return Ok(None);
    };
    let portrait = Portrait {
        picture: picture.into_pixels(),
        face: face.map(|face| FaceBox {
            left: face.bounds.x,
            top: face.bounds.y,
            width: face.bounds.width,
            height: face.bounds.height,
        }),
    };
    let specimen = specimen::generate(&Request {
        kind: Kind::Passport,
        portrait: Some(portrait),
        seed,
        expired: false,
        degrade: vec![Degradation::Handheld],
        today: DRAWN_ON,
    })?;
    let seen = vision.document(&specimen.front_jpeg()?, DocumentOptions::default())?;
    Ok(checks::portrait(&seen.observation).cloned())
}
