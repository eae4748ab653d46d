//! `DELETE /v1/ephemeral_keys/{key}`

use identity::resource::{EphemeralKeyObject, Rendered};
use identity::{EphemeralKey, EphemeralKeyId, resource};
use wire::{ApiError, Context, Endpoint, Result, Write};

use crate::NoParameters;

pub(crate) struct Delete;

impl Endpoint for Delete {
    const ID: &'static str = "DeleteEphemeralKeysKey";
    const SUMMARY: &'static str = "End an ephemeral key";

    type Access = Write;
    type Path = String;
    type Params = NoParameters;
    type Answer = Rendered<EphemeralKeyObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        id: String,
        _: NoParameters,
    ) -> Result<Self::Answer> {
        context.call.expand(&[])?;
        let missing = || ApiError::no_such("ephemeral key", &id, "key");
        let key = EphemeralKeyId::parse(&id).ok_or_else(missing)?;
        let deleted = context
            .unit
            .delete_ephemeral_key(context.call.scope(), &key)
            .await?;
        let deleted = deleted.ok_or_else(missing)?;
        let ended = EphemeralKey {
            expires: deleted.expires.min(context.call.now),
            ..deleted
        };
        Ok(resource::ephemeral_key(&ended, None))
    }
}
