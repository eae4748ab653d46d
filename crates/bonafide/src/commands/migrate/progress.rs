use std::time::{Duration, Instant};

use store::moving::Progress;

use crate::output;

const EVERY: Duration = Duration::from_secs(2);

/// Tells the person at the terminal how far a move is, not more often than one can read.
pub(super) struct Lines {
    next: Instant,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self {
            next: Instant::now() + EVERY,
        }
    }

    pub(super) fn show(&mut self, progress: Progress<'_>) {
        let now = Instant::now();
        if now < self.next {
            return;
        }
        self.next = now + EVERY;
        output::note(&match progress {
            Progress::Added(table, rows) => format!("{table}: {rows} rows moved"),
            Progress::Compared(table, rows) => format!("{table}: {rows} rows compared"),
        });
    }
}
