//! Every answer of Stripe's, made up from its own description, passes; and whatever is then done
//! to any of its keys is noticed.

use std::collections::BTreeSet;

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::Answer;
use crate::Document;
use crate::shape::{Presence, Shape, item_of, properties};

/// Objects within objects that are made up.
const DEPTH: usize = 5;

/// A value that a schema allows, with everything that can be there, and the paths that have to be
/// asked for.
fn sample(document: &Document, schema: &Value, path: &str, paths: &mut Vec<String>) -> Value {
    let shape = Shape::of(document, schema);
    let depth = path.matches('.').count();
    if let Some(text) = shape.string.as_ref().filter(|_| shape.object.is_none()) {
        let first = text.values.as_ref().and_then(|values| values.first());
        return json!(first.map_or("text", String::as_str));
    }
    if let Some(object) = shape.object {
        if shape.string.is_some() {
            if depth + 1 >= DEPTH {
                return json!("identifier");
            }
            paths.push(path.to_owned());
        }
        let mut members = serde_json::Map::new();
        for (name, property, required) in properties(object) {
            let below = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            };
            let its = Shape::of(document, property);
            if its.presence(required) == Presence::OnRequest {
                if depth + 1 >= DEPTH {
                    continue;
                }
                paths.push(below.clone());
            }
            let value = sample(document, property, &below, paths);
            members.insert(name.to_owned(), value);
        }
        return Value::Object(members);
    }
    if let Some(array) = shape.array {
        let places = array["prefixItems"].as_array().map_or(1, Vec::len);
        let items = (0..places).map(|at| sample(document, item_of(array, at), path, paths));
        return Value::Array(items.collect());
    }
    if shape.integer {
        return json!(1);
    }
    json!(true)
}

/// Every way to reach a member of an object, and its name.
fn members(value: &Value, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                members(item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::Object(object) => {
            for (name, member) in object {
                found.push((pointer.to_owned(), name.clone()));
                members(member, &format!("{pointer}/{name}"), found);
            }
        }
        _ => {}
    }
}

struct Case {
    method: Method,
    path: String,
    expand: BTreeSet<String>,
    body: Value,
}

impl Case {
    fn is_noticed(&self, document: &Document, body: &Value) -> bool {
        let answer = Answer {
            method: &self.method,
            path: &self.path,
            status: StatusCode::OK,
            expand: &self.expand,
            body,
        };
        !document.check(&answer).expect("is described").is_empty()
    }
}

fn cases(document: &Document) -> Vec<Case> {
    let operations = document.operations();
    operations
        .map(|(method, path, operation)| {
            let schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
            let mut paths = Vec::new();
            let body = sample(document, schema, "", &mut paths);
            Case {
                method,
                path: path.replace(['{', '}'], ""),
                expand: paths.into_iter().collect(),
                body,
            }
        })
        .collect()
}

#[test]
fn what_stripe_describes_passes() {
    let document = Document::stripe();
    for case in cases(&document) {
        let answer = Answer {
            method: &case.method,
            path: &case.path,
            status: StatusCode::OK,
            expand: &case.expand,
            body: &case.body,
        };
        let found = document.check(&answer).unwrap();
        assert_eq!(found, [], "{} {}", case.method, case.path);
    }
}

#[test]
fn whatever_is_done_to_an_answer_is_noticed() {
    let document = Document::stripe();
    let mut done = 0;
    for case in cases(&document) {
        let mut places = Vec::new();
        members(&case.body, "", &mut places);
        for (pointer, name) in places {
            if pointer.ends_with("/metadata") {
                continue;
            }
            let change = |with: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                let mut body = case.body.clone();
                let object = body.pointer_mut(&pointer).and_then(Value::as_object_mut);
                with(object.unwrap());
                case.is_noticed(&document, &body)
            };
            let place = format!("{} {} {pointer}/{name}", case.method, case.path);
            assert!(
                change(&|object| {
                    object.insert(name.clone(), json!([{ "unknown": 1.5 }]));
                }),
                "{place} is of another kind"
            );
            assert!(
                change(&|object| {
                    object.insert(format!("{name}_of_nobody"), Value::Null);
                }),
                "{place} has a neighbour"
            );
            let presence = presence(&document, &case, &pointer, &name);
            let nullable = matches!(presence, Presence::Nullable | Presence::OnRequest);
            assert!(
                nullable || change(&|object| drop(object.insert(name.clone(), Value::Null))),
                "{place} is null"
            );
            assert!(
                presence == Presence::Sometimes || change(&|object| drop(object.remove(&name))),
                "{place} is missing"
            );
            done += 4;
        }
        let unasked = Case {
            expand: BTreeSet::new(),
            body: case.body.clone(),
            ..case
        };
        if !case.expand.is_empty() {
            assert!(
                unasked.is_noticed(&document, &case.body),
                "{}",
                unasked.path
            );
        }
    }
    assert!(done > 1000, "{done}");
}

/// When the key at a place is there.
fn presence(document: &Document, case: &Case, pointer: &str, name: &str) -> Presence {
    let (_, operation) = document.operation(&case.method, &case.path).unwrap();
    let mut schema = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    for part in pointer.split('/').skip(1) {
        let shape = Shape::of(document, schema);
        schema = match (shape.object, shape.array) {
            (Some(object), _) => &object["properties"][part],
            (None, Some(array)) => item_of(array, part.parse().unwrap_or_default()),
            (None, None) => panic!("{pointer} leads nowhere"),
        };
    }
    let object = Shape::of(document, schema).object.unwrap();
    let (_, property, required) = properties(object).find(|(its, ..)| *its == name).unwrap();
    Shape::of(document, property).presence(required)
}
