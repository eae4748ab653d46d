//! Form decoding in every spelling that SDKs and curl use, with errors that name the parameter as
//! Stripe does.
//!
//! Parameters are plain serde structs with `deny_unknown_fields`. An empty value means "unset":
//! [`Patch`] tells it apart from an absent parameter; every other type refuses it.

mod deserialize;
mod error;
mod field;
mod parse;
#[cfg(test)]
mod tests;
mod tree;

pub use field::{CreatedParameter, MetadataParameter, Patch};
pub(crate) use parse::{parse, parse_into};
pub(crate) use tree::Node;

use serde::de::DeserializeOwned;

use crate::ApiError;

/// Characters in a string, unless a parameter says otherwise.
pub(crate) const STRING_LIMIT: usize = 5000;

/// Reads parameters from the tree that a form, query or multipart body came to.
pub(crate) fn decode<P: DeserializeOwned>(tree: Node) -> Result<P, ApiError> {
    P::deserialize(deserialize::NodeDeserializer::new(tree)).map_err(ApiError::from)
}

/// Reads parameters from `application/x-www-form-urlencoded` text.
pub fn from_text<P: DeserializeOwned>(text: &[u8]) -> Result<P, ApiError> {
    decode(parse(text)?)
}

/// Adds one parameter that came by other means than form-encoded text.
pub(crate) fn insert(tree: &mut Node, name: &str, value: String) -> Result<(), ApiError> {
    Ok(tree.insert(name, value)?)
}
