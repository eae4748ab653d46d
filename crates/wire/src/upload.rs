use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{Method, StatusCode};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use vault::PlainBytes;

use crate::body::{EARNEST, Meter, Pace, Reserved, Trouble, declared_length, metered};
use crate::boundary::FromWithin;
use crate::command::{open, query_tree, take_expand};
use crate::describe::Operation;
use crate::form::{self, Node};
use crate::held::Seat;
use crate::idempotency::Idempotency;
use crate::party::Party;
use crate::prepared_command::PreparedCommand;
use crate::staged_request::StagedRequest;
use crate::{Access, ApiError, Call, Caller, Code, Host, Result};

/// Characters of a parameter in a multipart body.
const TEXT_LIMIT: usize = 10_000;
/// Bytes of memory that are taken at a sender's word.
const EXPECTED_LIMIT: usize = 16 * 1024 * 1024;
/// Characters of a file name that are kept.
const NAME_LIMIT: usize = 255;

/// A file as it came in.
pub struct UploadedFile {
    /// The last part of the name that the sender gave, without control characters; at most 255 of them.
    pub filename: Option<String>,
    /// All bytes, in memory.
    pub contents: PlainBytes,
}

/// A call with a multipart body (RFC 7578). Its unit of work is not open yet, so that the file
/// can be brought to its place first: see [`PreparedCommand::begin`].
pub struct Upload<P, A> {
    /// Who sends it.
    pub call: Call,
    /// What the other parts say.
    pub params: P,
    /// The part named `file`.
    pub file: Option<UploadedFile>,
    /// The memory and the place it takes; to be dropped with it.
    pub room: Reserved,
    /// The request that the body came with.
    pub parts: Parts,
    /// Opens the unit of work.
    pub pending: PreparedCommand,
    /// Whom it was opened to.
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

impl<P, A> StagedRequest for Upload<P, A>
where
    P: DeserializeOwned + JsonSchema + Send,
    A: Access,
{
    const METHOD: Method = Method::POST;

    fn operation(id: &'static str, summary: &'static str) -> Operation {
        Operation::upload::<P, A>(id, summary)
    }
}

async fn read<P: DeserializeOwned, A: Access>(
    request: Request,
    host: &Host,
) -> Result<Upload<P, A>> {
    let (parts, body) = request.into_parts();
    let mut call = open::<A>(host, &parts).await?;
    let mut tree = query_tree(&parts)?;
    // Who calls is known: from here on it is a place of theirs among uploads.
    if let Some(seat) = parts.extensions.get::<Seat>() {
        seat.leave();
    }
    let most = match &call.caller {
        Caller::Person(_) => host.admission.settings.uploads_of_one_person,
        Caller::Key(_) => usize::MAX,
    };
    let uploads = &host.admission.uploads;
    let place = uploads.enter(&Party::of(&call.caller), most).await?;
    let is_in_memory = parts.extensions.get::<FromWithin>().is_some();
    let length = declared_length(&parts.headers).unwrap_or_default();
    let room = (!is_in_memory).then(|| Arc::new(host.rooms.uploads.open(length)));
    let (body, meter) = metered(body, Pace::of_upload(host.pace), room.clone());
    let request = Request::from_parts(parts.clone(), body);
    let multipart = Multipart::from_request(request, &()).await.map_err(|_| {
        let message = "Files are uploaded as `multipart/form-data`.";
        ApiError::new(Code::ContentTypeUnsupported, message)
    })?;
    let file = read_parts(multipart, &mut tree, length, &meter).await?;
    let contents = file.as_ref().map(|file| &*file.contents);
    let idempotency = Idempotency::of(&parts, &call.caller, &tree, contents)?;
    call.idempotency_key = idempotency.as_ref().map(|used| used.key.clone());
    call.expand = take_expand(&mut tree)?;
    let params = form::decode(tree)?;
    let pending = PreparedCommand {
        host: host.clone(),
        request: call.request.clone(),
        idempotency,
    };
    Ok(Upload {
        call,
        params,
        file,
        room: Reserved {
            _room: room,
            _place: place,
        },
        parts,
        pending,
        access: PhantomData,
    })
}

async fn read_parts(
    mut multipart: Multipart,
    tree: &mut Node,
    expected: usize,
    meter: &Meter,
) -> Result<Option<UploadedFile>> {
    let unreadable = |error: MultipartError| match meter.trouble() {
        Some(trouble) => trouble.into(),
        None => unreadable(&error),
    };
    let mut file = None;
    let mut text_length = 0;
    while let Some(field) = multipart.next_field().await.map_err(unreadable)? {
        let Some(name) = field.name().map(str::to_owned) else {
            continue;
        };
        if name == "file" {
            file = Some(read_file(field, expected).await.map_err(unreadable)?);
            continue;
        }
        let text = field.text().await.map_err(unreadable)?;
        text_length += name.len() + text.len();
        if text_length > TEXT_LIMIT {
            return Err(Trouble::TooLarge.into());
        }
        form::insert(tree, &name, text)?;
    }
    Ok(file)
}

async fn read_file(
    mut field: Field<'_>,
    expected: usize,
) -> std::result::Result<UploadedFile, MultipartError> {
    let filename = field.file_name().and_then(plain_name);
    let expected = expected.min(EXPECTED_LIMIT);
    let mut contents = PlainBytes::with_capacity(expected.min(EARNEST));
    let mut is_earnest = expected <= EARNEST;
    while let Some(chunk) = field.chunk().await? {
        if !is_earnest && contents.len() + chunk.len() > EARNEST {
            // There is room for all of it from here on, so it need not be copied again.
            let mut whole = PlainBytes::with_capacity(expected);
            whole.extend(&contents);
            contents = whole;
            is_earnest = true;
        }
        contents.extend(&chunk);
    }
    Ok(UploadedFile { filename, contents })
}

/// The last part of a name that may have come with folders, without control characters.
fn plain_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last.chars().filter(|c| !c.is_control());
    let plain: String = plain.take(NAME_LIMIT).collect();
    (!plain.is_empty()).then_some(plain)
}

fn unreadable(error: &MultipartError) -> ApiError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Trouble::TooLarge.into();
    }
    let message = "The multipart body cannot be read.";
    ApiError::new(Code::RequestMalformed, message)
}
