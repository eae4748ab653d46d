use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;
use std::time::{Duration, Instant};

use futures::task::AtomicWaker;

/// What is known of one connection, shared by its stream, its requests and the gate.
pub(crate) struct Link {
    /// Whose it is, where that is counted.
    pub(super) address: Option<IpAddr>,
    /// Only for who watches over the server.
    pub(super) spare: bool,
    begun: Instant,
    /// Requests that are not answered to their end.
    in_hand: AtomicUsize,
    /// When the last of them was, in milliseconds since the beginning; 0 before the first.
    rests_since: AtomicU64,
    used: AtomicBool,
    ended: AtomicBool,
    waker: AtomicWaker,
    answers: Mutex<Vec<Arc<Progress>>>,
}

/// How far an answer is.
pub(super) struct Progress {
    /// When a piece was handed on, in milliseconds since the connection began; 0 while the next one
    /// is made.
    handed: AtomicU64,
    /// When all of it has to be taken, in the same time.
    end: u64,
}

impl Link {
    pub(super) fn new(address: Option<IpAddr>, spare: bool) -> Self {
        Self {
            address,
            spare,
            begun: Instant::now(),
            in_hand: AtomicUsize::new(0),
            rests_since: AtomicU64::new(0),
            used: AtomicBool::new(false),
            ended: AtomicBool::new(false),
            waker: AtomicWaker::new(),
            answers: Mutex::default(),
        }
    }

    /// Milliseconds since the connection began, and one.
    fn now(&self) -> u64 {
        self.begun.elapsed().as_millis() as u64 + 1
    }

    /// How soon it may be closed for others: first those that have asked for nothing, then those that
    /// have rested longest. `None` while a request is in hand.
    pub(super) fn worth(&self) -> Option<(bool, Instant)> {
        let rests_since = Duration::from_millis(self.rests_since.load(Ordering::Acquire));
        let rests = self.in_hand.load(Ordering::Acquire) == 0;
        let used = self.used.load(Ordering::Acquire);
        rests.then_some((used, self.begun + rests_since))
    }

    /// Closes the connection.
    pub(super) fn end(&self) {
        self.ended.store(true, Ordering::Release);
        self.waker.wake();
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Who is to be woken when the connection ends.
    pub(super) fn listens(&self, waker: &Waker) {
        self.waker.register(waker);
    }

    pub(super) fn begin_request(&self) {
        self.in_hand.fetch_add(1, Ordering::AcqRel);
        self.used.store(true, Ordering::Release);
    }

    pub(super) fn end_request(&self) {
        self.rests_since.store(self.now(), Ordering::Release);
        self.in_hand.fetch_sub(1, Ordering::AcqRel);
    }

    /// An answer whose head is handed on, and how long it may take to be taken.
    pub(super) fn begin_answer(&self, limit: Option<Duration>) -> Arc<Progress> {
        let now = self.now();
        let end = limit.map_or(u64::MAX, |limit| now + limit.as_millis() as u64);
        let progress = Arc::new(Progress {
            handed: AtomicU64::new(now),
            end,
        });
        self.answers().push(Arc::clone(&progress));
        progress
    }

    pub(super) fn end_answer(&self, ended: &Arc<Progress>) {
        self.answers().retain(|answer| !Arc::ptr_eq(answer, ended));
    }

    /// A piece was handed on.
    pub(super) fn handed(&self, progress: &Progress) {
        progress.handed.store(self.now(), Ordering::Release);
    }

    /// Whether a piece of some answer was not taken for so long, or all of it in time.
    pub(super) fn is_stuck(&self, max_wait: Duration) -> bool {
        let limit = max_wait.as_millis() as u64;
        let now = self.now();
        self.answers().iter().any(|answer| {
            let handed = answer.handed.load(Ordering::Acquire);
            now > answer.end || (handed > 0 && now.saturating_sub(handed) > limit)
        })
    }

    fn answers(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Progress>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress {
    /// The next piece is asked for.
    pub(super) fn asked(&self) {
        self.handed.store(0, Ordering::Release);
    }
}
