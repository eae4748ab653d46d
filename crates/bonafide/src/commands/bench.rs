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
        let pictures = Pictures {
            front: front(1)?,
            back: None,
            // A drawn face stands in for the selfie: what is timed does not depend on whose it is.
            selfies: vec![front(2)?],
        };
        let asked = Asked {
            mode: Mode::Test,
            today: pictures::day(DRAWN_ON),
            allowed_types: DocumentType::ALL.to_vec(),
            matching_selfie: true,
            declared_type: None,
        };
        verify_pictures(&vision, &pictures, &asked);
        let mut times = Vec::new();
        for _ in 0..self.rounds.max(1) {
            let started = Instant::now();
            verify_pictures(&vision, &pictures, &asked);
            times.push(millis(started));
        }
        times.sort_unstable();
        let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
        output::line(&format!(
            "verification, document of 1,500 pixels and selfie, one core: median {median} ms, \
             longest {longest} ms of {}",
            times.len()
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
