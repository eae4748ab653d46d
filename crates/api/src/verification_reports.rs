//! `/v1/identity/verification_reports`

mod list;
mod render;
mod retrieve;

use wire::Surface;

const WHAT: &str = "verification report";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get(
            "/v1/identity/verification_reports",
            list::handler,
            list::operation(),
        )
        .get(
            "/v1/identity/verification_reports/{report}",
            retrieve::handler,
            retrieve::operation(),
        )
}
