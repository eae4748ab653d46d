//! Schemas of what is read and of what is written.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::form::STRING_LIMIT;

/// Of answers: shared objects stand once, under their names.
pub(super) fn of_answers() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    settings.into_generator()
}

/// Of parameters: each operation has its own, in place.
pub(super) fn of_parameters() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let settings = settings.with(|settings| {
        settings.inline_subschemas = true;
        settings.meta_schema = None;
    });
    settings.into_generator()
}

/// What is left out where it does not apply is never null.
pub(super) fn finish_answer(schema: &mut Schema) {
    RecursiveTransform(absent_is_not_null).transform(schema);
}

/// Forms know neither null nor defaults that are null, and no strings without an end.
pub(super) fn finish_parameters(schema: &mut Schema) {
    RecursiveTransform(plain_form).transform(schema);
}

fn absent_is_not_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    let required = object.get("required").cloned().unwrap_or_default();
    let required: Vec<String> = serde_json::from_value(required).unwrap_or_default();
    let Some(Value::Object(properties)) = object.get_mut("properties") else {
        return;
    };
    for (name, property) in properties {
        let Value::Object(property) = property else {
            continue;
        };
        if !required.contains(name) && !property.contains_key("x-expand-only") {
            without_null(property);
        }
    }
}

fn plain_form(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    object.remove("default");
    object.remove("title");
    without_null(object);
    let bounded = ["maxLength", "enum", "const"];
    let is_string = object.get("type") == Some(&json!("string"));
    if is_string && !bounded.iter().any(|bound| object.contains_key(*bound)) {
        object.insert("maxLength".to_owned(), json!(STRING_LIMIT));
        object.entry("minLength").or_insert(json!(1));
    }
    // Numbers come as text; how wide ours are is no matter of the caller's.
    for format in ["int64", "uint32", "uint64", "int32"] {
        if object.get("format") == Some(&json!(format)) {
            object.remove("format");
        }
    }
}

/// Takes null out of what a schema allows.
fn without_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&json!("null")));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            for (key, value) in only {
                schema.entry(key).or_insert(value);
            }
        }
    }
}

/// A page of a list at `path`.
pub(super) fn with_list_url(schema: &mut Schema, path: &str) {
    let pattern = json!(format!("^{path}"));
    if let Some(url) = schema.pointer_mut("/properties/url") {
        url["pattern"] = pattern;
    }
}
