use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use axum::body::{Body, Bytes};
use futures::stream::unfold;

use super::pace::pieces;
use super::room::Growing;
use super::{Pace, Trouble};

/// Bytes of a body that are read before they are looked at.
const PIECE: usize = 64 * 1024;

/// What becomes of a body that is read piece by piece.
#[derive(Clone, Default)]
pub struct Meter(Arc<Metered>);

#[derive(Default)]
struct Metered {
    trouble: OnceLock<Trouble>,
    discarded: AtomicBool,
}

impl Meter {
    /// Why the body ended before its end.
    pub(crate) fn trouble(&self) -> Option<Trouble> {
        self.0.trouble.get().copied()
    }

    /// Whether it ended because it came too slowly.
    pub fn is_too_slow(&self) -> bool {
        matches!(self.trouble(), Some(Trouble::TooSlow | Trouble::GaveWay))
    }

    /// Nothing of what comes from now on is kept, so it needs no room.
    pub fn discard(&self) {
        self.0.discarded.store(true, Ordering::Relaxed);
    }
}

/// A body that comes fast enough, and for which there is room; without room to grow in, its bytes
/// are somebody else's.
pub(crate) fn metered(body: Body, pace: Pace, room: Option<Arc<Growing>>) -> (Body, Meter) {
    let meter = Meter::default();
    let reader = MeteredReader {
        pieces: pieces(body),
        pace,
        room,
        meter: meter.clone(),
        since_pause: 0,
    };
    let stream = unfold(Some(reader), |reader| async move {
        let mut reader = reader?;
        match reader.next().await {
            Ok(Some(piece)) => Some((Ok(piece), Some(reader))),
            Ok(None) => None,
            Err(trouble) => {
                // The first trouble is the cause of all.
                let _ = reader.meter.0.trouble.set(trouble);
                Some((Err(axum::Error::new(Stopped)), None))
            }
        }
    });
    (Body::from_stream(stream), meter)
}

struct MeteredReader {
    pieces: axum::body::BodyDataStream,
    pace: Pace,
    room: Option<Arc<Growing>>,
    meter: Meter,
    since_pause: usize,
}

impl MeteredReader {
    async fn next(&mut self) -> Result<Option<Bytes>, Trouble> {
        // Without a pause the reader of multipart takes in all that has arrived before it hands on
        // any of it, a second copy of the file.
        if self.since_pause >= PIECE {
            self.since_pause = 0;
            tokio::task::yield_now().await;
        }
        let Some(room) = self.room.clone() else {
            return self.pace.next(&mut self.pieces).await;
        };
        let piece = tokio::select! {
            biased;
            () = room.dismissed() => return Err(Trouble::GaveWay),
            piece = self.pace.next(&mut self.pieces) => piece?,
        };
        let Some(piece) = piece else {
            room.is_whole();
            return Ok(None);
        };
        self.since_pause += piece.len();
        let discarded = self.meter.0.discarded.load(Ordering::Relaxed);
        if !discarded && room.grow(piece.len()).await? {
            self.pace.begin_anew();
        }
        Ok(Some(piece))
    }
}

/// Its reason stands in the [`Meter`].
#[derive(Debug)]
struct Stopped;

impl std::fmt::Display for Stopped {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the body was not read to its end")
    }
}

impl std::error::Error for Stopped {}
