use identity::{Metadata, Mode};
use sessions::Predefined;
use wire::{ApiError, Result};

/// Refuses a predefined outcome that there is none of. In live mode the key means nothing.
pub(super) fn check_outcome(mode: Mode, metadata: &Metadata) -> Result<()> {
    let asked = metadata.get(Predefined::KEY).filter(|_| !mode.livemode());
    if asked.is_none_or(|name| Predefined::parse(name).is_some()) {
        return Ok(());
    }
    let names: Vec<_> = Predefined::all().map(Predefined::name).collect();
    let param = format!("metadata[{}]", Predefined::KEY);
    let message = format!(
        "In test mode, `{param}` asks for a predefined outcome, which has to be one of `{}`.",
        names.join("`, `")
    );
    Err(ApiError::invalid(param, message))
}
