//! Types of parameters that plain serde types cannot tell.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error, MapAccess, Unexpected, Visitor,
};
use store::CreatedRange;

use super::deserialize::{LOOSE, UNSET};

/// A parameter that an empty value clears. Use with `#[serde(default)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Not in the request.
    #[default]
    Keep,
    /// In the request, empty.
    Clear,
    /// In the request, with a value.
    Set(T),
}

impl<T> Patch<T> {
    /// The value; absent and unset are the same (at creation they are).
    pub fn value(self) -> Option<T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    /// Changes what is stored: absent leaves it, empty clears it.
    pub fn apply(self, stored: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Clear => *stored = None,
            Self::Set(value) => *stored = Some(value),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(UNSET, PatchVisitor(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Patch<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Unset_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [value, { "type": "string", "enum": [""] }] })
    }
}

struct PatchVisitor<T>(PhantomData<T>);

impl<'de, T: DeserializeOwned> Visitor<'de> for PatchVisitor<T> {
    type Value = Patch<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or nothing")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Patch::Clear)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(Patch::Set)
    }
}

/// Text that may be empty: a metadata value, where empty deletes the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LooseText(pub(crate) String);

impl<'de> Deserialize<'de> for LooseText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = LooseText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<LooseText, E> {
                Ok(LooseText(text.to_owned()))
            }
        }
        deserializer.deserialize_newtype_struct(LOOSE, Text)
    }
}

/// `metadata` as a request gives it: empty as a whole deletes all, an empty value deletes its key.
pub type MetadataParameter = Patch<MetadataChanges>;

/// New values by key; an empty one deletes its key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetadataChanges(pub(crate) BTreeMap<String, LooseText>);

impl<'de> Deserialize<'de> for MetadataChanges {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(Self)
    }
}

impl JsonSchema for MetadataChanges {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "MetadataChanges".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": { "type": "string", "minLength": 0, "maxLength": 500 },
        })
    }
}

/// `created`: a moment, or an object of `gt`, `gte`, `lt`, `lte`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CreatedParameter(pub CreatedRange);

impl<'de> Deserialize<'de> for CreatedParameter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CreatedVisitor)
    }
}

impl JsonSchema for CreatedParameter {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CreatedParameter".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let bound = json_schema!({ "type": "integer" });
        json_schema!({
            "anyOf": [
                {
                    "type": "object",
                    "properties": { "gt": bound, "gte": bound, "lt": bound, "lte": bound },
                    "additionalProperties": false,
                },
                bound,
            ],
        })
    }
}

struct CreatedVisitor;

impl<'de> Visitor<'de> for CreatedVisitor {
    type Value = CreatedParameter;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<CreatedParameter, E> {
        let moment = text
            .parse()
            .map_err(|_| E::invalid_type(Unexpected::Other("text"), &self))?;
        Ok(CreatedParameter(CreatedRange {
            gte: Some(moment),
            lte: Some(moment),
            ..CreatedRange::default()
        }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CreatedParameter, A::Error> {
        let mut range = CreatedRange::default();
        while let Some(bound) = map.next_key::<String>()? {
            let slot = match bound.as_str() {
                "gt" => &mut range.gt,
                "gte" => &mut range.gte,
                "lt" => &mut range.lt,
                "lte" => &mut range.lte,
                other => return Err(A::Error::unknown_field(other, &["gt", "gte", "lt", "lte"])),
            };
            *slot = Some(map.next_value()?);
        }
        Ok(CreatedParameter(range))
    }
}
