//! `/v1/ephemeral_keys`

mod create;
mod delete;

use wire::Surface;

pub(crate) fn surface() -> Surface {
    Surface::new()
        .post::<create::Create>("/v1/ephemeral_keys")
        .delete::<delete::Delete>("/v1/ephemeral_keys/{key}")
}
