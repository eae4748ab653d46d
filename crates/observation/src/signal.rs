use serde::{Deserialize, Serialize};

/// One measured hint about whether the picture shows a genuine document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Name of the measure, which `checks` knows it by: `raster`, `pasted_region` and others.
    pub signal: String,
    /// What was measured, in the measure's own unit; higher is more suspicious.
    pub score: f32,
    /// A score above it counts against the picture.
    pub threshold: f32,
    /// Shown to the operator, and no part of the decision.
    pub advisory: bool,
    /// A sentence for the operator that says what the score means; no personal data.
    pub reason: String,
}
