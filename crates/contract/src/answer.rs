//! One answer against a document.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use serde_json::{Map, Value};

use crate::alone::{KEYS, VALUES};
use crate::shape::{Presence, Shape, item_of, properties};
use crate::{Difference, Document};

/// One answer, and what the request asked to see in full.
pub(crate) struct Answer<'a> {
    pub(crate) method: &'a Method,
    pub(crate) path: &'a str,
    pub(crate) status: StatusCode,
    pub(crate) expand: &'a BTreeSet<String>,
    pub(crate) body: &'a Value,
}

impl Document {
    /// What of an answer is not as described. `None` where the document knows no such operation.
    pub(crate) fn check(&self, answer: &Answer<'_>) -> Option<Vec<Difference>> {
        let operation = self.operation(answer.method, answer.path);
        let place = operation.map_or("unknown path", |(template, _)| template);
        let (method, status) = (answer.method, answer.status.as_u16());
        let schema = if answer.status.is_success() {
            let (_, operation) = operation?;
            &operation["responses"]["200"]["content"]["application/json"]["schema"]
        } else {
            self.schema("error")
        };
        let mut check = Check {
            document: self,
            found: Vec::new(),
        };
        let place = format!("{method} {place} {status}");
        // Paths into lists start with the list's own `data`.
        check.value(&place, schema, answer.body, answer.expand);
        Some(check.found)
    }
}

struct Check<'a> {
    document: &'a Document,
    found: Vec<Difference>,
}

impl Check<'_> {
    fn differ(&mut self, place: &str, what: impl Into<String>) {
        self.found.push(Difference {
            place: place.to_owned(),
            what: what.into(),
        });
    }

    fn value(&mut self, place: &str, schema: &Value, value: &Value, expand: &BTreeSet<String>) {
        let shape = Shape::of(self.document, schema);
        match value {
            Value::Null if shape.null => {}
            Value::Bool(_) if shape.boolean => {}
            Value::Number(number) if shape.number || (shape.integer && !number.is_f64()) => {}
            Value::String(text) if shape.string.is_some() => {
                // An identifier stands where the object itself was not asked for.
                if shape.object.is_some() && !expand.is_empty() {
                    self.differ(place, "is an identifier, and was asked for in full");
                }
                self.text(place, &shape, text);
            }
            Value::Array(items) if shape.array.is_some() => {
                for (index, item) in items.iter().enumerate() {
                    let schema = shape
                        .array
                        .map_or(&Value::Null, |array| item_of(array, index));
                    self.value(&format!("{place}[{index}]"), schema, item, expand);
                }
            }
            Value::Object(members) if shape.object.is_some() => {
                if shape.string.is_some() && expand.is_empty() {
                    self.differ(place, "is an object, and was not asked for in full");
                }
                let name = members.get("object").and_then(Value::as_str);
                // What an event holds is an object of its own kind, with nothing asked for.
                let schema = match (shape.object, name) {
                    (Some(schema), Some(name)) if schema["properties"].is_null() => {
                        self.document.schema(name)
                    }
                    (schema, _) => schema.unwrap_or(&Value::Null),
                };
                self.object(place, schema, members, expand);
            }
            _ => self.differ(place, format!("is not one of {:?}", shape.kinds())),
        }
    }

    fn text(&mut self, place: &str, shape: &Shape<'_>, text: &str) {
        let Some(allowed) = &shape.string else { return };
        let key = place.rsplit('.').next().unwrap_or_default();
        let is_known =
            |values: &BTreeSet<String>| values.contains(text) || VALUES.contains(&(key, text));
        if allowed
            .values
            .as_ref()
            .is_some_and(|values| !is_known(values))
        {
            self.differ(place, "has a value that is not enumerated");
        }
        let length = text.chars().count() as u64;
        if allowed.longest.is_some_and(|longest| length > longest) {
            self.differ(place, "is too long");
        }
    }

    fn object(
        &mut self,
        place: &str,
        schema: &Value,
        members: &Map<String, Value>,
        expand: &BTreeSet<String>,
    ) {
        for (name, property, required) in properties(schema) {
            let asked = asks_for(expand, name);
            let place = format!("{place}.{name}");
            let presence = Shape::of(self.document, property).presence(required);
            match (members.get(name), presence) {
                (None, Presence::Always | Presence::Nullable) => self.differ(&place, "is missing"),
                (None, Presence::OnRequest) if asked => {
                    self.differ(&place, "was asked for and is missing");
                }
                (None, _) => {}
                (Some(_), Presence::OnRequest) if !asked => {
                    self.differ(&place, "was not asked for");
                }
                (Some(value), _) => self.value(&place, property, value, &below(expand, name)),
            }
        }
        let own = |name: &str| properties(schema).any(|(its, ..)| its == name);
        for (name, value) in members {
            if own(name) {
                continue;
            }
            let ours = is_ours(members, place, name) && asks_for(expand, name);
            let place = format!("{place}.{name}");
            match &schema["additionalProperties"] {
                rest @ Value::Object(_) => self.value(&place, rest, value, &BTreeSet::new()),
                Value::Bool(true) => {}
                _ if ours => {}
                _ => self.differ(&place, "is not described"),
            }
        }
    }
}

/// Objects are known by what they say they are, and those that say nothing by where they stand.
fn is_ours(members: &Map<String, Value>, place: &str, key: &str) -> bool {
    let name = members.get("object").and_then(Value::as_str);
    let name = name.or_else(|| place.rsplit('.').next());
    name.is_some_and(|name| KEYS.contains(&(name, key)))
}

/// Whether `name` or something below it is asked for.
fn asks_for(expand: &BTreeSet<String>, name: &str) -> bool {
    expand.iter().any(|path| {
        let rest = path.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// What is asked for below `name`. The empty path stands for the object itself.
fn below(expand: &BTreeSet<String>, name: &str) -> BTreeSet<String> {
    let rests = expand.iter().filter_map(|path| {
        let rest = path.strip_prefix(name)?;
        rest.strip_prefix('.').or(rest.is_empty().then_some(""))
    });
    rests.map(str::to_owned).collect()
}
