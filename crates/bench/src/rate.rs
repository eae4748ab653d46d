//! How often something holds, and how sure that is.

use serde_json::{Value, json};
use statrs::distribution::{Beta, ContinuousCDF};

/// Confidence of the intervals.
const CONFIDENCE: f64 = 0.95;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) held: u64,
    pub(crate) of: u64,
}

impl Rate {
    pub(crate) fn add(&mut self, holds: bool) {
        self.held += u64::from(holds);
        self.of += 1;
    }

    /// Both counted together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            held: self.held + other.held,
            of: self.of + other.of,
        }
    }

    pub(crate) fn share(self) -> f64 {
        if self.of == 0 {
            return 0.0;
        }
        self.held as f64 / self.of as f64
    }

    /// Clopper and Pearson, Biometrika 26 (1934): the shares under which what was seen is not too
    /// unlikely in either direction.
    pub(crate) fn interval(self) -> (f64, f64) {
        let (held, missed) = (self.held as f64, (self.of - self.held) as f64);
        let tail = (1.0 - CONFIDENCE) / 2.0;
        let quantile = |a: f64, b: f64, share: f64| {
            Beta::new(a, b).map_or(f64::NAN, |beta| beta.inverse_cdf(share))
        };
        let low = if self.held == 0 {
            0.0
        } else {
            quantile(held, missed + 1.0, tail)
        };
        let high = if self.held == self.of {
            1.0
        } else {
            quantile(held + 1.0, missed, 1.0 - tail)
        };
        (low, high)
    }

    /// `98.5 % (95.2 to 99.7), 197 of 200`
    pub(crate) fn shown(self) -> String {
        self.with_decimals(1)
    }

    /// For rates far below a percent: `0.062 % (0.020 to 0.144), 5 of 8100`
    pub(crate) fn shown_finely(self) -> String {
        self.with_decimals(3)
    }

    fn with_decimals(self, decimals: usize) -> String {
        if self.of == 0 {
            return "–".to_owned();
        }
        let (low, high) = self.interval();
        format!(
            "{:.decimals$} % ({:.decimals$} to {:.decimals$}), {} of {}",
            100.0 * self.share(),
            100.0 * low,
            100.0 * high,
            self.held,
            self.of
        )
    }

    pub(crate) fn json(self) -> Value {
        let (low, high) = self.interval();
        json!({
            "held": self.held,
            "of": self.of,
            "share": rounded(self.share()),
            "interval": [rounded(low), rounded(high)],
        })
    }
}

/// To a thousandth of a percent.
fn rounded(share: f64) -> f64 {
    (share * 1e5).round() / 1e5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(held: u64, of: u64) -> (f64, f64) {
        let (low, high) = Rate { held, of }.interval();
        let rounded = |value: f64| (value * 1e4).round() / 1e4;
        (rounded(low), rounded(high))
    }

    #[test]
    fn intervals_are_those_of_the_tables() {
        assert_eq!(interval(0, 10), (0.0, 0.3085));
        assert_eq!(interval(10, 10), (0.6915, 1.0));
        assert_eq!(interval(5, 10), (0.1871, 0.8129));
        assert_eq!(interval(95, 100), (0.8872, 0.9836));
    }

    #[test]
    fn rare_errors_are_shown_with_more_decimals() {
        let rate = Rate { held: 5, of: 8100 };
        assert_eq!(rate.shown(), "0.1 % (0.0 to 0.1), 5 of 8100");
        assert_eq!(rate.shown_finely(), "0.062 % (0.020 to 0.144), 5 of 8100");
    }

    #[test]
    fn nothing_seen_says_nothing() {
        assert_eq!(interval(0, 0), (0.0, 1.0));
        assert_eq!(Rate::default().shown(), "–");
    }
}
