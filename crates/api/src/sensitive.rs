//! Who may see sensitive results: restricted keys with the permission, and without an address
//! allow-list only those of the last 48 hours.

use identity::{Expand, SessionId, Timestamp};
use store::UnitOfWork;
use wire::{ApiError, Call, Result, SensitiveResults};

/// Seconds for which results count as recent.
const RECENT: i64 = 48 * 3600;

/// Refuses a call that expands any of these paths with a key that may never see them.
pub(crate) fn check_key(call: &Call, expand: &Expand, sensitive: &[&str]) -> Result<()> {
    let Some(path) = asked(expand, sensitive) else {
        return Ok(());
    };
    if call.sensitive_results() != SensitiveResults::None {
        return Ok(());
    }
    let message = format!(
        "`{path}` is a sensitive result, which the key in use may not read. Use a restricted key \
         with that permission; `bonafide keys create --kind restricted --allow \
         sensitive_results` makes one."
    );
    Err(ApiError::denied(message).with_param("expand"))
}

/// Refuses a call that expands any of these paths of a verification too old for the key. `now` is
/// the session's own time.
pub(crate) fn check_age(
    call: &Call,
    expand: &Expand,
    sensitive: &[&str],
    verified: Timestamp,
    now: Timestamp,
) -> Result<()> {
    match asked(expand, sensitive) {
        Some(path) => check_recent(call, verified, path, now),
        None => Ok(()),
    }
}

/// Refuses sensitive contents of a verification too old for the key.
pub(crate) fn check_recent(
    call: &Call,
    verified: Timestamp,
    what: &str,
    now: Timestamp,
) -> Result<()> {
    let recent = now < verified.plus(RECENT);
    if recent || call.sensitive_results() == SensitiveResults::All {
        return Ok(());
    }
    let message = format!(
        "`{what}` belongs to a verification of more than 48 hours ago. Older sensitive results \
         are open to restricted keys that are bound to networks (`bonafide keys create --ip`)."
    );
    Err(ApiError::denied(message))
}

/// The own time of a session that an object belongs to.
pub(crate) async fn time_of(
    call: &Call,
    unit: &mut dyn UnitOfWork,
    session: Option<&SessionId>,
) -> Result<Timestamp> {
    let Some(session) = session.filter(|_| !call.mode().livemode()) else {
        return Ok(call.now);
    };
    let record = unit.session_anywhere(session).await?;
    Ok(record.map_or(call.now, |record| record.session.now(call.now)))
}

fn asked<'a>(expand: &Expand, sensitive: &[&'a str]) -> Option<&'a str> {
    let mut asked = sensitive.iter().filter(|path| expand.has(path));
    asked.next().copied()
}
