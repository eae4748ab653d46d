use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use checks::{Day, Reading};
use clap::{Args, ValueEnum};
use image::RgbImage;
use observation::Outline;
use serde_json::{Map, Value, json};
use store::ObservationKind;
use verification::{Limits, Observer};
use vision::outline::straightened;
use vision::{DocumentOptions, Seen, Vision};

use crate::arguments::ModelArguments;
use crate::pictures::{self, Failure, read_file};
use crate::{batch, output};

/// Every key of the answer that a reading fills; all null where there is none.
const KEYS: [&str; 17] = [
    "type",
    "issuing_country",
    "nationality",
    "number",
    "first_name",
    "last_name",
    "sex",
    "address",
    "dob",
    "expiration_date",
    "issued_date",
    "mrz",
    "barcode",
    "faces",
    "quality",
    "authenticity",
    "timings_ms",
];

/// Around a straightened document, as a share of its shorter side.
const STRAIGHTENED_PADDING: f32 = 0.03;

#[derive(Args, Debug)]
pub(crate) struct Read {
    /// Pictures; with --batch and none, one path a line on standard input.
    images: Vec<PathBuf>,
    /// The other side of the document.
    #[arg(long, value_name = "IMAGE", conflicts_with = "batch")]
    back: Option<PathBuf>,
    /// Many independent pictures: one JSON line each, in input order.
    #[arg(long)]
    batch: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
    /// Read this alone, which is quicker: what only print, a barcode or a face would tell is missing.
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
    /// Write the document alone to this file, as if photographed from straight above: PNG or JPEG, by
    /// its ending.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["batch", "only"])]
    straightened: Option<PathBuf>,
    /// Where relative paths start.
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Threads; all cores by default.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    #[command(flatten)]
    models: ModelArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The machine readable zone.
    Mrz,
}

struct Reader {
    vision: Arc<Vision>,
    observer: Observer,
    only: Option<Part>,
    base: PathBuf,
    today: Day,
}

impl Read {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        if !self.batch && self.images.len() != 1 {
            output::note("error: read takes one IMAGE, or --batch with any number of them");
            return Ok(ExitCode::from(2));
        }
        let vision = Arc::new(self.models.load()?);
        let threads = batch::threads(self.threads);
        let reader = Reader {
            observer: Observer::new(Arc::<Vision>::clone(&vision), Limits::for_jobs(threads)),
            vision,
            only: self.only,
            base: self.base.unwrap_or_default(),
            today: pictures::day(pictures::today()),
        };
        if self.batch {
            run_batch(&reader, self.images, threads);
            return Ok(ExitCode::SUCCESS);
        }
        let front = &self.images[0];
        let answer = reader.read(front, self.back.as_deref());
        if let (Some(path), Ok(answer)) = (&self.straightened, &answer) {
            write_straightened(path, answer)?;
        }
        if self.json {
            output::json(&shown(front, &answer))?;
        }
        match answer {
            Err(failure) if self.json => {
                output::note(&format!("bonafide: {}: {failure}", front.display()));
                Ok(ExitCode::FAILURE)
            }
            Err(failure) => anyhow::bail!("{}: {failure}", front.display()),
            Ok(answer) => {
                if !self.json {
                    print(&answer);
                }
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

fn run_batch(reader: &Reader, images: Vec<PathBuf>, threads: usize) {
    let work = |path: PathBuf| shown(&path, &reader.read(&path, None)).to_string();
    if images.is_empty() {
        let lines = batch::input_lines();
        let paths = lines
            .filter(|line| !line.trim().is_empty())
            .map(PathBuf::from);
        batch::run(paths, threads, work, |line| output::line(&line));
    } else {
        batch::run(images.into_iter(), threads, work, |line| {
            output::line(&line);
        });
    }
}

struct Answer {
    reading: Reading,
    /// The front's picture, upright, and where the document lies in it.
    picture: RgbImage,
    outline: Option<Outline>,
    timings: Value,
}

impl Reader {
    fn read(&self, front: &Path, back: Option<&Path>) -> Result<Answer, Failure> {
        let front = self.look(front)?;
        let back = back.map(|path| self.look(path)).transpose()?;
        let mut timings = Map::new();
        for (stage, milliseconds) in &front.timings.0 {
            timings.insert((*stage).to_owned(), json!(round(*milliseconds)));
        }
        let other = back.as_ref().map_or(0.0, |seen| seen.timings.total());
        timings.insert(
            "total".to_owned(),
            json!(round(front.timings.total() + other)),
        );
        let back = back.map(|seen| seen.observation);
        let Seen {
            observation,
            picture,
            ..
        } = front;
        let reading = checks::read(&observation, back.as_ref(), self.today);
        Ok(Answer {
            reading,
            picture,
            outline: observation.outline,
            timings: Value::Object(timings),
        })
    }

    fn look(&self, path: &Path) -> Result<Seen<observation::DocumentObservation>, Failure> {
        let file = read_file(&self.base.join(path))?;
        let options = match self.only {
            Some(Part::Mrz) => DocumentOptions {
                faces: false,
                print: false,
            },
            None => DocumentOptions::default(),
        };
        let look = || self.vision.document(&file, options);
        Ok(self.observer.command(ObservationKind::Document, look)?)
    }
}

fn write_straightened(path: &Path, answer: &Answer) -> anyhow::Result<()> {
    let outline = answer.outline.as_ref();
    let page = outline
        .and_then(|outline| straightened(&answer.picture, &outline.corners, STRAIGHTENED_PADDING));
    let Some(page) = page else {
        output::note("no document's edges were found: nothing is straightened");
        return Ok(());
    };
    page.save(path)
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn round(milliseconds: f64) -> f64 {
    (milliseconds * 10.0).round() / 10.0
}

/// The answer with every key present.
fn shown(path: &Path, answer: &Result<Answer, Failure>) -> Value {
    let mut object = Map::new();
    for key in KEYS {
        object.insert(key.to_owned(), Value::Null);
    }
    object.insert("file".to_owned(), json!(path.to_string_lossy()));
    object.insert("error".to_owned(), json!(answer.as_ref().err()));
    if let Ok(answer) = answer {
        if let Ok(Value::Object(reading)) = serde_json::to_value(&answer.reading) {
            object.extend(reading);
        }
        object.insert("timings_ms".to_owned(), answer.timings.clone());
    }
    Value::Object(object)
}

/// What a person at the terminal wants to know.
fn print(answer: &Answer) {
    let Ok(Value::Object(reading)) = serde_json::to_value(&answer.reading) else {
        return;
    };
    for key in KEYS
        .iter()
        .filter(|key| !matches!(**key, "mrz" | "timings_ms" | "quality"))
    {
        match reading.get(*key) {
            None | Some(Value::Null) => {}
            Some(Value::String(text)) => output::line(&format!("{key:<16} {text}")),
            Some(value) => output::line(&format!("{key:<16} {value}")),
        }
    }
    let mrz = reading.get("mrz").filter(|mrz| !mrz.is_null());
    let Some(mrz) = mrz else {
        output::line("no machine readable zone");
        return;
    };
    for line in mrz["lines"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        output::line(&format!("{:<16} {line}", "mrz"));
    }
    let valid = if mrz["valid"] == json!(true) {
        "hold"
    } else {
        "do not hold"
    };
    output::line(&format!("{:<16} {valid}", "check digits"));
}
