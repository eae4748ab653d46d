use schemars::JsonSchema;
use serde::Deserialize;

/// For endpoints that know no parameter but `expand`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoParameters {}
