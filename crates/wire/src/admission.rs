//! How many requests are in hand at once. A few more wait for a moment; the rest is told when to
//! come back, so that a server with too much to do still does what it has begun.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{ApiError, Code};

/// How much a server takes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdmissionSettings {
    /// Requests in hand at once, but for uploads.
    pub requests: usize,
    /// Uploads in hand at once: they last as long as their sender is slow.
    pub uploads: usize,
    /// How long a request waits for its turn.
    pub patience: Duration,
}

impl Default for AdmissionSettings {
    fn default() -> Self {
        Self {
            requests: 512,
            uploads: 64,
            patience: Duration::from_secs(2),
        }
    }
}

/// The two lanes of a server.
#[derive(Clone)]
pub(crate) struct Admission {
    pub(crate) requests: Lane,
    pub(crate) uploads: Lane,
}

impl Admission {
    pub(crate) fn new(settings: AdmissionSettings) -> Self {
        Self {
            requests: Lane::new(settings.requests, settings.patience),
            uploads: Lane::new(settings.uploads, settings.patience),
        }
    }
}

/// Requests of one kind.
#[derive(Clone)]
pub(crate) struct Lane(Arc<State>);

struct State {
    room: Arc<Semaphore>,
    /// Places in the room.
    size: usize,
    patience: Duration,
    waiting: AtomicUsize,
    /// How long a request was in hand, smoothed, in microseconds.
    usual: AtomicU64,
}

/// A place in the room, given back when dropped.
pub(crate) struct Admitted {
    lane: Lane,
    since: Instant,
    _place: OwnedSemaphorePermit,
}

impl Lane {
    fn new(size: usize, patience: Duration) -> Self {
        let size = size.max(1);
        Self(Arc::new(State {
            room: Arc::new(Semaphore::new(size)),
            size,
            patience,
            waiting: AtomicUsize::new(0),
            usual: AtomicU64::new(0),
        }))
    }

    /// Waits for a place, unless so many wait already that there will be none in time.
    pub(crate) async fn enter(&self) -> Result<Admitted, ApiError> {
        let state = &self.0;
        if let Ok(place) = Arc::clone(&state.room).try_acquire_owned() {
            return Ok(self.admitted(place));
        }
        let waiting = Waiting::new(state);
        // Never more than fill the room once more.
        if waiting.others >= state.size {
            return Err(self.refusal(waiting.others));
        }
        let place = Arc::clone(&state.room).acquire_owned();
        match tokio::time::timeout(state.patience, place).await {
            Ok(Ok(place)) => Ok(self.admitted(place)),
            _ => Err(self.refusal(waiting.others)),
        }
    }

    fn admitted(&self, place: OwnedSemaphorePermit) -> Admitted {
        Admitted {
            lane: self.clone(),
            since: Instant::now(),
            _place: place,
        }
    }

    /// Says for how long those in front will keep the room full, as far as can be known.
    fn refusal(&self, in_front: usize) -> ApiError {
        let usual = Duration::from_micros(self.0.usual.load(Ordering::Relaxed));
        let rounds = (in_front + self.0.size) as f64 / self.0.size as f64;
        let seconds = (usual.as_secs_f64() * rounds).ceil() as u32;
        let message = "This server has more requests in hand than it can answer in time. Nothing \
                       was changed; please send the request again a little later.";
        ApiError::new(Code::Unavailable, message).with_retry_after(seconds.clamp(1, 60))
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let took = self.since.elapsed().as_micros() as u64;
        let usual = &self.lane.0.usual;
        let before = usual.load(Ordering::Relaxed);
        // Others may write in between: it is an estimate.
        let smoothed = if before == 0 {
            took
        } else {
            (before * 7 + took) / 8
        };
        usual.store(smoothed, Ordering::Relaxed);
    }
}

/// Counts one who waits, for as long as it lives.
struct Waiting<'a> {
    state: &'a State,
    others: usize,
}

impl<'a> Waiting<'a> {
    fn new(state: &'a State) -> Self {
        let others = state.waiting.fetch_add(1, Ordering::AcqRel);
        Self { state, others }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.state.waiting.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    #[tokio::test]
    async fn some_wait_and_the_rest_is_told_when_to_come_back() {
        let lane = Lane::new(1, Duration::from_mins(1));
        let first = lane.enter().await.unwrap();
        let mut second = pin!(lane.enter());
        assert!(matches!(futures::poll!(&mut second), Poll::Pending));
        let refused = lane.enter().await.err().unwrap();
        assert_eq!(refused.code, Code::Unavailable);
        assert_eq!(refused.retry_after, Some(1));
        drop(first);
        let second = second.await.unwrap();
        drop(second);
        lane.enter().await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn patience_ends_and_leaves_no_gap() {
        let lane = Lane::new(1, Duration::from_secs(2));
        let first = lane.enter().await.unwrap();
        let begun = tokio::time::Instant::now();
        assert!(lane.enter().await.is_err());
        assert_eq!(begun.elapsed(), Duration::from_secs(2));
        assert_eq!(lane.0.waiting.load(Ordering::Relaxed), 0);
        drop(first);
        lane.enter().await.unwrap();
    }

    #[test]
    fn who_is_refused_waits_as_long_as_others_will_be_served() {
        let lane = Lane::new(10, Duration::from_secs(2));
        lane.0.usual.store(3_000_000, Ordering::Relaxed);
        assert_eq!(lane.refusal(0).retry_after, Some(3));
        assert_eq!(lane.refusal(10).retry_after, Some(6));
        assert_eq!(lane.refusal(10_000).retry_after, Some(60));
    }
}
