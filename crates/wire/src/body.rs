//! How bodies of requests are read: within their size, as fast as is fair to others, and in memory
//! that all share. A form is read whole before it takes anybody's place; of what is larger, the room
//! grows with what was read.

mod metered;
mod pace;
mod room;
mod whole;

pub use metered::Meter;
pub(crate) use metered::metered;
pub(crate) use pace::Pace;
pub use pace::PaceSettings;
pub use room::Reserved;
pub(crate) use room::{EARNEST, Room, Rooms};
pub(crate) use whole::whole;

use http::HeaderMap;
use http::header::CONTENT_LENGTH;

use crate::{ApiError, Code};

/// Bytes of a form: enough for the largest one (50 metadata values of 500 characters,
/// percent-encoded) several times over.
pub(crate) const FORM_LIMIT: usize = 512 * 1024;

/// Bytes of the body, where its sender says so.
pub(crate) fn declared_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// What is wrong with a body that does not come as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It comes more slowly than is waited for.
    TooSlow,
    /// Others waited for the room that it took, and it came slowly.
    GaveWay,
    TooLarge,
    /// It ends before its end.
    Broken,
}

impl From<Trouble> for ApiError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::TooSlow => {
                let message = "The body of the request came too slowly. Nothing was changed; \
                               please send the request again.";
                Self::new(Code::Unavailable, message).with_retry_after(1)
            }
            Trouble::GaveWay => {
                let message = "The body of the request came slowly while others waited for the \
                               room that it took. Nothing was changed; please send the request \
                               again a little later.";
                Self::new(Code::Unavailable, message).with_retry_after(5)
            }
            Trouble::TooLarge => {
                let message = "The request is larger than this endpoint takes.";
                Self::new(Code::BodyTooLarge, message)
            }
            Trouble::Broken => {
                let message = "The body of the request could not be read to its end.";
                Self::new(Code::RequestMalformed, message)
            }
        }
    }
}
