use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Request, Response};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use http_body::{Frame, SizeHint};
use tower::Service;
use wire::{Spare, TakenWithin};

use super::PIECE;
use super::link::{Link, Progress};

/// The service of one connection, which knows what of its answers is taken.
#[derive(Clone)]
pub(crate) struct Watched<S> {
    service: S,
    link: Arc<Link>,
}

impl<S> Watched<S> {
    pub(super) fn new(service: S, link: Arc<Link>) -> Self {
        Self { service, link }
    }
}

impl<S, B> Service<Request<B>> for Watched<S>
where
    S: Service<Request<B>, Response = Response<Body>>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Response<Body>, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        if self.link.spare {
            request.extensions_mut().insert(Spare);
        }
        let in_hand = InHand::new(Arc::clone(&self.link));
        let answer = self.service.call(request);
        async move {
            let response = answer.await?;
            let limit = response.extensions().get::<TakenWithin>();
            let limit = limit.map(|TakenWithin(limit)| *limit);
            Ok(response.map(|body| Body::new(Answer::new(body, in_hand, limit))))
        }
        .boxed()
    }
}

/// A request that is not answered to its end.
struct InHand(Arc<Link>);

impl InHand {
    fn new(link: Arc<Link>) -> Self {
        link.begin_request();
        Self(link)
    }
}

impl Drop for InHand {
    fn drop(&mut self) {
        self.0.end_request();
    }
}

/// An answer that is handed on in pieces, so that it is known how far it was taken. What belongs to
/// it is let go after the last one.
struct Answer {
    body: Body,
    /// What of the last frame is still to be handed on.
    rest: Bytes,
    progress: Option<Arc<Progress>>,
    in_hand: InHand,
}

impl Answer {
    fn new(body: Body, in_hand: InHand, limit: Option<Duration>) -> Self {
        let progress = (!body.is_end_stream()).then(|| in_hand.0.begin_answer(limit));
        Self {
            body,
            rest: Bytes::new(),
            progress,
            in_hand,
        }
    }

    fn poll_piece(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if self.rest.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => self.rest = data,
                    Err(other) => return Poll::Ready(Some(Ok(other))),
                },
                other => return Poll::Ready(other),
            }
        }
        let piece = self.rest.split_to(self.rest.len().min(PIECE));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        let link = Arc::clone(&this.in_hand.0);
        if let Some(progress) = &this.progress {
            progress.asked();
        }
        let piece = this.poll_piece(context);
        if let (Some(progress), Poll::Ready(Some(Ok(_)))) = (&this.progress, &piece) {
            link.handed(progress);
        }
        piece
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let mut hint = self.body.size_hint();
        let rest = self.rest.len() as u64;
        // In this order: the lower bound may never be above the upper one.
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + rest);
        }
        hint.set_lower(hint.lower() + rest);
        hint
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if let Some(progress) = &self.progress {
            self.in_hand.0.end_answer(progress);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::future::poll_fn;

    use tower::{ServiceExt as _, service_fn};

    use super::*;

    async fn answer(link: &Arc<Link>, contents: Bytes) -> Response<Body> {
        let service = service_fn(move |_: Request<()>| {
            let contents = contents.clone();
            async move { Ok::<_, Infallible>(Response::new(Body::from(contents))) }
        });
        let watched = Watched::new(service, Arc::clone(link));
        watched.oneshot(Request::new(())).await.unwrap()
    }

    #[tokio::test]
    async fn an_answer_is_handed_on_in_pieces_and_held_until_the_last() {
        let link = Arc::new(Link::new(None, false));
        let contents: Vec<u8> = (0..100_000_u32).map(|number| number as u8).collect();
        let mut body = answer(&link, contents.clone().into()).await.into_body();
        let mut taken = Vec::new();
        while !body.is_end_stream() {
            assert_eq!(
                body.size_hint().exact(),
                Some((contents.len() - taken.len()) as u64)
            );
            assert!(link.worth().is_none());
            let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
            let piece = frame.unwrap().unwrap().into_data().unwrap();
            assert!(piece.len() <= PIECE);
            taken.extend_from_slice(&piece);
        }
        assert!(taken == contents);
        drop(body);
        assert!(link.worth().is_some());
    }

    #[tokio::test]
    async fn an_answer_that_is_not_taken_is_stuck() {
        let link = Arc::new(Link::new(None, false));
        let whole = answer(&link, Bytes::from_static(b"all of it")).await;
        let empty = answer(&link, Bytes::new()).await;
        let moment = Duration::from_millis(20);
        let since = std::time::Instant::now();
        while since.elapsed() < moment * 2 {
            tokio::task::yield_now().await;
        }
        assert!(link.is_stuck(moment));
        drop(whole);
        // Of nothing there is nothing to take.
        assert!(!link.is_stuck(moment));
        drop(empty);
    }
}
