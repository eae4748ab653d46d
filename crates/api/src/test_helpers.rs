//! `/v1/test_helpers/identity/verification_sessions`: ours alone, for test mode.

mod advance;

use wire::Surface;

pub(crate) fn surface() -> Surface {
    const PATH: &str = "/v1/test_helpers/identity/verification_sessions/{session}/advance";
    Surface::new().post(PATH, advance::handler, advance::operation())
}
