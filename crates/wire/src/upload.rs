use std::marker::PhantomData;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::closing::Pending;
use crate::command::{body_too_large, open, query_tree, take_expand};
use crate::form::{self, Node};
use crate::idempotency::Idempotency;
use crate::{Access, ApiError, Call, Code, Host, Result};

/// Characters of a parameter in a multipart body.
const TEXT_LIMIT: usize = 10_000;
/// Characters of a file name that are kept.
const NAME_LIMIT: usize = 255;

/// A file as it came in.
pub struct UploadedFile {
    pub filename: Option<String>,
    pub contents: Vec<u8>,
}

/// A call with a multipart body (RFC 7578). Its unit of work is not open yet, so that the file
/// can be brought to its place first: see [`Pending::begin`].
pub struct Upload<P, A> {
    pub call: Call,
    pub params: P,
    /// The part named `file`.
    pub file: Option<UploadedFile>,
    pub pending: Pending,
    pub access: PhantomData<A>,
}

impl<P: DeserializeOwned + Send, A: Access> FromRequest<Host> for Upload<P, A> {
    type Rejection = Response;

    async fn from_request(request: Request, host: &Host) -> std::result::Result<Self, Response> {
        read(request, host)
            .await
            .map_err(IntoResponse::into_response)
    }
}

async fn read<P: DeserializeOwned, A: Access>(
    request: Request,
    host: &Host,
) -> Result<Upload<P, A>> {
    let (parts, body) = request.into_parts();
    let mut call = open::<A>(host, &parts).await?;
    let mut tree = query_tree(&parts)?;
    let request = Request::from_parts(parts.clone(), body);
    let multipart = Multipart::from_request(request, &()).await.map_err(|_| {
        let message = "Files are uploaded as `multipart/form-data`.";
        ApiError::new(Code::ContentTypeUnsupported, message)
    })?;
    let file = read_parts(multipart, &mut tree).await?;
    let contents = file.as_ref().map(|file| file.contents.as_slice());
    let idempotency = Idempotency::of(&parts, &call.caller, &tree, contents)?;
    call.idempotency_key = idempotency.as_ref().map(|used| used.key.clone());
    call.expand = take_expand(&mut tree)?;
    let params = form::decode(tree)?;
    let pending = Pending {
        host: host.clone(),
        request: call.request.clone(),
        idempotency,
    };
    Ok(Upload {
        call,
        params,
        file,
        pending,
        access: PhantomData,
    })
}

async fn read_parts(mut multipart: Multipart, tree: &mut Node) -> Result<Option<UploadedFile>> {
    let mut file = None;
    let mut text_length = 0;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        if name == "file" {
            file = Some(read_file(field).await?);
            continue;
        }
        let text = field.text().await.map_err(unreadable)?;
        text_length += name.len() + text.len();
        if text_length > TEXT_LIMIT {
            return Err(body_too_large());
        }
        form::insert(tree, &name, text)?;
    }
    Ok(file)
}

async fn read_file(field: Field<'_>) -> Result<UploadedFile> {
    let filename = field.file_name().and_then(plain_name);
    let contents = field.bytes().await.map_err(unreadable)?.to_vec();
    Ok(UploadedFile { filename, contents })
}

/// The last part of a name that may have come with folders, without control characters.
fn plain_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last.chars().filter(|c| !c.is_control());
    let plain: String = plain.take(NAME_LIMIT).collect();
    (!plain.is_empty()).then_some(plain)
}

fn unreadable(error: MultipartError) -> ApiError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return body_too_large();
    }
    let message = "The multipart body cannot be read.";
    ApiError::new(Code::RequestMalformed, message)
}
