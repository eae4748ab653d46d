//! Schemas of both dialects (`nullable` of OpenAPI 3.0, the type `null` of 3.1) in one form.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::Document;

/// What a schema allows, its alternatives laid side by side.
#[derive(Debug, Default)]
pub(crate) struct Shape<'a> {
    pub(crate) null: bool,
    pub(crate) boolean: bool,
    pub(crate) integer: bool,
    pub(crate) number: bool,
    pub(crate) string: Option<Text>,
    pub(crate) array: Option<&'a Value>,
    pub(crate) object: Option<&'a Value>,
    /// Of the object, where it has one.
    pub(crate) name: Option<&'a str>,
    /// Shows only where `expand` names it.
    pub(crate) expand_only: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Text {
    /// The only values; `None` for any.
    pub(crate) values: Option<BTreeSet<String>>,
    pub(crate) longest: Option<u64>,
}

/// When a property is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Never null.
    Always,
    /// Always there, perhaps null.
    Nullable,
    /// Where `expand` names it, perhaps null.
    OnRequest,
    /// Where it applies, and then never null.
    Sometimes,
}

impl<'a> Shape<'a> {
    pub(crate) fn of(document: &'a Document, schema: &'a Value) -> Self {
        let mut shape = Self::default();
        shape.add(document, schema);
        shape
    }

    fn add(&mut self, document: &'a Document, schema: &'a Value) {
        self.expand_only |= schema["x-expand-only"] == true;
        self.null |= schema["nullable"] == true;
        let reference = schema["$ref"].as_str();
        self.name = reference
            .and_then(|path| path.rsplit('/').next())
            .or(self.name);
        let schema = document.resolve(schema);
        self.null |= schema["nullable"] == true;
        let choices = ["anyOf", "oneOf"]
            .iter()
            .find_map(|key| schema[*key].as_array());
        if let Some(choices) = choices {
            for choice in choices {
                self.add(document, choice);
            }
            return;
        }
        match &schema["type"] {
            Value::String(name) => self.add_type(name, schema),
            Value::Array(names) => {
                for name in names.iter().filter_map(Value::as_str) {
                    self.add_type(name, schema);
                }
            }
            _ => {}
        }
    }

    fn add_type(&mut self, name: &str, schema: &'a Value) {
        match name {
            "null" => self.null = true,
            "boolean" => self.boolean = true,
            "integer" => self.integer = true,
            "number" => self.number = true,
            "array" => self.array = Some(schema),
            "object" => self.object = Some(schema),
            "string" => self.add_text(schema),
            _ => {}
        }
    }

    fn add_text(&mut self, schema: &Value) {
        let values = schema["enum"].as_array().map(|values| {
            let texts = values.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect::<BTreeSet<_>>()
        });
        let longest = schema["maxLength"].as_u64();
        self.string = Some(match self.string.take() {
            None => Text { values, longest },
            // Any text beside an enumeration is any text.
            Some(other) => Text {
                values: match (other.values, values) {
                    (Some(mut some), Some(more)) => {
                        some.extend(more);
                        Some(some)
                    }
                    _ => None,
                },
                longest: other.longest.or(longest),
            },
        });
    }

    /// The kinds of value, without what each of them may be.
    pub(crate) fn kinds(&self) -> BTreeSet<&'static str> {
        let kinds = [
            ("null", self.null),
            ("boolean", self.boolean),
            ("integer", self.integer),
            ("number", self.number),
            ("string", self.string.is_some()),
            ("array", self.array.is_some()),
            ("object", self.object.is_some()),
        ];
        kinds
            .into_iter()
            .filter_map(|(kind, allowed)| allowed.then_some(kind))
            .collect()
    }

    /// When a property of this shape is there.
    pub(crate) fn presence(&self, required: bool) -> Presence {
        if self.expand_only {
            Presence::OnRequest
        } else if self.null {
            Presence::Nullable
        } else if required {
            Presence::Always
        } else {
            Presence::Sometimes
        }
    }
}

/// The properties of an object: name, schema, whether it is among the required.
pub(crate) fn properties(object: &Value) -> impl Iterator<Item = (&str, &Value, bool)> {
    let required = object["required"].as_array();
    let properties = object["properties"].as_object().into_iter().flatten();
    properties.map(move |(name, schema)| {
        let is_required = required.is_some_and(|names| names.iter().any(|its| its == name));
        (name.as_str(), schema, is_required)
    })
}

/// What an array has at a place: its own schema there, or that of all of them.
pub(crate) fn item_of(array: &Value, index: usize) -> &Value {
    let own = &array["prefixItems"][index];
    if own.is_null() { &array["items"] } else { own }
}
