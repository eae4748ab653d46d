use observation::Signal;

/// What a signal says.
pub(crate) fn signal(name: &str, score: f32, threshold: f32, reason: &str) -> Signal {
    Signal {
        signal: name.to_owned(),
        score,
        threshold,
        advisory: false,
        reason: reason.to_owned(),
        region: None,
    }
}
