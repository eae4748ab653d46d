use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use clap::Args;
use observation::Face;
use serde_json::{Value, json};
use vision::Vision;

use crate::arguments::ModelArguments;
use crate::pictures::{Failure, read_file};
use crate::{batch, output};

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
        let comparer = Comparer {
            vision: self.models.load()?,
            base: self.base.unwrap_or_default(),
            kept: Mutex::new(Vec::new()),
        };
        if self.batch {
            let threads = batch::threads(self.threads);
            let rows = pairs(batch::input_lines());
            let work = |(a, b): (String, String)| comparer.compare(&a, &b).shown.to_string();
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

/// The pairs of a CSV: a header is passed over, further columns are ignored.
fn pairs(lines: impl Iterator<Item = String>) -> impl Iterator<Item = (String, String)> {
    lines
        .enumerate()
        .filter(|(index, line)| {
            let header = *index == 0
                && line
                    .trim_start_matches('\u{feff}')
                    .starts_with("file_a,file_b");
            !header && !line.trim().is_empty()
        })
        .map(|(_, line)| {
            let mut cells = cells(&line).into_iter();
            (
                cells.next().unwrap_or_default(),
                cells.next().unwrap_or_default(),
            )
        })
}

/// The cells of one CSV row (RFC 4180): quotes around a cell, doubled inside.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = row.chars().peekable();
    while let Some(character) = characters.next() {
        let last = cells.len() - 1;
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cells[last].push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells[last].push(other),
        }
    }
    cells
}

type Found = Result<Arc<Vec<Face>>, Failure>;

struct Comparer {
    vision: Vision,
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
            .map(|found| found.as_ref().ok().map(|faces| faces.len()));
        let threshold = vision::faces::SAME_PERSON;
        let similarity = match &found {
            [Ok(a), Ok(b)] => similarity(a, b),
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
        Ok(Arc::new(self.vision.faces(&file)?))
    }
}

/// The cosine of the largest faces.
fn similarity(a: &[Face], b: &[Face]) -> Option<f64> {
    let (a, b) = (a.first()?, b.first()?);
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
        Ok(faces) if faces.is_empty() => Some(Failure {
            code: "no_face",
            reason: format!("{path}: there is no face in it"),
        }),
        Ok(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_two_paths_and_anything() {
        let csv = [
            "file_a,file_b,same",
            "a.jpg,b.jpg,1",
            "\"c,1.jpg\",d.jpg",
            "",
            "e.jpg",
        ];
        let read: Vec<_> = pairs(csv.iter().map(|line| (*line).to_owned())).collect();
        let expected = [("a.jpg", "b.jpg"), ("c,1.jpg", "d.jpg"), ("e.jpg", "")];
        assert_eq!(read, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }
}
