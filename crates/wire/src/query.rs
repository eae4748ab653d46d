use http::request::Parts;
use store::UnitOfWork;

use crate::command::{query_tree, take_expand};
use crate::form::Node;
use crate::{Access, Call, Host, Result};

/// Tells who reads, in a unit of work that sees one state of things, and what stands in the query.
pub(crate) async fn open_query<A: Access>(
    parts: &Parts,
    host: &Host,
) -> Result<(Call, Node, Box<dyn UnitOfWork>)> {
    let mut unit = host.services.store.read().await?;
    let mut call = Call::open::<A>(host, parts, unit.as_mut()).await?;
    let mut tree = query_tree(parts)?;
    call.expand = take_expand(&mut tree)?;
    Ok((call, tree, unit))
}
