//! `/v1/test_helpers/identity/verification_sessions`: ours alone, for test mode.

mod advance;

use wire::Surface;

const PATH: &str = "/v1/test_helpers/identity/verification_sessions/{session}/advance";

pub(crate) fn surface() -> Surface {
    Surface::new().post::<advance::Advance>(PATH)
}
