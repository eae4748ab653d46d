//! `/v1/identity/verification_reports`

mod list;
mod render;
mod retrieve;

use wire::Surface;

const WHAT: &str = "verification report";

pub(crate) fn surface() -> Surface {
    Surface::new()
        .get::<list::List>("/v1/identity/verification_reports")
        .get::<retrieve::Retrieve>("/v1/identity/verification_reports/{report}")
}
