//! Which cosine of two faces stands for which false match rate (ISO/IEC 19795-1).
//!
//! The table is `calibration.toml`, which says how it was made.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// Faces below this cosine never match, however high a rate is asked for: the value that OpenCV
/// recommends for the embedder.
const LEAST_COSINE: f32 = 0.363;

/// How often faces of different people may match, 0 to 1: a rate the calibration has a cosine for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct FalseMatchRate(f64);

/// Why a number is no [`FalseMatchRate`].
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a false match rate is from {lowest:e} to {highest:e}: nothing else is calibrated")]
pub struct FalseMatchRateError {
    lowest: f64,
    highest: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calibration {
    #[serde(rename = "corpus")]
    _corpus: String,
    #[serde(rename = "comparisons")]
    _comparisons: u32,
    #[serde(rename = "people")]
    _people: u32,
    /// From the highest rate to the lowest.
    rates: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    rate: f64,
    cosine: f32,
    #[serde(rename = "interval")]
    _interval: [f32; 2],
    #[serde(rename = "counted")]
    _counted: bool,
}

static SHIPPED: LazyLock<Calibration> = LazyLock::new(|| {
    toml::from_str(include_str!("calibration.toml"))
        .expect("the calibration that comes with the house is one")
});

impl FalseMatchRate {
    /// The cosine from which faces match no more often than this.
    pub fn cosine(self) -> f32 {
        SHIPPED.cosine(self.0).max(LEAST_COSINE)
    }
}

impl TryFrom<f64> for FalseMatchRate {
    type Error = FalseMatchRateError;

    fn try_from(rate: f64) -> Result<Self, Self::Error> {
        let (highest, lowest) = SHIPPED.ends();
        if (lowest..=highest).contains(&rate) {
            Ok(Self(rate))
        } else {
            Err(FalseMatchRateError { lowest, highest })
        }
    }
}

impl From<FalseMatchRate> for f64 {
    fn from(rate: FalseMatchRate) -> Self {
        rate.0
    }
}

impl std::str::FromStr for FalseMatchRate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rate: f64 = text
            .parse()
            .map_err(|_| "this is not a number".to_owned())?;
        Self::try_from(rate).map_err(|error| error.to_string())
    }
}

impl Calibration {
    /// The highest and the lowest calibrated rate.
    fn ends(&self) -> (f64, f64) {
        let rate = |row: Option<&Row>| row.map_or(0.0, |row| row.rate);
        (rate(self.rates.first()), rate(self.rates.last()))
    }

    /// Between rows the cosine follows the logarithm of the rate.
    fn cosine(&self, rate: f64) -> f32 {
        let between = self.rates.windows(2).find(|rows| rows[1].rate <= rate);
        let Some([above, below]) = between else {
            return 1.0;
        };
        let part = (above.rate / rate).ln() / (above.rate / below.rate).ln();
        above.cosine + part as f32 * (below.cosine - above.cosine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cosine(rate: f64) -> f32 {
        FalseMatchRate::try_from(rate).unwrap().cosine()
    }

    #[test]
    fn the_rows_go_from_common_to_rare() {
        let rates = &SHIPPED.rates;
        assert!(rates.len() > 1);
        assert!(rates.is_sorted_by(|a, b| a.rate > b.rate && a.cosine < b.cosine));
    }

    #[test]
    fn a_lower_rate_takes_a_higher_cosine() {
        for row in SHIPPED.rates.iter().filter(|row| row.cosine > LEAST_COSINE) {
            assert!((cosine(row.rate) - row.cosine).abs() < 1e-6);
        }
        assert!(cosine(1e-3) < cosine(3e-4));
        assert!(cosine(3e-4) < cosine(1e-4));
        assert_eq!(cosine(1e-2), LEAST_COSINE);
    }

    #[test]
    fn what_is_not_calibrated_is_refused() {
        for rate in [0.0, 1e-9, 0.5, -1e-4, f64::NAN] {
            let error = FalseMatchRate::try_from(rate).unwrap_err();
            assert!(error.to_string().contains("from 1e-5 to 1e-2"), "{error}");
        }
        assert!("often".parse::<FalseMatchRate>().is_err());
        let rate = "1e-4".parse::<FalseMatchRate>().unwrap();
        assert_eq!(serde_json::to_string(&rate).unwrap(), "0.0001");
    }
}
