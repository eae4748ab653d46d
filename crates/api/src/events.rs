//! `/v1/events`

mod list;
mod retrieve;

use identity::Timestamp;
use wire::Surface;

const WHAT: &str = "event";

/// Seconds for which events can be had.
const LIFETIME: i64 = 30 * 24 * 3600;

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>("/v1/events")
        .get::<retrieve::Retrieve>("/v1/events/{id}")
}

/// Events before this moment are no longer shown.
fn horizon(now: Timestamp) -> Timestamp {
    now.plus(-LIFETIME)
}
