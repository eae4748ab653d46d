use identity::{LivenessLevel, Metadata, Mode};
use sessions::{Liveness, Predefined};
use wire::{ApiError, Result};

/// Refuses what test mode is asked for by metadata and has not got. In live mode those keys mean nothing.
pub(super) fn check_outcome(mode: Mode, metadata: &Metadata) -> Result<()> {
    if mode.livemode() {
        return Ok(());
    }
    let outcomes = || Predefined::all().map(Predefined::name).collect();
    let levels = || {
        LivenessLevel::ALL
            .iter()
            .map(|level| level.as_str())
            .collect()
    };
    check(metadata, Predefined::KEY, "a predefined outcome", outcomes)?;
    check(metadata, Liveness::KEY, "a level of liveness", levels)
}

fn check(
    metadata: &Metadata,
    key: &str,
    what: &str,
    names: impl Fn() -> Vec<&'static str>,
) -> Result<()> {
    let Some(asked) = metadata.get(key) else {
        return Ok(());
    };
    let names = names();
    if names.contains(&asked.as_str()) {
        return Ok(());
    }
    let param = format!("metadata[{key}]");
    let message = format!(
        "In test mode, `{param}` asks for {what}, which has to be one of `{}`.",
        names.join("`, `")
    );
    Err(ApiError::invalid(param, message))
}
