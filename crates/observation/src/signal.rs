use serde::{Deserialize, Serialize};

use crate::Rect;

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
    /// Where it was measured, if not everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Rect>,
}
