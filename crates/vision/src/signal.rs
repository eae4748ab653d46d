use std::num::NonZeroU32;

use observation::{Basis, Signal};

/// What a signal says.
pub(crate) fn signal(
    name: &str,
    score: Option<f32>,
    threshold: f32,
    basis: Basis,
    reason: &str,
) -> Signal {
    Signal {
        signal: name.to_owned(),
        score,
        threshold,
        basis,
        reason: reason.to_owned(),
        region: None,
    }
}

/// Pictures of genuine things, and of attacks, in this folder; decision 0022 tells of each.
pub(crate) fn real(folder: &str, genuine: u32, attacks: u32) -> Basis {
    NonZeroU32::new(genuine).map_or(Basis::Simulated, |genuine| Basis::Real {
        folder: folder.to_owned(),
        genuine,
        attacks,
    })
}
