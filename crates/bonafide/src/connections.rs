//! Connections, counted in all and of each address. Those that ask for nothing make room for those that
//! do, what is not taken is not sent for ever, and beyond all that a few are kept for who watches over
//! the server.

mod descriptors;
mod gate;
mod guarded;
mod link;
mod watched;

use std::io;
use std::time::Duration;

use axum_server::accept::Accept;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::net::TcpStream;

pub(crate) use descriptors::raise_limit;
pub(crate) use gate::{Gate, GateSettings};
use guarded::Guarded;
use watched::Watched;

/// Bytes of an answer that are handed on at once, and that the kernel keeps unsent.
const PIECE: usize = 32 * 1024;
/// What the kernel is told to hold so that it keeps one [`PIECE`] unsent: it asks for more when half of this
/// is sent.
const UNSENT: u32 = 2 * PIECE as u32;

/// How long a piece may take to be taken, for so many bytes a second at the least.
fn max_wait(least_bytes_per_second: u32) -> Duration {
    Duration::from_secs_f64(PIECE as f64 / f64::from(least_bytes_per_second.max(1)))
}

impl<S: Send + 'static> Accept<TcpStream, S> for Gate {
    type Stream = Guarded<TcpStream>;
    type Service = Watched<S>;
    type Future = BoxFuture<'static, io::Result<(Self::Stream, Self::Service)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let gate = self.clone();
        async move { gate.admitted(stream, service).await }.boxed()
    }
}

impl Gate {
    async fn admitted<S>(
        &self,
        stream: TcpStream,
        service: S,
    ) -> io::Result<(Guarded<TcpStream>, Watched<S>)> {
        let peer = stream.peer_addr()?.ip();
        let pass = self.let_in(peer).await.ok_or_else(|| {
            let message = "more connections than are served at once";
            io::Error::new(io::ErrorKind::ConnectionRefused, message)
        })?;
        stream.set_nodelay(true)?;
        #[cfg(target_os = "linux")]
        {
            let socket = socket2::SockRef::from(&stream);
            // What nobody takes stays with us, where it is shared, and not in buffers of the kernel;
            // and the kernel keeps no more of it than we do once the connection is closed.
            socket.set_tcp_notsent_lowat(UNSENT)?;
            socket.set_tcp_user_timeout(Some(self.max_wait() * 2))?;
        }
        let service = Watched::new(service, pass.link());
        Ok((Guarded::new(stream, pass), service))
    }
}
