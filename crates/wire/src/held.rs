use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use http_body::{Frame, SizeHint};

use crate::admission::Place;

/// Where the place of a request lies, so that who answers it can change it for another.
#[derive(Clone, Default)]
pub(crate) struct Seat(Arc<Mutex<Option<Place>>>);

impl Seat {
    pub(crate) fn new(place: Place) -> Self {
        Self(Arc::new(Mutex::new(Some(place))))
    }

    /// Gives the place back before the answer.
    pub(crate) fn leave(&self) {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(place);
    }
}

/// The answer, which keeps something until its last byte is taken or its receiver is gone.
pub(crate) fn holding<T: Send + 'static>(response: Response, kept: T) -> Response {
    response.map(|body| Body::new(Holding { body, _kept: kept }))
}

struct Holding<T> {
    body: Body,
    _kept: T,
}

// Nothing in it is ever pinned.
impl<T> Unpin for Holding<T> {}

impl<T: Send + 'static> HttpBody for Holding<T> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.get_mut().body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
