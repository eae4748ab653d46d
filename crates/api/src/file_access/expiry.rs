//! How long links live.

use identity::Timestamp;
use wire::{ApiError, Result};

use crate::parameters::check_future;

/// Seconds a link to a picture of a person lives at most.
pub(super) const PICTURE_LIFETIME: i64 = 30;
/// Seconds by which the caller's clock may run ahead of ours.
const CLOCK_TOLERANCE: i64 = 10;

/// When a link made at `created` ends. Links to pictures always end within 30 seconds of their
/// creation; other links end when the caller says, or never. `param` names the parameter that says.
pub(super) fn expiry(
    (param, wanted): (&str, Option<i64>),
    is_picture: bool,
    created: Timestamp,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let wanted = wanted
        .map(|moment| check_future(param, moment, now))
        .transpose()?;
    if !is_picture {
        return Ok(wanted);
    }
    let latest = created.plus(PICTURE_LIFETIME);
    match wanted {
        Some(moment) if moment > latest.plus(CLOCK_TOLERANCE) => {
            let message = format!(
                "Links to pictures of documents and faces end within {PICTURE_LIFETIME} seconds: \
                 give an earlier `{param}`."
            );
            Err(ApiError::invalid(param, message))
        }
        Some(moment) => Ok(Some(moment.min(latest))),
        None => Ok(Some(latest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1000);

    #[test]
    fn links_to_pictures_end_within_thirty_seconds() {
        let picture = |wanted| expiry(("expires_at", wanted), true, NOW, NOW);
        assert_eq!(picture(None).unwrap(), Some(Timestamp(1030)));
        assert_eq!(picture(Some(1010)).unwrap(), Some(Timestamp(1010)));
        // The caller's clock may be ahead; the link still ends in time.
        assert_eq!(picture(Some(1035)).unwrap(), Some(Timestamp(1030)));
        assert!(picture(Some(1060)).is_err());
        assert!(picture(Some(999)).is_err());
    }

    #[test]
    fn other_links_end_when_the_caller_says() {
        let ordinary = |wanted| expiry(("expires_at", wanted), false, NOW, NOW);
        assert_eq!(ordinary(None).unwrap(), None);
        assert_eq!(ordinary(Some(99_999)).unwrap(), Some(Timestamp(99_999)));
        assert!(ordinary(Some(1000)).is_err());
        assert!(ordinary(Some(1_700_000_000_000)).is_err(), "milliseconds");
    }
}
