//! `/v1/ephemeral_keys`

mod create;
mod delete;

use wire::Surface;

pub(crate) fn surface() -> Surface {
    Surface::new()
        .post("/v1/ephemeral_keys", create::handler, create::operation())
        .delete(
            "/v1/ephemeral_keys/{key}",
            delete::handler,
            delete::operation(),
        )
}
