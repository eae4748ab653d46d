use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::rendered::Rendered;

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

/// A page of a list. `url` is the path without its query; `has_more` says whether objects follow behind the last of
/// `data`.
pub fn list<T>(url: &str, data: Vec<Rendered<T>>, has_more: bool) -> Rendered<ListObject<T>> {
    Rendered::described(json!(ListObject {
        object: "list",
        data,
        has_more,
        url: url.to_owned(),
    }))
}
