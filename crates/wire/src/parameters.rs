//! What endpoints take, as types that describe themselves.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use store::Page;

use crate::describe::Sends;
use crate::form::{self, Node};
use crate::{Result, page};

/// The parameters of an endpoint: a structure that a form or query is read into, or [`Paged`].
pub trait Parameters: Sized + Send {
    #[doc(hidden)]
    fn decode(tree: Node) -> Result<Self>;

    #[doc(hidden)]
    fn in_query() -> Sends;
}

impl<P: DeserializeOwned + JsonSchema + Send> Parameters for P {
    fn decode(tree: Node) -> Result<Self> {
        form::decode(tree)
    }

    fn in_query() -> Sends {
        Sends::Query(P::json_schema)
    }
}

/// The parameters of a list: its own, and those that every list has.
pub struct Paged<P> {
    /// The list's own.
    pub params: P,
    /// Where the page starts or ends, and how many objects it has.
    pub page: Page,
}

impl<P: DeserializeOwned + JsonSchema + Send> Parameters for Paged<P> {
    fn decode(mut tree: Node) -> Result<Self> {
        let page = page::take(&mut tree)?;
        Ok(Self {
            params: form::decode(tree)?,
            page,
        })
    }

    fn in_query() -> Sends {
        Sends::List(P::json_schema)
    }
}
