//! What can be asked for on the command line, and measuring it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bonafide::arguments::ModelArguments;
use bonafide::output;
use clap::{Parser, ValueEnum};
use serde_json::{Map, Value};

use crate::{
    accuracy, api, bare, liveness, memory, rows, scaling, submission, verification, webhooks,
};

/// Measures what Bonafide does on this machine.
#[derive(Debug, Parser)]
#[command(name = "bonafide-bench", version)]
pub(crate) struct Bench {
    /// What to measure; all but `rows`, `accuracy` and `liveness` unless told.
    #[arg(value_enum)]
    parts: Vec<Part>,
    /// Verifications to time.
    #[arg(long, default_value_t = 10)]
    rounds: u32,
    /// Sessions in the larger database of `rows`.
    #[arg(long, default_value_t = 100_000)]
    rows: u32,
    /// Specimens of each kind for `accuracy`.
    #[arg(long, default_value_t = 100)]
    specimens: u64,
    /// Of each kind for `accuracy`, under each harder condition and with each forgery; a quarter of
    /// `--specimens` unless told.
    #[arg(long, value_name = "N")]
    harder: Option<u64>,
    /// Of each kind for `accuracy`, with one field of their zone or barcode changed after the other, and all
    /// that another's says; with them the documents of each `--folder`. 0 for none.
    #[arg(long, default_value_t = 0, value_name = "N")]
    altered: u64,
    /// Folder of pictures with a manifest.json, or of people with a pairs.csv, for `accuracy` and
    /// `liveness`; may be given again.
    #[arg(long, value_name = "DIR")]
    folder: Vec<PathBuf>,
    /// Attempts of each kind for `liveness`.
    #[arg(long, default_value_t = 200)]
    attempts: u64,
    /// Take the seeds that thresholds of `liveness` were set by, not those kept for testing.
    #[arg(long)]
    development: bool,
    /// Of what is tried for `liveness`, that alone whose name this is; may be given again.
    #[arg(long, value_name = "NAME")]
    species: Vec<String>,
    /// Where `accuracy` or `liveness` writes its card: docs/accuracy.md, docs/liveness.md.
    #[arg(long, value_name = "FILE")]
    card: Option<PathBuf>,
    /// Where `accuracy` writes which cosine of two faces stands for which false match rate, as measured on
    /// the folder of people.
    #[arg(long, value_name = "FILE")]
    calibration: Option<PathBuf>,
    /// Threads of `accuracy` and `liveness`. Times are those of one core only with one.
    #[arg(long, default_value_t = 1, value_name = "N")]
    threads: usize,
    /// Database of `rows`, which has to be empty; by default a file that goes afterwards.
    #[arg(
        long,
        env = "BONAFIDE_BENCH_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    database_url: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    /// Serve the bare handler of `api` on this folder.
    #[arg(long, hide = true, value_name = "DIR")]
    bare: Option<PathBuf>,
    /// Verify this often with nothing around it, for `scaling`.
    #[arg(long, hide = true, value_name = "COUNT")]
    bare_verifications: Option<u64>,
    #[command(flatten)]
    models: ModelArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// From starting a server on an empty folder to its being ready.
    Start,
    /// A verification on one core.
    Verification,
    /// From a submission to its verdict, where the pictures were looked at when they were handed in.
    Submission,
    /// Sessions created, retrieved and listed a second, beside a bare handler.
    Api,
    /// Webhooks delivered a second.
    Webhooks,
    /// Resident memory, idle and under uploads.
    Memory,
    /// What a second worker adds, beside a second process of nothing but inference.
    Scaling,
    /// Lists of a small and of a large database.
    Rows,
    /// How often documents are read right, and people told apart.
    Accuracy,
    /// How often simulated people and attacks pass a challenge.
    Liveness,
}

impl Part {
    const BY_DEFAULT: [Self; 7] = [
        Self::Start,
        Self::Verification,
        Self::Submission,
        Self::Api,
        Self::Webhooks,
        Self::Memory,
        Self::Scaling,
    ];
}

impl Bench {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        if let Some(folder) = &self.bare {
            // As many threads as a server has.
            let runtime = tokio::runtime::Runtime::new()?;
            runtime.block_on(bare::serve(folder))?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(count) = self.bare_verifications {
            verification::bare(&self.models, count)?;
            return Ok(ExitCode::SUCCESS);
        }
        // The load generator takes one thread at most.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let parts = if self.parts.is_empty() {
            Part::BY_DEFAULT.to_vec()
        } else {
            self.parts.clone()
        };
        if self.json {
            output::to_stderr();
        }
        let mut found = Map::new();
        for part in parts {
            let seen = match part {
                Part::Start => verification::start(&self.models)?,
                Part::Verification => verification::measure(&self.models, self.rounds)?,
                Part::Submission => {
                    runtime.block_on(submission::measure(&self.models, self.rounds))?
                }
                Part::Api => runtime.block_on(api::measure(&self.models))?,
                Part::Webhooks => runtime.block_on(webhooks::measure(&self.models))?,
                Part::Memory => runtime.block_on(memory::measure(&self.models))?,
                Part::Scaling => runtime.block_on(scaling::measure(&self.models))?,
                Part::Accuracy => accuracy::measure(
                    &self.models,
                    &accuracy::AccuracySettings {
                        specimens: self.specimens,
                        harder: self.harder.unwrap_or(self.specimens / 4),
                        altered: self.altered,
                        folders: &self.folder,
                        card: self.card("docs/accuracy.md"),
                        calibration: self.calibration.as_deref(),
                        threads: self.threads.max(1),
                    },
                )?,
                Part::Liveness => liveness::measure(
                    &self.models,
                    &liveness::LivenessSettings {
                        attempts: self.attempts,
                        development: self.development,
                        species: &self.species,
                        folders: &self.folder,
                        card: self.card("docs/liveness.md"),
                        threads: self.threads.max(1),
                    },
                )?,
                Part::Rows => {
                    let url = self.database_url.as_deref();
                    runtime.block_on(rows::measure(url, i64::from(self.rows)))?
                }
            };
            let name = part.to_possible_value();
            let name = name.map_or_else(String::new, |name| name.get_name().to_owned());
            found.insert(name, seen);
        }
        let failed = found.values().any(|seen| {
            seen["grew_too_much"]
                .as_array()
                .is_some_and(|grew| !grew.is_empty())
        });
        if self.json {
            output::json(&Value::Object(found))?;
        }
        Ok(if failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }
}

impl Bench {
    fn card<'a>(&'a self, by_default: &'a str) -> &'a Path {
        self.card.as_deref().unwrap_or(Path::new(by_default))
    }
}
