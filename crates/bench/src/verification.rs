//! What a person waits for, on one thread, with pictures drawn here.

use std::sync::Arc;
use std::time::Instant;

use anyhow::Context as _;
use bonafide::arguments::ModelArguments;
use bonafide::{output, pictures};
use checks::Policy;
use identity::{DocumentType, LivenessLevel, Mode};
use jiff::civil::date;
use serde_json::{Value, json};
use specimen::{Degradation, Kind, Request, Specimen};
use verification::{Limits, Observer, Pictures, VerificationRequest};

use crate::server::Server;

const STARTS: usize = 3;
/// How the specimens are photographed.
const LONG_SIDE: u32 = 1600;
const DRAWN_ON: jiff::civil::Date = date(2026, 1, 1);

/// Times starts on empty folders.
pub(crate) fn start(models: &ModelArguments) -> anyhow::Result<Value> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        starts.push(Server::bonafide(models, &[])?.started_in.as_millis());
    }
    starts.sort_unstable();
    let (quickest, slowest) = (starts[0], starts[STARTS - 1]);
    output::line(&format!(
        "start to ready, of {STARTS} starts: quickest {quickest} ms, slowest {slowest} ms"
    ));
    Ok(json!({"quickest_ms": quickest, "slowest_ms": slowest}))
}

/// Times verifications.
pub(crate) fn measure(models: &ModelArguments, rounds: u32) -> anyhow::Result<Value> {
    let observer = Observer::new(Arc::new(models.load()?), Limits::default());
    let asked = asked();
    let rounds = u64::from(rounds.max(1));
    // Models and memory are warm once something was verified.
    observer.verify(&pictures_of(rounds)?, &asked, Policy::shipped());
    let mut times = Vec::new();
    for seed in 1..=rounds {
        let pictures = pictures_of(seed)?;
        let started = Instant::now();
        observer.verify(&pictures, &asked, Policy::shipped());
        times.push(started.elapsed().as_millis());
    }
    times.sort_unstable();
    let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
    output::line(&format!(
        "verification of {rounds} different passports with selfies, pictures of {LONG_SIDE} \
         pixels on the long side, one core: median {median} ms, longest {longest} ms"
    ));
    Ok(json!({"median_ms": median, "longest_ms": longest}))
}

/// Verifies passports alone, one after the other, as a process of nothing but inference; prints
/// how many a second.
pub(crate) fn bare(models: &ModelArguments, rounds: u64) -> anyhow::Result<()> {
    let observer = Observer::new(Arc::new(models.load()?), Limits::default());
    let asked = VerificationRequest {
        matching_selfie: false,
        ..asked()
    };
    let fronts: Vec<_> = (0..=rounds).map(front).collect::<Result<_, _>>()?;
    let mut started = Instant::now();
    for (number, front) in fronts.into_iter().enumerate() {
        let pictures = Pictures {
            front,
            back: None,
            selfies: Vec::new(),
            recording: Vec::new(),
        };
        observer.verify(&pictures, &asked, Policy::shipped());
        if number == 0 {
            // The first warms models and memory.
            started = Instant::now();
        }
    }
    let rate = rounds as f64 / started.elapsed().as_secs_f64();
    output::json(&json!({"per_second": rate}))
}

fn asked() -> VerificationRequest {
    VerificationRequest {
        mode: Mode::Test,
        today: pictures::day(DRAWN_ON),
        allowed_types: DocumentType::ALL.to_vec(),
        matching_selfie: true,
        declared_type: None,
        liveness: LivenessLevel::None,
        answer: None,
        virtual_camera: None,
        earlier_faces: Vec::new(),
    }
}

/// A passport and a selfie, the same for the same seed.
fn pictures_of(seed: u64) -> anyhow::Result<Pictures> {
    Ok(Pictures {
        front: front(seed)?,
        back: None,
        // A drawn face stands in for the selfie: what is timed does not depend on whose it is.
        selfies: vec![front(seed + 1)?],
        recording: Vec::new(),
    })
}

/// A passport, photographed by hand.
pub(crate) fn front(seed: u64) -> anyhow::Result<Vec<u8>> {
    Ok(drawn(Kind::Passport, seed)?.front_jpeg()?)
}

/// Both sides of a driving licence, photographed by hand.
pub(crate) fn card(seed: u64) -> anyhow::Result<(Vec<u8>, Vec<u8>)> {
    let specimen = drawn(Kind::DrivingLicense, seed)?;
    let back = specimen.back_jpeg()?.context("a licence has a back")?;
    Ok((specimen.front_jpeg()?, back))
}

fn drawn(kind: Kind, seed: u64) -> anyhow::Result<Specimen> {
    Ok(specimen::generate(&Request {
        kind,
        portrait: None,
        seed,
        expired: false,
        degrade: vec![Degradation::Handheld],
        today: DRAWN_ON,
    })?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_as_large_as_said_and_drawn_again_the_same() {
        let pictures = pictures_of(7).unwrap();
        for picture in [&pictures.front, &pictures.selfies[0]] {
            let decoded = image::load_from_memory(picture).unwrap();
            assert_eq!(decoded.width().max(decoded.height()), LONG_SIDE);
        }
        assert_eq!(pictures.front, front(7).unwrap());
        assert_ne!(pictures.front, front(8).unwrap());
    }
}
