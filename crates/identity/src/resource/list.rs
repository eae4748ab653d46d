use schemars::JsonSchema;
use serde::Serialize;

/// A page of a list. `url` is the list's path.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(inline)]
pub struct ListObject<T> {
    #[schemars(extend("enum" = ["list"]))]
    object: &'static str,
    data: Vec<T>,
    has_more: bool,
    url: String,
}

impl<T> ListObject<T> {
    /// `url` is the path without its query; `has_more` says whether objects follow behind the last of
    /// `data`.
    pub fn new(url: String, data: Vec<T>, has_more: bool) -> Self {
        Self {
            object: "list",
            data,
            has_more,
            url,
        }
    }
}
