use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::Context as _;
use clap::Args;
use identity::{DocumentType, Mode};
use jiff::civil::date;
use jobs::{Asked, Pictures, verify_pictures};
use specimen::{Degradation, Kind, Request};
use vision::{Options, Vision};

use crate::arguments::ModelArguments;
use crate::{output, pictures};

const STARTS: usize = 3;
/// How the specimens are photographed.
const LONG_SIDE: u32 = 1600;
const DRAWN_ON: jiff::civil::Date = date(2026, 1, 1);

#[derive(Args, Debug)]
pub(crate) struct Bench {
    /// Verifications to time.
    #[arg(long, default_value_t = 10)]
    rounds: u32,
    #[command(flatten)]
    models: ModelArguments,
}

impl Bench {
    /// Times what a person waits for, on one thread, with pictures drawn here.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let models_dir = self.models.folder();
        let mut starts = Vec::new();
        for _ in 0..STARTS {
            starts.push(start_to_ready(&models_dir)?);
        }
        starts.sort_unstable();
        let (quickest, slowest) = (starts[0], starts[STARTS - 1]);
        output::line(&format!(
            "start to ready, of {STARTS} starts: quickest {quickest} ms, slowest {slowest} ms"
        ));
        let vision = Vision::load(&models_dir, Options::default())?;
        let asked = Asked {
            mode: Mode::Test,
            today: pictures::day(DRAWN_ON),
            allowed_types: DocumentType::ALL.to_vec(),
            matching_selfie: true,
            declared_type: None,
        };
        let rounds = u64::from(self.rounds.max(1));
        // Models and memory are warm once something was verified.
        verify_pictures(&vision, &pictures_of(rounds)?, &asked);
        let mut times = Vec::new();
        for seed in 1..=rounds {
            let pictures = pictures_of(seed)?;
            let started = Instant::now();
            verify_pictures(&vision, &pictures, &asked);
            times.push(millis(started));
        }
        times.sort_unstable();
        let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
        output::line(&format!(
            "verification of {rounds} different passports with selfies, pictures of {LONG_SIDE} \
             pixels on the long side, one core: median {median} ms, longest {longest} ms"
        ));
        Ok(ExitCode::SUCCESS)
    }
}

/// Milliseconds from starting a server on an empty folder to its `ready` line.
fn start_to_ready(models_dir: &Path) -> anyhow::Result<u128> {
    let folder = std::env::temp_dir().join(format!("bonafide-bench-{}", std::process::id()));
    let started = Instant::now();
    let mut server = Command::new(std::env::current_exe()?)
        .args(["serve", "--json", "--listen", "127.0.0.1:0", "--data-dir"])
        .arg(&folder)
        .arg("--models-dir")
        .arg(models_dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("a server cannot be started")?;
    let mut line = String::new();
    if let Some(out) = server.stdout.take() {
        BufReader::new(out).read_line(&mut line)?;
    }
    let elapsed = millis(started);
    server.kill()?;
    server.wait()?;
    std::fs::remove_dir_all(&folder)?;
    anyhow::ensure!(
        line.contains("\"ready\""),
        "the server did not become ready"
    );
    Ok(elapsed)
}

/// A passport and a selfie, the same for the same seed.
fn pictures_of(seed: u64) -> anyhow::Result<Pictures> {
    Ok(Pictures {
        front: front(seed)?,
        back: None,
        // A drawn face stands in for the selfie: what is timed does not depend on whose it is.
        selfies: vec![front(seed + 1)?],
    })
}

fn front(seed: u64) -> anyhow::Result<Vec<u8>> {
    let specimen = specimen::generate(&Request {
        kind: Kind::Passport,
        portrait: None,
        seed,
        expired: false,
        degrade: vec![Degradation::Handheld],
        today: DRAWN_ON,
    })?;
    Ok(specimen.front_jpeg()?)
}

fn millis(since: Instant) -> u128 {
    since.elapsed().as_millis()
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
