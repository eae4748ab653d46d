use std::marker::PhantomData;

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use serde::de::DeserializeOwned;
use store::{Page, UnitOfWork};

use crate::command::{query_tree, take_expand};
use crate::form::{self, Node};
use crate::{Access, Call, Host, Result, page};

/// A call that reads one object, with a unit of work that sees one state of things.
pub struct Query<P, A> {
    pub call: Call,
    pub params: P,
    pub unit: Box<dyn UnitOfWork>,
    pub access: PhantomData<A>,
}

/// A call that reads a page of a list.
pub struct ListQuery<P, A> {
    pub call: Call,
    pub params: P,
    pub page: Page,
    pub unit: Box<dyn UnitOfWork>,
    pub access: PhantomData<A>,
}

impl<P: DeserializeOwned + Send, A: Access> FromRequest<Host> for Query<P, A> {
    type Rejection = Response;

    async fn from_request(request: Request, host: &Host) -> std::result::Result<Self, Response> {
        let (parts, _) = request.into_parts();
        read_one(&parts, host)
            .await
            .map_err(IntoResponse::into_response)
    }
}

impl<P: DeserializeOwned + Send, A: Access> FromRequest<Host> for ListQuery<P, A> {
    type Rejection = Response;

    async fn from_request(request: Request, host: &Host) -> std::result::Result<Self, Response> {
        let (parts, _) = request.into_parts();
        read_page(&parts, host)
            .await
            .map_err(IntoResponse::into_response)
    }
}

async fn read_one<P: DeserializeOwned, A: Access>(
    parts: &Parts,
    host: &Host,
) -> Result<Query<P, A>> {
    let (call, tree, unit) = open::<A>(parts, host).await?;
    Ok(Query {
        call,
        params: form::decode(tree)?,
        unit,
        access: PhantomData,
    })
}

async fn read_page<P: DeserializeOwned, A: Access>(
    parts: &Parts,
    host: &Host,
) -> Result<ListQuery<P, A>> {
    let (call, mut tree, unit) = open::<A>(parts, host).await?;
    let page = page::take(&mut tree)?;
    Ok(ListQuery {
        call,
        params: form::decode(tree)?,
        page,
        unit,
        access: PhantomData,
    })
}

async fn open<A: Access>(parts: &Parts, host: &Host) -> Result<(Call, Node, Box<dyn UnitOfWork>)> {
    let mut unit = host.services.store.read().await?;
    let mut call = Call::open::<A>(host, parts, unit.as_mut()).await?;
    let mut tree = query_tree(parts)?;
    call.expand = take_expand(&mut tree)?;
    Ok((call, tree, unit))
}
