//! SIGTERM and interrupts, heard from the moment somebody may send them.

use std::process::ExitCode;
use std::time::Duration;

#[cfg(unix)]
use anyhow::Context as _;
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// What closing the database may take beside.
const SLACK: Duration = Duration::from_secs(5);

/// Make it before saying that the process is ready: from then on no signal is lost, and none ends
/// the process by itself.
pub(crate) struct Shutdown {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    terminate: Signal,
}

#[cfg(unix)]
impl Shutdown {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let listen = |kind| signal(kind).context("signals cannot be heard");
        Ok(Self {
            interrupt: listen(SignalKind::interrupt())?,
            terminate: listen(SignalKind::terminate())?,
        })
    }

    /// Returns at the next signal.
    pub(crate) async fn asked(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

impl Shutdown {
    /// Lets what is in hand end, within a limit and until the next signal. Whatever is cut off can
    /// be done again: leases of jobs run out, and requests were not answered.
    pub(crate) async fn drain(
        &mut self,
        drained: impl Future<Output = anyhow::Result<()>>,
        limit: Duration,
    ) -> anyhow::Result<ExitCode> {
        tokio::select! {
            ended = drained => ended.map(|()| ExitCode::SUCCESS),
            () = self.asked() => {
                tracing::warn!("asked to stop a second time: work in hand is cut off");
                Ok(ExitCode::FAILURE)
            }
            () = tokio::time::sleep(limit + SLACK) => {
                tracing::warn!("the time to stop is over: work in hand is cut off");
                Ok(ExitCode::FAILURE)
            }
        }
    }
}

#[cfg(not(unix))]
impl Shutdown {
    pub(crate) fn new() -> anyhow::Result<Self> {
        Ok(Self {})
    }

    /// Returns at the next interrupt.
    pub(crate) async fn asked(&mut self) {
        let _interrupted = tokio::signal::ctrl_c().await;
    }
}
