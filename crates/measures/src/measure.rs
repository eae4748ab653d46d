use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use metrics::Label;

static STARTED: AtomicBool = AtomicBool::new(false);

/// Counts from now on, with the recorder of the `metrics` crate that is installed.
pub fn start() {
    STARTED.store(true, Ordering::Relaxed);
}

pub(crate) fn started() -> bool {
    STARTED.load(Ordering::Relaxed)
}

/// How a measure changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Only ever grows.
    Counter,
    /// Goes up and down.
    Gauge,
    /// How values are spread, up to these bounds.
    Histogram(&'static [f64]),
}

impl Kind {
    /// Its name in Prometheus.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Gauge => "gauge",
            Self::Histogram(_) => "histogram",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// Name, which ends with the unit.
    pub name: &'static str,
    /// What it says.
    pub help: &'static str,
    /// Names of its labels.
    pub labels: &'static [&'static str],
    /// How it changes.
    pub kind: Kind,
}

impl Measure {
    fn labels(&self, values: &[&'static str]) -> Vec<Label> {
        debug_assert_eq!(self.labels.len(), values.len(), "{}", self.name);
        let pairs = self.labels.iter().zip(values);
        pairs
            .map(|(name, value)| Label::from_static_parts(name, value))
            .collect()
    }
}

/// Something that is counted.
#[derive(Debug)]
pub struct Counter(pub(crate) Measure);

impl Counter {
    /// One more, with the values of the labels in their order.
    pub fn count(&self, labels: &[&'static str]) {
        if started() {
            metrics::counter!(self.0.name, self.0.labels(labels)).increment(1);
        }
    }

    /// Takes over what somebody else has counted.
    pub fn set(&self, labels: &[&'static str], total: u64) {
        if started() {
            metrics::counter!(self.0.name, self.0.labels(labels)).absolute(total);
        }
    }
}

/// Something that goes up and down.
#[derive(Debug)]
pub struct Gauge(pub(crate) Measure);

impl Gauge {
    /// This much at the moment.
    pub fn set(&self, labels: &[&'static str], value: f64) {
        if started() {
            metrics::gauge!(self.0.name, self.0.labels(labels)).set(value);
        }
    }

    /// One more for as long as the answer lives.
    pub fn held(&'static self, label: &'static str) -> Held {
        let counted = started();
        if counted {
            metrics::gauge!(self.0.name, self.0.labels(&[label])).increment(1.0);
        }
        Held {
            gauge: self,
            label,
            counted,
        }
    }
}

/// One of those that a gauge counts.
#[derive(Debug)]
pub struct Held {
    gauge: &'static Gauge,
    label: &'static str,
    counted: bool,
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.counted {
            let labels = self.gauge.0.labels(&[self.label]);
            metrics::gauge!(self.gauge.0.name, labels).decrement(1.0);
        }
    }
}

/// Something of which the spread matters.
#[derive(Debug)]
pub struct Histogram(pub(crate) Measure);

impl Histogram {
    /// One value.
    pub fn record(&self, labels: &[&'static str], value: f64) {
        if started() {
            metrics::histogram!(self.0.name, self.0.labels(labels)).record(value);
        }
    }

    /// One duration, in seconds.
    pub fn took(&self, labels: &[&'static str], time: Duration) {
        self.record(labels, time.as_secs_f64());
    }
}
