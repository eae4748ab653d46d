//! The three ways in which Stripe leaves a value out.
//!
//! - Null, with the key always there: a plain `Option`.
//! - Absent where it does not apply: an `Option` that is skipped while none.
//! - Absent unless asked for in `expand`, and then the value or null: [`Expandable`].

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use crate::Expand;

/// A value that shows only where `expand` names it. Use with
/// `#[serde(skip_serializing_if = "Expandable::is_absent")]`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Expandable<T> {
    Absent,
    Asked(Option<T>),
}

impl<T> Expandable<T> {
    /// What to show at `path`.
    pub(super) fn new(expand: &Expand, path: &str, value: Option<T>) -> Self {
        if expand.has(path) {
            Self::Asked(value)
        } else {
            Self::Absent
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

impl<T: JsonSchema> JsonSchema for Expandable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Expandable_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<Option<T>>();
        schema.insert("x-expand-only".to_owned(), true.into());
        schema
    }
}

/// An identifier, or in its place the object it names.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub(super) enum Reference<I, T> {
    Id(I),
    Object(T),
}

/// An object without members.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "empty_object")]
pub(super) struct Empty {}
