use schemars::JsonSchema;
use serde::Deserialize;
use store::{Cursor, Page, StoreError};

use crate::form::{self, Node};
use crate::{ApiError, Code, Result};

const LIMIT_DEFAULT: u32 = 10;
const LIMIT_HIGHEST: u32 = 100;

/// How to travel through a list, the newest first.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct Paging {
    /// How many objects to answer; 10 unless told.
    #[schemars(range(min = 1, max = 100))]
    limit: Option<i64>,
    /// The object after which the page starts.
    starting_after: Option<String>,
    /// The object before which the page ends.
    ending_before: Option<String>,
}

/// Takes the paging parameters out of a list's parameters.
pub(crate) fn take(tree: &mut Node) -> Result<Page> {
    let mut own = Node::default();
    for name in ["limit", "starting_after", "ending_before"] {
        if let (Some(node), Node::Branch(children)) = (tree.take(name), &mut own) {
            children.insert(name.to_owned(), node);
        }
    }
    let paging: Paging = form::decode(own)?;
    let limit = match paging.limit {
        None => LIMIT_DEFAULT,
        Some(limit) => u32::try_from(limit)
            .ok()
            .filter(|limit| (1..=LIMIT_HIGHEST).contains(limit))
            .ok_or_else(|| {
                let message = format!("`limit` has to be between 1 and {LIMIT_HIGHEST}.");
                ApiError::new(Code::ParameterInvalidInteger, message).with_param("limit")
            })?,
    };
    let cursor = match (paging.starting_after, paging.ending_before) {
        (Some(_), Some(_)) => return Err(ApiError::exclusive("ending_before", "starting_after")),
        (Some(id), None) => Some(Cursor::StartingAfter(id)),
        (None, Some(id)) => Some(Cursor::EndingBefore(id)),
        (None, None) => None,
    };
    Ok(Page { limit, cursor })
}

/// Names the parameter where storage does not know a list's cursor.
pub fn cursor_error(page: &Page, what: &str) -> impl FnOnce(StoreError) -> ApiError {
    let cursor = page.cursor.clone();
    let what = what.to_owned();
    move |error| match (error, cursor) {
        (StoreError::UnknownCursor, Some(Cursor::StartingAfter(id))) => {
            ApiError::no_such_parameter(&what, &id, "starting_after")
        }
        (StoreError::UnknownCursor, Some(Cursor::EndingBefore(id))) => {
            ApiError::no_such_parameter(&what, &id, "ending_before")
        }
        (error, _) => error.into(),
    }
}
