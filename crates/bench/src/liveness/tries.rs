//! One recording, tried in session after session until the order that is asked for is the one it was made
//! for. A session keeps its order, so whoever has a recording sees one order a session.

use bonafide::batch;
use identity::{Challenge, SeededRandom};

use super::attempt;
use super::people::People;
use crate::bounded_vision::BoundedVision;
use crate::rate::Rate;

/// Sessions after which a recording is given up.
const MOST_SESSIONS: u64 = 20_000;

/// What came of so many recordings.
#[derive(Default)]
pub(super) struct Tries {
    pub(super) recordings: u64,
    /// Sessions in which a recording passed, of all that were begun for it.
    pub(super) passed: Rate,
}

impl Tries {
    pub(super) fn sessions_each(&self) -> f64 {
        self.passed.of as f64 / self.recordings.max(1) as f64
    }
}

pub(super) fn measure(
    vision: &BoundedVision,
    people: &People,
    seeds: impl Iterator<Item = u64> + Send,
    threads: usize,
) -> anyhow::Result<Tries> {
    let mut tries = Tries::default();
    let work = |seed: u64| one(vision, people, seed);
    batch::try_run(seeds, threads, work, |(sessions, passed)| {
        tries.recordings += 1;
        tries.passed.held += u64::from(passed);
        tries.passed.of += sessions;
    })?;
    Ok(tries)
}

/// How many sessions were begun until the order fitted, and whether the recording passed then.
fn one(vision: &BoundedVision, people: &People, seed: u64) -> anyhow::Result<(u64, bool)> {
    let random = SeededRandom::new(seed);
    let recorded = attempt::drawn(&random);
    for session in 1..=MOST_SESSIONS {
        let asked: Challenge = attempt::drawn(&random);
        if asked.steps == recorded.steps {
            let passed = attempt::recorded(vision, people, &recorded, seed)?;
            return Ok((session, passed));
        }
    }
    Ok((MOST_SESSIONS, false))
}
