use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures::FutureExt as _;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

use super::gate::Pass;
use super::link::Link;

/// How often it is looked at what is taken.
const EVERY: Duration = Duration::from_secs(2);

/// A stream that ends when the gate wants it to, or when what is written to it is not taken.
pub(crate) struct Guarded<S> {
    stream: S,
    link: Arc<Link>,
    max_wait: Duration,
    tick: Pin<Box<Sleep>>,
    /// Since when the other side takes nothing of what is to be written.
    waiting_since: Option<Instant>,
    _pass: Option<Pass>,
}

impl<S> Guarded<S> {
    pub(super) fn new(stream: S, pass: Pass) -> Self {
        let (link, max_wait) = (pass.link(), pass.max_wait());
        Self::watching(stream, link, max_wait, Some(pass))
    }

    fn watching(stream: S, link: Arc<Link>, max_wait: Duration, pass: Option<Pass>) -> Self {
        Self {
            stream,
            link,
            max_wait,
            tick: Box::pin(sleep(EVERY)),
            waiting_since: None,
            _pass: pass,
        }
    }

    /// Whether the stream is to end; else its task is woken when it may be.
    fn look(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        self.link.listens(context.waker());
        if self.link.has_ended() {
            let message = "closed for another connection";
            return Err(io::Error::new(io::ErrorKind::ConnectionAborted, message));
        }
        while self.tick.poll_unpin(context).is_ready() {
            self.tick.as_mut().reset(Instant::now() + EVERY);
            let waited = self.waiting_since.map(|since| since.elapsed());
            let takes_nothing = waited.is_some_and(|waited| waited > self.max_wait);
            if takes_nothing || self.link.is_stuck(self.max_wait) {
                measures::CONNECTIONS_CLOSED.count(&["slow_reader"]);
                let message = "what was sent is not taken";
                return Err(io::Error::new(io::ErrorKind::TimedOut, message));
            }
        }
        Ok(())
    }

    fn wrote<T>(&mut self, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_pending() {
            self.waiting_since.get_or_insert_with(Instant::now);
        } else {
            self.waiting_since = None;
        }
        written
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Guarded<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        this.look(context)?;
        Pin::new(&mut this.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Guarded<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        this.look(context)?;
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.wrote(written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        this.look(context)?;
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, bytes);
        this.wrote(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;

    const MAX_WAIT: Duration = Duration::from_secs(16);

    fn link() -> Arc<Link> {
        Arc::new(Link::new(None, false))
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_is_left_and_who_takes_a_little_is_not() {
        let (near, mut far) = duplex(1024);
        let mut near = Guarded::watching(near, link(), MAX_WAIT, None);
        let begun = Instant::now();
        let written = near.write_all(&[0; 4096]);
        let read = async {
            let mut buffer = [0; 1024];
            for _ in 0..2 {
                sleep(MAX_WAIT / 2).await;
                far.read_exact(&mut buffer).await.unwrap();
            }
            std::future::pending::<()>().await;
        };
        let error = tokio::select! {
            written = written => written.unwrap_err(),
            () = read => unreachable!(),
        };
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let took = begun.elapsed();
        assert!(
            took >= MAX_WAIT * 2 && took <= MAX_WAIT * 2 + EVERY * 2,
            "{took:?}"
        );
    }

    #[tokio::test]
    async fn the_gate_ends_a_stream_that_waits() {
        let (near, _far) = duplex(1024);
        let link = link();
        let mut near = Guarded::watching(near, Arc::clone(&link), MAX_WAIT, None);
        let mut buffer = [0; 1];
        let mut reading = Box::pin(near.read(&mut buffer));
        assert!(futures::poll!(&mut reading).is_pending());
        link.end();
        let error = reading.await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionAborted);
    }
}
