use serde::{Deserialize, Serialize};

/// One measured hint about whether the picture shows a genuine document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    pub signal: String,
    pub score: f32,
    pub threshold: f32,
    /// Shown, never decisive.
    pub advisory: bool,
    pub reason: String,
}
