use std::collections::HashMap;

use axum::body::Bytes;

/// What a form was filled in with.
#[derive(Default)]
pub(super) struct Fields {
    values: HashMap<String, String>,
    /// The picture.
    pub(super) file: Option<Bytes>,
}

impl Fields {
    pub(super) fn add(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), value.to_owned());
    }

    /// A field; empty where it was not filled in.
    pub(super) fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }
}
