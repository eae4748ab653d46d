use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use checks::Policy;
use clap::Args;
use observation::Face;
use serde_json::{Value, json};
use store::ObservationKind;
use verification::{Limits, Observer};
use vision::Vision;

use crate::arguments::ModelArguments;
use crate::pairs::Pair;
use crate::pictures::{Failure, read_file};
use crate::{batch, output, pairs};

/// Pictures whose faces are kept while a batch runs: pairs often share a picture.
const KEPT: usize = 256;

#[derive(Args, Debug)]
pub(crate) struct Faces {
    /// Two pictures.
    images: Vec<PathBuf>,
    /// Many independent pairs: CSV on standard input, two paths a row; one JSON line each.
    #[arg(long)]
    batch: bool,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
    /// Where relative paths start.
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Threads; all cores by default.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    #[command(flatten)]
    models: ModelArguments,
}

impl Faces {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let expected = if self.batch { 0 } else { 2 };
        if self.images.len() != expected {
            output::note("error: faces takes two IMAGEs, or --batch and pairs on standard input");
            return Ok(ExitCode::from(2));
        }
        let vision = Arc::new(self.models.load()?);
        let threads = batch::threads(self.threads);
        let comparer = Comparer {
            observer: Observer::new(Arc::<Vision>::clone(&vision), Limits::for_jobs(threads)),
            vision,
            base: self.base.unwrap_or_default(),
            kept: Mutex::new(Vec::new()),
        };
        if self.batch {
            let rows = pairs::rows(batch::input_lines());
            let work = |pair: Pair| comparer.compare(&pair.a, &pair.b).shown.to_string();
            batch::run(rows, threads, work, |line| output::line(&line));
            return Ok(ExitCode::SUCCESS);
        }
        let [a, b] = [&self.images[0], &self.images[1]].map(|path| path.to_string_lossy());
        let comparison = comparer.compare(&a, &b);
        if self.json {
            output::json(&comparison.shown)?;
        } else if let Some(similarity) = comparison.shown["similarity"].as_f64() {
            let verdict = if comparison.shown["match"] == json!(true) {
                ""
            } else {
                "no "
            };
            output::line(&format!("{verdict}match, similarity {similarity:.3}"));
        } else if comparison.readable {
            output::line("no match: there is no face in one of the pictures");
        }
        if comparison.readable {
            return Ok(ExitCode::SUCCESS);
        }
        let reason = comparison.shown["error"]["reason"]
            .as_str()
            .unwrap_or_default();
        output::note(&format!("bonafide: {reason}"));
        Ok(ExitCode::FAILURE)
    }
}

/// The largest face, and how many there are.
type Found = Result<Arc<(Option<Face>, usize)>, Failure>;

struct Comparer {
    vision: Arc<Vision>,
    observer: Observer,
    base: PathBuf,
    kept: Mutex<Vec<(String, Found)>>,
}

struct Comparison {
    shown: Value,
    readable: bool,
}

impl Comparer {
    fn compare(&self, a: &str, b: &str) -> Comparison {
        let found = [self.faces(a), self.faces(b)];
        let counts = found
            .each_ref()
            .map(|found| found.as_ref().ok().map(|found| found.1));
        let threshold = Policy::shipped().thresholds.face_match();
        let similarity = match &found {
            [Ok(a), Ok(b)] => similarity(a.0.as_ref(), b.0.as_ref()),
            _ => None,
        };
        let error = found
            .iter()
            .zip([a, b])
            .find_map(|(found, path)| problem(path, found))
            .map(|failure| json!(failure));
        let shown = json!({
            "file_a": a,
            "file_b": b,
            "similarity": similarity,
            "match": similarity.is_some_and(|similarity| similarity >= f64::from(threshold)),
            "threshold": f64::from(threshold),
            "faces": counts,
            "error": error,
        });
        Comparison {
            shown,
            readable: found.iter().all(Result::is_ok),
        }
    }

    fn faces(&self, path: &str) -> Found {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.iter().find(|(name, _)| name == path) {
            return found.clone();
        }
        drop(kept);
        let found = self.look(Path::new(path));
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() == KEPT {
            drop(kept.remove(0));
        }
        kept.push((path.to_owned(), found.clone()));
        found
    }

    fn look(&self, path: &Path) -> Found {
        let file = read_file(&self.base.join(path))?;
        let look = || self.vision.largest_face(&file);
        let found = self.observer.command(ObservationKind::Selfie, look)?;
        Ok(Arc::new(found))
    }
}

/// The cosine of two faces.
fn similarity(a: Option<&Face>, b: Option<&Face>) -> Option<f64> {
    let (a, b) = (a?, b?);
    let products = a
        .embedding
        .iter()
        .zip(&b.embedding)
        .map(|(a, b)| f64::from(*a) * f64::from(*b));
    Some(products.sum())
}

/// What the answer's `error` says of one picture: unreadable files go before faceless ones.
fn problem(path: &str, found: &Found) -> Option<Failure> {
    match found {
        Err(failure) => Some(Failure {
            code: failure.code,
            reason: format!("{path}: {failure}"),
        }),
        Ok(found) if found.0.is_none() => Some(Failure {
            code: "no_face",
            reason: format!("{path}: there is no face in it"),
        }),
        Ok(_) => None,
    }
}
