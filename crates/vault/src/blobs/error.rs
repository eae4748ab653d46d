use std::error::Error as StdError;

use object_store::Error;
use object_store::client::{HttpError, HttpErrorKind};

/// Blob storage failed. Says what an operator has to know and nothing that a server wrote: such
/// answers repeat access keys and signatures.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// Not a name as [`super::Blobs`] wants it.
    #[error("this cannot name a blob")]
    Name,
    /// The URL of the store is not one that can be opened; says what to write instead.
    #[error("{0}")]
    Location(String),
    /// The store cannot be reached or did not answer in time. Trying later may help.
    #[error("the picture store cannot be reached{0}")]
    Away(&'static str),
    /// The store has no such bucket.
    #[error("the picture store has no such bucket: make it, or mend the blob URL")]
    NoBucket,
    /// The store refused the credentials, or they do not allow this.
    #[error(
        "the picture store refuses these credentials ({code}): check them, the region and the \
             bucket's policy"
    )]
    Refused {
        /// The store's own name for the reason.
        code: String,
    },
    /// The store failed in another way.
    #[error("the picture store failed: {code}")]
    Failed {
        /// The store's own name for the reason, or the kind of failure.
        code: String,
    },
    /// The folder could not be made, read, written or synced.
    #[error("the picture folder failed")]
    Folder(#[from] std::io::Error),
}

impl BlobError {
    /// A URL that is not one that can be opened, with what to write instead.
    pub(super) fn location(sentence: &str) -> Self {
        Self::Location(sentence.to_owned())
    }

    pub(super) fn timed_out() -> Self {
        Self::Away(": no answer in time")
    }

    /// What a client library that speaks to a folder, a bucket or memory says.
    pub(super) fn of(error: Error) -> Self {
        if let Some(io) = folder_failure(&error) {
            return Self::Folder(io);
        }
        let kind = http_failure(&error);
        match kind {
            Some(HttpErrorKind::Timeout) => return Self::Away(": no answer in time"),
            Some(HttpErrorKind::Connect) => return Self::Away(""),
            Some(HttpErrorKind::Interrupted | HttpErrorKind::Request) => {
                return Self::Away(": the connection broke off");
            }
            _ => {}
        }
        let code = code_in(&error);
        if code.as_deref() == Some(NO_BUCKET) {
            return Self::NoBucket;
        }
        match (&error, code) {
            (Error::PermissionDenied { .. }, code) => Self::Refused {
                code: code.unwrap_or_else(|| "403".to_owned()),
            },
            (Error::Unauthenticated { .. }, code) => Self::Refused {
                code: code.unwrap_or_else(|| "401".to_owned()),
            },
            (_, Some(code)) => Self::Failed { code },
            (_, None) => Self::Failed {
                code: "no reason was given".to_owned(),
            },
        }
    }
}

const NO_BUCKET: &str = "NoSuchBucket";

/// Whether the bucket itself is missing, which a client library reports as a missing object.
pub(super) fn bucket_is_missing(error: &Error) -> bool {
    code_in(error).as_deref() == Some(NO_BUCKET)
}

/// The `Code` of an S3 error answer, a word of letters; else the HTTP status.
fn code_in(error: &Error) -> Option<String> {
    let text = error.to_string();
    let named = text
        .split_once("<Code>")
        .and_then(|(_, rest)| rest.split_once("</Code>"))
        .map(|(code, _)| code)
        .filter(|code| is_word(code));
    let status = || {
        let (_, rest) = text.split_once("non-2xx status code: ")?;
        rest.get(..3).filter(|status| is_word(status))
    };
    named.or_else(status).map(str::to_owned)
}

fn is_word(text: &str) -> bool {
    let fits = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits && (1..=64).contains(&text.len())
}

fn causes(error: &Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| cause.source())
}

fn http_failure(error: &Error) -> Option<HttpErrorKind> {
    causes(error)
        .find_map(|cause| cause.downcast_ref::<HttpError>())
        .map(HttpError::kind)
}

fn folder_failure(error: &Error) -> Option<std::io::Error> {
    // Below an HTTP failure lies an I/O error too; that one is no folder's.
    if http_failure(error).is_some() {
        return None;
    }
    causes(error)
        .find_map(|cause| cause.downcast_ref::<std::io::Error>())
        .map(|io| match io.raw_os_error() {
            Some(code) => std::io::Error::from_raw_os_error(code),
            None => io.kind().into(),
        })
}
