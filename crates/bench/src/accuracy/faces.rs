//! How often faces are found and told apart, on folders of people's pictures.

mod calibration;
mod folder;
mod posed;
mod printed;
mod roc;
mod shown;
mod tail;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use bonafide::{batch, pictures};
use checks::{Advice, Policy};
use observation::Face;

use super::rate::Rate;
use crate::bounded_vision::BoundedVision;
use calibration::{Calibration, Impostors};
pub(crate) use folder::is_of_people;
use folder::{Folder, Truth};
use posed::Posed;
use roc::{Point, Scores};
pub(super) use shown::{json, write, write_simulated};

/// The false match rates that thresholds are given for.
const FALSE_MATCH_RATES: [f64; 3] = [1e-2, 1e-3, 1e-4];
/// The one at which groups are told apart.
const GROUP_RATE: f64 = 1e-3;

/// What came of a folder.
pub(super) struct Faces {
    pub(super) name: String,
    /// The given pairs at the shipped threshold. A missing face is a non-match.
    given: Point,
    /// Of pictures with an identity, those in which no face was found.
    failures_to_enrol: Rate,
    /// Of all pairs of pictures with an identity: at the shipped threshold, then one of each rate.
    cross: Vec<(Option<f64>, Point)>,
    /// The pairs of `cross`, compared by the pipeline that the networks' publishers describe.
    published: Vec<(Option<f64>, Point)>,
    /// How much each pose costs both pipelines.
    posed: Vec<Posed>,
    /// Pairs of pictures of people of one group, by group, all at one threshold.
    groups: BTreeMap<String, Point>,
    /// From passports to pictures, at the shipped threshold and at that for [`GROUP_RATE`].
    printed: Vec<Point>,
    calibration: Option<Calibration>,
    /// As many faces as the picture shows; the same give or take one.
    counted: Rate,
    nearly_counted: Rate,
    /// Pictures without a face in which none was found, and broken files that were refused.
    empty: Rate,
    refused: Rate,
    /// What did not come out as it is: file, and what came.
    missed: Vec<(String, String)>,
    /// Pictures of a known person that would be asked for again as selfies, and why.
    asked_again: Rate,
    reasons: BTreeMap<&'static str, u64>,
    times: Times,
}

/// Milliseconds, decoding included, in ascending order.
#[derive(Default)]
struct Times {
    pictures: Vec<f64>,
    comparisons: Vec<f64>,
}

/// What was seen in a picture.
struct Look {
    /// The largest face, and how many there are; or the code of an error.
    found: Result<(Option<Face>, usize), &'static str>,
    /// The vector that the networks' publishers' pipeline has for it.
    published: Option<Vec<f32>>,
    milliseconds: f64,
}

impl Look {
    fn face(&self) -> Option<&Face> {
        self.found.as_ref().ok()?.0.as_ref()
    }
}

pub(super) fn measure(
    vision: &BoundedVision,
    path: &Path,
    threads: usize,
) -> anyhow::Result<Faces> {
    let folder = Folder::read(path)?;
    let mut looks = Vec::with_capacity(folder.files.len());
    let work = |(file, _): &(String, Truth)| look(vision, &path.join(file));
    batch::run(folder.files.iter(), threads, work, |look| looks.push(look));
    let printed = printed::measure(vision, path, &folder, &looks, threads)?;
    let advised = advised(vision, path, &folder, threads);
    let posed = posed::measure(vision, path, &folder, &looks, threads)?;
    let mut faces = Faces::of(folder, &looks, &printed);
    faces.posed = posed;
    for advice in advised {
        faces.asked_again.add(advice.is_some());
        if let Some(code) = advice {
            *faces.reasons.entry(code).or_default() += 1;
        }
    }
    Ok(faces)
}

/// What would be wrong with the pictures of known people as selfies, by the advice's code.
fn advised(
    vision: &BoundedVision,
    path: &Path,
    folder: &Folder,
    threads: usize,
) -> Vec<Option<&'static str>> {
    let mut advised = Vec::new();
    let known = folder.files.iter().filter(|file| file.1.identity.is_some());
    let work = |(file, _): &(String, Truth)| {
        let seen = vision.selfie(&pictures::read_file(&path.join(file)).ok()?);
        Some(checks::selfie_advice(&seen.ok()?.observation).map(Advice::as_str))
    };
    batch::run(known, threads, work, |advice| advised.extend(advice));
    advised
}

fn look(vision: &BoundedVision, path: &Path) -> Look {
    let started = Instant::now();
    match pictures::read_file(path) {
        Ok(file) => look_at(vision, &file),
        Err(failure) => Look {
            found: Err(failure.code),
            published: None,
            milliseconds: 1000.0 * started.elapsed().as_secs_f64(),
        },
    }
}

fn look_at(vision: &BoundedVision, file: &[u8]) -> Look {
    let started = Instant::now();
    let found = vision
        .largest_face(file)
        .map_err(|error| pictures::Failure::from(error).code);
    let milliseconds = 1000.0 * started.elapsed().as_secs_f64();
    Look {
        found,
        published: vision.published_face(file).ok().flatten(),
        milliseconds,
    }
}

impl Faces {
    fn of(folder: Folder, looks: &[Look], printed: &Scores) -> Self {
        let mut given = Scores::default();
        let mut different = Rate::default();
        let mut times = Times::default();
        let threshold = Policy::shipped().thresholds.face_match();
        for &(a, b, same) in &folder.pairs {
            let score = similarity(&looks[a], &looks[b]);
            given.add(score, same);
            if !same {
                different.add(score.is_some_and(|score| score >= threshold));
            }
            let both = looks[a].milliseconds + looks[b].milliseconds;
            times.comparisons.push(both);
        }
        let (all, within, impostors) = cross(&folder.files, looks, similarity);
        let shipped = std::iter::once((None, all.at(threshold)));
        let (published, _, _) = cross(&folder.files, looks, published_look);
        let group_threshold = all.at_false_match_rate(GROUP_RATE);
        let groups = within.into_iter().filter_map(|(group, scores)| {
            let threshold = group_threshold?.threshold;
            Some((group, scores.at(threshold)))
        });
        let printed = std::iter::once(threshold)
            .chain(group_threshold.map(|point| point.threshold))
            .filter(|_| !printed.genuine.is_empty())
            .map(|threshold| printed.at(threshold));
        let mut faces = Self {
            printed: printed.collect(),
            calibration: Calibration::of(&folder.name, &impostors),
            given: Point {
                false_matches: different,
                ..given.at(threshold)
            },
            failures_to_enrol: Rate::default(),
            cross: shipped.chain(at_rates(&all)).collect(),
            published: at_rates(&published).collect(),
            posed: Vec::new(),
            groups: groups.collect(),
            counted: Rate::default(),
            nearly_counted: Rate::default(),
            empty: Rate::default(),
            refused: Rate::default(),
            missed: Vec::new(),
            asked_again: Rate::default(),
            reasons: BTreeMap::new(),
            times,
            name: folder.name,
        };
        for ((file, truth), look) in folder.files.into_iter().zip(looks) {
            faces.add(file, &truth, look);
        }
        faces.times.pictures.sort_by(f64::total_cmp);
        faces.times.comparisons.sort_by(f64::total_cmp);
        faces
    }

    fn add(&mut self, file: String, truth: &Truth, look: &Look) {
        let mut right = true;
        if truth.identity.is_some() {
            let failed = look.face().is_none();
            self.failures_to_enrol.add(failed);
            right &= !failed;
        }
        let count = look.found.as_ref().map_or(0, |found| found.1);
        match truth.faces {
            Some(0) => {
                let none = matches!(look.found, Ok((_, 0)));
                self.empty.add(none);
                right &= none;
            }
            Some(faces) => {
                self.counted.add(count == faces);
                self.nearly_counted.add(count.abs_diff(faces) <= 1);
                right &= count == faces;
            }
            None => {}
        }
        if truth.is_broken {
            self.refused.add(look.found.is_err());
            right &= look.found.is_err();
        } else {
            self.times.pictures.push(look.milliseconds);
        }
        if !right {
            let came = match look.found {
                Ok((_, count)) => format!("{count} found"),
                Err(code) => code.to_owned(),
            };
            self.missed.push((file, came));
        }
    }

    /// A threshold's rates over all pairs, if any were compared.
    fn at_rate(&self, asked: f64) -> Option<&Point> {
        let mut points = self.cross.iter();
        points
            .find(|(rate, _)| *rate == Some(asked))
            .map(|(_, point)| point)
    }

    /// The given pairs of different people that match at the shipped threshold.
    pub(super) fn false_matches(&self) -> Rate {
        self.given.false_matches
    }

    /// For the one line that says how a folder went.
    pub(super) fn summary(&self) -> String {
        let at_rate = self.at_rate(GROUP_RATE);
        format!(
            "{}: false matches {}; false non-matches {}; at a false match rate of {GROUP_RATE} {}",
            self.name,
            self.given.false_matches.shown(),
            self.given.false_non_matches.shown(),
            at_rate.map_or_else(String::new, |point| point.false_non_matches.shown()),
        )
    }

    /// The table of cosines and false match rates as the file it is shipped in.
    pub(super) fn calibration(&self) -> Option<String> {
        self.calibration.as_ref().map(Calibration::toml)
    }

    pub(super) fn missed(&self) -> &[(String, String)] {
        &self.missed
    }
}

/// Where each rate is reached.
fn at_rates(scores: &Scores) -> impl Iterator<Item = (Option<f64>, Point)> {
    FALSE_MATCH_RATES.into_iter().filter_map(|rate| {
        let point = scores.at_false_match_rate(rate)?;
        Some((Some(rate), point))
    })
}

/// All pairs of pictures with an identity; those of them within one group; those of different people.
fn cross(
    files: &[(String, Truth)],
    looks: &[Look],
    compare: impl Fn(&Look, &Look) -> Option<f32>,
) -> (Scores, BTreeMap<String, Scores>, Vec<Impostors>) {
    let mut all = Scores::default();
    let mut groups: BTreeMap<String, Scores> = BTreeMap::new();
    let mut impostors = Vec::new();
    let known: Vec<(usize, &Truth, &Look)> = files
        .iter()
        .zip(looks)
        .filter_map(|((_, truth), look)| Some((truth.identity?, truth, look)))
        .collect();
    for (at, (identity, truth, look)) in known.iter().enumerate() {
        for (other, of, beside) in &known[at + 1..] {
            let (score, same) = (compare(look, beside), identity == other);
            all.add(score, same);
            if let Some(group) = truth.group.as_ref().filter(|_| truth.group == of.group) {
                groups.entry(group.clone()).or_default().add(score, same);
            }
            impostors.extend(score.filter(|_| !same).map(|score| Impostors {
                cosine: f64::from(score),
                people: [*identity, *other],
            }));
        }
    }
    (all, groups, impostors)
}

fn similarity(a: &Look, b: &Look) -> Option<f32> {
    Some(cosine(a.face()?, b.face()?))
}

fn published_look(a: &Look, b: &Look) -> Option<f32> {
    let vectors = a.published.as_deref().zip(b.published.as_deref());
    vectors.map(|(a, b)| vision::faces::similarity(a, b))
}

fn cosine(a: &Face, b: &Face) -> f32 {
    vision::faces::similarity(&a.embedding, &b.embedding)
}

/// The time that so many of a hundred take at most.
fn percentile(sorted: &[f64], of_a_hundred: usize) -> f64 {
    let at = sorted.len() * of_a_hundred / 100;
    let last = sorted.len().saturating_sub(1);
    sorted.get(at.min(last)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
