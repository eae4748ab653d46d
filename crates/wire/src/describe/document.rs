use http::Method;
use schemars::{JsonSchema as _, Schema};
use serde_json::{Map, Value, json};

use super::Operation;
use super::operation::{Answers, SchemaOf, Sends};
use super::schemas;
use crate::access::PAGE_COOKIE;
use crate::error::envelope::ErrorObject;
use crate::form::STRING_LIMIT;
use crate::page::Paging;

/// The OpenAPI document of some operations.
pub(crate) fn document(operations: &[(Method, String, Operation)]) -> Value {
    let mut answers = schemas::of_answers();
    let error = answers.subschema_for::<ErrorObject>();
    let mut paths = Map::new();
    for (method, path, operation) in operations {
        let mut described = json!({
            "operationId": operation.id,
            "summary": operation.summary,
            "parameters": parameters(path, operation),
            "responses": {
                "200": answer(&mut answers, path, operation),
                "default": refusal(operation, &error),
            },
        });
        if *method == Method::GET {
            // The HTTP library refuses these by itself, without a body.
            for status in ["414", "431"] {
                let too_long = "The address is too long: more than 64 KiB.";
                described["responses"][status] = json!({ "description": too_long });
            }
        }
        if let Some(body) = body(operation) {
            described["requestBody"] = body;
        }
        let schemes = operation.callers.iter().map(|name| json!({ *name: [] }));
        described["security"] = schemes.collect();
        let item = paths
            .entry(path.replace("{*", "{"))
            .or_insert_with(|| json!({}));
        item[method.as_str().to_ascii_lowercase()] = described;
    }
    let mut schemas = answers.take_definitions(true);
    for schema in schemas.values_mut() {
        if let Ok(schema) = <&mut Schema>::try_from(schema) {
            schemas::finish_answer(schema);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Bonafide",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Self-hosted identity verification with the API of Stripe Identity. \
                            Paths under `/v1` that Stripe documents behave as Stripe documents \
                            them; all others are this server's own.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": security_schemes() },
    })
}

fn refusal(operation: &Operation, error: &Schema) -> Value {
    let content = if operation.refuses_plainly {
        // Pages say on a page what is wrong, where they get so far.
        match operation.answers {
            Answers::Contents("text/html") => json!({ "text/html": {}, "text/plain": {} }),
            _ => json!({ "text/plain": {} }),
        }
    } else {
        json!({ "application/json": { "schema": error } })
    };
    json!({
        "description": "The request was refused, or could not be answered.",
        "content": content,
    })
}

fn security_schemes() -> Value {
    json!({
        "basicAuth": {
            "type": "http",
            "scheme": "basic",
            "description": "A secret or restricted key as the user name, without a password.",
        },
        "bearerAuth": {
            "type": "http",
            "scheme": "bearer",
            "description": "A secret or restricted key (`sk_…`, `rk_…`).",
        },
        "ephemeralKey": {
            "type": "http",
            "scheme": "bearer",
            "description": "A key of one verification session (`ek_…`), for the person's client.",
        },
        "pageCookie": {
            "type": "apiKey",
            "in": "cookie",
            "name": format!("{PAGE_COOKIE}{{session}}"),
            "description": "The browser that spent a link of the session, whose identifier the name ends in.",
        },
    })
}

fn described(schema_of: SchemaOf) -> Value {
    let mut schema = schema_of(&mut schemas::of_parameters());
    schemas::finish_parameters(&mut schema);
    let mut value = schema.to_value();
    if let Some(object) = value.as_object_mut() {
        object.remove("description");
    }
    value
}

fn expand_schema() -> Value {
    json!({
        "type": "array",
        "description": "Fields to show in full: paths with dots; in lists they start with `data.`.",
        "items": { "type": "string", "minLength": 1, "maxLength": STRING_LIMIT },
    })
}

fn parameters(path: &str, operation: &Operation) -> Vec<Value> {
    let mut parameters: Vec<Value> = path_names(path)
        .map(|name| {
            json!({
                "name": name,
                "in": "path",
                "required": true,
                "schema": { "type": "string" },
            })
        })
        .collect();
    let (own, paging) = match operation.sends {
        Sends::Query(own) => (own, false),
        Sends::List(own) => (own, true),
        Sends::Nothing | Sends::Form(_) | Sends::Upload(_) => return parameters,
    };
    let mut named = Map::new();
    let mut sources = vec![described(own)];
    if paging {
        sources.push(described(Paging::json_schema));
    }
    for source in &sources {
        if let Some(Value::Object(properties)) = source.get("properties") {
            named.extend(properties.clone());
        }
    }
    if operation.expands {
        named.insert("expand".to_owned(), expand_schema());
    }
    for (name, mut schema) in named {
        let description = schema
            .as_object_mut()
            .and_then(|schema| schema.remove("description"));
        let mut parameter = json!({ "name": name, "in": "query", "schema": schema });
        if is_deep(&parameter["schema"]) {
            parameter["style"] = json!("deepObject");
            parameter["explode"] = json!(true);
        }
        if let Some(description) = description {
            parameter["description"] = description;
        }
        parameters.push(parameter);
    }
    parameters
}

/// The names in braces; a `*` before a name takes the rest of the path.
fn path_names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(name.trim_start_matches('*'))
    })
}

fn body(operation: &Operation) -> Option<Value> {
    let (own, media_type) = match operation.sends {
        Sends::Form(own) => (own, "application/x-www-form-urlencoded"),
        Sends::Upload(own) => (own, "multipart/form-data"),
        Sends::Nothing | Sends::Query(_) | Sends::List(_) => return None,
    };
    let mut schema = described(own);
    if schema.get("properties").is_none() {
        schema["properties"] = json!({});
    }
    if operation.expands {
        schema["properties"]["expand"] = expand_schema();
    }
    if let Sends::Upload(_) = operation.sends {
        let file = json!({ "type": "string", "format": "binary", "description": "The file." });
        schema["properties"]["file"] = file;
        if !schema["required"].is_array() {
            schema["required"] = json!([]);
        }
        if let Some(required) = schema["required"].as_array_mut() {
            required.insert(0, json!("file"));
        }
    }
    let deep = schema["properties"].as_object().into_iter().flatten();
    let encoding: Map<String, Value> = deep
        .filter(|(_, property)| is_deep(property))
        .map(|(name, _)| {
            let style = json!({ "style": "deepObject", "explode": true });
            (name.clone(), style)
        })
        .collect();
    let required = schema.get("required").is_some();
    Some(json!({
        "required": required,
        "content": { media_type: { "schema": schema, "encoding": encoding } },
    }))
}

/// Whether a parameter is spelled with brackets.
fn is_deep(schema: &Value) -> bool {
    let is = |schema: &Value| schema["type"] == "object" || schema["type"] == "array";
    is(schema)
        || schema["anyOf"]
            .as_array()
            .is_some_and(|choices| choices.iter().any(is))
}

fn answer(generator: &mut schemars::SchemaGenerator, path: &str, operation: &Operation) -> Value {
    let (media_type, schema) = match operation.answers {
        Answers::Json(schema_of) => ("application/json", schema_of(generator).to_value()),
        Answers::List(schema_of) => {
            let mut schema = schema_of(generator);
            schemas::with_list_url(&mut schema, path);
            ("application/json", schema.to_value())
        }
        Answers::Contents(media_type) => (media_type, json!({})),
    };
    json!({
        "description": "The request was answered.",
        "content": { media_type: { "schema": schema } },
    })
}
