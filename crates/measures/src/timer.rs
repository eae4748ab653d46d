use std::time::{Duration, Instant};

use crate::Histogram;

/// Runs from its making on.
#[derive(Clone, Copy, Debug)]
pub struct Timer(Instant);

impl Timer {
    /// Starts now.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long it runs.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    /// Records how long it runs.
    pub fn record(&self, histogram: &Histogram, labels: &[&'static str]) {
        histogram.took(labels, self.0.elapsed());
    }
}
