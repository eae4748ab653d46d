use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::Rect;

/// What the threshold of a signal was judged on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Pictures that other people took: whom the signal would turn away has been counted.
    Real {
        /// The folder that they lie in.
        folder: String,
        /// Pictures of genuine things that the signal told something of.
        genuine: NonZeroU32,
        /// Pictures of attacks; 0 where its attacks were only simulated.
        attacks: u32,
    },
    /// No genuine picture of other people's: whom the signal would turn away is not known.
    Simulated,
}

/// One measured hint about whether the picture shows a genuine document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Name of the measure, which `checks` knows it by: `raster`, `pasted_region` and others.
    pub signal: String,
    /// What was measured, in the measure's own unit; higher is more suspicious. `None` where the picture
    /// can't tell.
    pub score: Option<f32>,
    /// A score above it counts against the picture.
    pub threshold: f32,
    /// What the threshold was judged on.
    pub basis: Basis,
    /// A sentence for the operator that says what the score means; no personal data.
    pub reason: String,
    /// Where it was measured, if not everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Rect>,
}

impl Signal {
    /// Whether it speaks against the picture.
    pub fn suspects(&self) -> bool {
        self.excess() > 0.0
    }

    /// How far the score is above the threshold; where there is none, below all scores.
    pub fn excess(&self) -> f32 {
        self.score
            .map_or(f32::NEG_INFINITY, |score| score - self.threshold)
    }

    /// Whether it may decide. One whose threshold rests on simulation alone never does: it is shown to
    /// the operator, and no part of the decision.
    pub fn decides(&self) -> bool {
        matches!(self.basis, Basis::Real { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(score: Option<f32>, basis: Basis) -> Signal {
        Signal {
            signal: "raster".to_owned(),
            score,
            threshold: 0.5,
            basis,
            reason: "What was seen.".to_owned(),
            region: None,
        }
    }

    #[test]
    fn simulation_alone_never_decides() {
        assert!(!signal(Some(9.0), Basis::Simulated).decides());
        let real = Basis::Real {
            folder: "others".to_owned(),
            genuine: NonZeroU32::MIN,
            attacks: 0,
        };
        assert!(signal(Some(9.0), real).decides());
    }

    #[test]
    fn what_cannot_tell_does_not_suspect() {
        assert!(signal(Some(0.6), Basis::Simulated).suspects());
        assert!(!signal(Some(0.5), Basis::Simulated).suspects());
        let silent = signal(None, Basis::Simulated);
        assert!(!silent.suspects());
        assert!(silent.excess() < signal(Some(0.0), Basis::Simulated).excess());
    }
}
