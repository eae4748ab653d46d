//! Places for inference: so many pictures are looked at at once, whoever asks for it.
//!
//! Who waits at the page goes before jobs, but never twice in a row: however many people hand in pictures,
//! those who have submitted theirs get on.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use measures::{OBSERVATION_WAIT_SECONDS, Timer};
use tokio::sync::oneshot::{self, Receiver, Sender};

/// What bounds inference in a process.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Pictures that are looked at at once; each takes one core.
    pub places: usize,
    /// How many of them people at the page have at most.
    pub places_of_people: usize,
    /// People who wait for a place, at most.
    pub queue: usize,
    /// How long one of them waits. A picture that nobody had time to look at is taken as it is.
    pub wait: Duration,
    /// How long a look that has begun may take: clients give up after 30 seconds and more. A passport that
    /// was not looked at is asked for its back, so patience pays here.
    pub look: Duration,
}

impl Limits {
    /// People who wait for each one who has a place.
    const QUEUE: usize = 8;

    /// With room for so many jobs at once.
    pub fn for_jobs(jobs: usize) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let places_of_people = cores.div_ceil(2);
        Self {
            places: cores.max(jobs),
            places_of_people,
            queue: places_of_people * Self::QUEUE,
            wait: Duration::from_secs(8),
            look: Duration::from_secs(16),
        }
    }
}

impl Default for Limits {
    /// Of a process that has the machine for itself.
    fn default() -> Self {
        Self::for_jobs(1)
    }
}

/// Who asks for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caller {
    Person,
    Job,
    Command,
}

impl Caller {
    fn as_str(self) -> &'static str {
        match self {
            Self::Person => "page",
            Self::Job => "job",
            Self::Command => "command",
        }
    }
}

pub(crate) struct Pool(Arc<Mutex<State>>);

struct State {
    free: usize,
    free_for_people: usize,
    queue: usize,
    people: VecDeque<Sender<Place>>,
    others: VecDeque<Sender<Place>>,
    /// Whether the last place given away went to a person while others waited.
    passed_others: bool,
}

/// Somebody's place until it is dropped.
pub(crate) struct Place {
    /// `None` once it is given back.
    pool: Option<Arc<Mutex<State>>>,
    of_person: bool,
}

impl Pool {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self(Arc::new(Mutex::new(State {
            free: limits.places.max(1),
            free_for_people: limits.places_of_people.max(1),
            queue: limits.queue,
            people: VecDeque::new(),
            others: VecDeque::new(),
            passed_others: false,
        })))
    }

    /// Waits for a place; `None` where too many people wait.
    pub(crate) async fn place(&self, caller: Caller) -> Option<Place> {
        let timer = Timer::start();
        let place = self.ask(caller)?.await.ok();
        timer.record(&OBSERVATION_WAIT_SECONDS, &[caller.as_str()]);
        place
    }

    /// Waits for a place for a command. Blocks the thread: never call it on an async one.
    pub(crate) fn place_for_command(&self) -> Option<Place> {
        let timer = Timer::start();
        let place = self.ask(Caller::Command)?.blocking_recv().ok();
        timer.record(&OBSERVATION_WAIT_SECONDS, &[Caller::Command.as_str()]);
        place
    }

    fn ask(&self, caller: Caller) -> Option<Receiver<Place>> {
        let (sender, receiver) = oneshot::channel();
        let mut state = lock(&self.0);
        if caller == Caller::Person {
            // Who has given up is in nobody's way.
            state.people.retain(|waiting| !waiting.is_closed());
            let waits = state.free == 0 || state.free_for_people == 0;
            if waits && state.people.len() >= state.queue {
                return None;
            }
            state.people.push_back(sender);
        } else {
            state.others.push_back(sender);
        }
        give(&mut state, &self.0);
        Some(receiver)
    }
}

/// Gives away what is free.
fn give(state: &mut State, pool: &Arc<Mutex<State>>) {
    while state.free > 0 {
        let person = state.free_for_people > 0 && !state.people.is_empty();
        let other = !state.others.is_empty();
        let of_person = person && !(other && state.passed_others);
        let next = if of_person {
            state.people.pop_front()
        } else {
            state.others.pop_front()
        };
        let Some(next) = next else { return };
        let place = Place {
            pool: Some(Arc::clone(pool)),
            of_person,
        };
        match next.send(place) {
            Ok(()) => {
                state.free -= 1;
                state.free_for_people -= usize::from(of_person);
                state.passed_others = of_person && other;
            }
            // Nobody waits for it any more, and nothing was taken: nothing is to be given back.
            Err(mut place) => place.pool = None,
        }
    }
}

fn lock(pool: &Mutex<State>) -> MutexGuard<'_, State> {
    pool.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.take() {
            let mut state = lock(&pool);
            state.free += 1;
            state.free_for_people += usize::from(self.of_person);
            give(&mut state, &pool);
        }
    }
}

#[cfg(test)]
mod tests;
