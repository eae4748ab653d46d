use std::sync::LazyLock;

use http::Method;
use serde_json::Value;

static STRIPE: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../stripe.json")).expect("stripe.json is JSON")
});

/// An OpenAPI document, of version 3.0 or 3.1.
#[derive(Clone, Debug)]
pub struct Document(Value);

impl Document {
    /// What Stripe publishes.
    pub fn stripe() -> Self {
        Self(STRIPE.clone())
    }

    pub fn new(document: Value) -> Self {
        Self(document)
    }

    /// Every operation: method, path template, description.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (Method, &str, &Value)> {
        let paths = self.0["paths"].as_object().into_iter().flatten();
        paths.flat_map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten();
            methods.filter_map(move |(method, operation)| {
                let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes()).ok()?;
                Some((method, path.as_str(), operation))
            })
        })
    }

    /// The operation that serves a path; literal parts are preferred to names in braces.
    pub(crate) fn operation(&self, method: &Method, path: &str) -> Option<(&str, &Value)> {
        self.operations()
            .filter(|(its, template, _)| its == method && serves(template, path))
            .min_by_key(|(_, template, _)| template.matches('{').count())
            .map(|(_, template, operation)| (template, operation))
    }

    pub(crate) fn schema(&self, name: &str) -> &Value {
        &self.0["components"]["schemas"][name]
    }

    /// What a schema stands for once references are followed.
    pub(crate) fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(reference) => {
                let name = reference.rsplit('/').next().unwrap_or_default();
                self.schema(name)
            }
            None => schema,
        }
    }
}

fn serves(template: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for expected in template.split('/') {
        if expected.starts_with("{*") {
            return parts.next().is_some();
        }
        let Some(part) = parts.next() else {
            return false;
        };
        if !expected.starts_with('{') && expected != part {
            return false;
        }
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_find_their_operations() {
        let stripe = Document::stripe();
        let found = |path: &str| {
            let operation = stripe.operation(&Method::GET, path);
            operation.map(|(template, _)| template.to_owned())
        };
        assert_eq!(
            found("/v1/events/evt_1").as_deref(),
            Some("/v1/events/{id}")
        );
        assert_eq!(found("/v1/events").as_deref(), Some("/v1/events"));
        assert_eq!(found("/v1/events/evt_1/x"), None);
        assert_eq!(stripe.operations().count(), 24);
    }
}
