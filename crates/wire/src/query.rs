use std::marker::PhantomData;

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::Method;
use http::request::Parts;
use store::UnitOfWork;

use crate::command::{query_tree, take_expand};
use crate::describe::Operation;
use crate::form::Node;
use crate::parameters::Parameters;
use crate::staged_request::StagedRequest;
use crate::{Access, Call, Host, Result};

/// A call that reads, for which no unit of work is open.
pub struct PendingQuery<P, A> {
    /// Who sends it.
    pub call: Call,
    /// What the query says.
    pub params: P,
    /// The request that it came with.
    pub parts: Parts,
    /// Whom it was opened to.
    pub access: PhantomData<A>,
}

impl<P: Parameters, A: Access> FromRequest<Host> for PendingQuery<P, A> {
    type Rejection = Response;

    async fn from_request(request: Request, host: &Host) -> std::result::Result<Self, Response> {
        let (parts, _) = request.into_parts();
        read(parts, host).await.map_err(IntoResponse::into_response)
    }
}

impl<P: Parameters, A: Access> StagedRequest for PendingQuery<P, A> {
    const METHOD: Method = Method::GET;

    fn operation(id: &'static str, summary: &'static str) -> Operation {
        Operation::query::<A>(id, summary, P::in_query())
    }
}

async fn read<P: Parameters, A: Access>(parts: Parts, host: &Host) -> Result<PendingQuery<P, A>> {
    let (call, tree, unit) = open_query::<A>(&parts, host).await?;
    drop(unit);
    Ok(PendingQuery {
        call,
        params: P::decode(tree)?,
        parts,
        access: PhantomData,
    })
}

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
