use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use measures::{HTTP_REQUESTS_IN_HAND, Held};
use tokio::sync::oneshot;

use crate::party::Party;
use crate::{ApiError, Code};

/// Requests of one kind. Whoever calls gets no more places than are still free, so that one caller
/// has at most half of them, two have a third each, and there is always one for somebody new; those
/// who wait are served by turns, one of each caller.
#[derive(Clone)]
pub(crate) struct Lane(Arc<Shared>);

struct Shared {
    name: &'static str,
    size: usize,
    max_wait: Duration,
    state: Mutex<State>,
    /// How long a request was in hand, smoothed, in microseconds.
    usual: AtomicU64,
}

struct State {
    free: usize,
    waiting: usize,
    parties: HashMap<Party, Share>,
    /// Parties of which somebody waits, the next one first.
    turns: VecDeque<Party>,
}

/// What one caller has and wants.
#[derive(Default)]
struct Share {
    held: usize,
    /// Never more than so many at once.
    most: usize,
    waiting: VecDeque<oneshot::Sender<Place>>,
}

/// A place in a lane, given back when dropped.
pub(crate) struct Place {
    lane: Lane,
    party: Party,
    since: Instant,
    /// Whether it is still to be given back.
    taken: bool,
    _counted: Held,
}

impl Lane {
    pub(super) fn new(name: &'static str, size: usize, max_wait: Duration) -> Self {
        Self(Arc::new(Shared {
            name,
            size,
            max_wait,
            state: Mutex::new(State {
                free: size,
                waiting: 0,
                parties: HashMap::new(),
                turns: VecDeque::new(),
            }),
            usual: AtomicU64::new(0),
        }))
    }

    /// Waits for a place, unless so many wait already that there will be none in time. A party never
    /// has more than `most` of them.
    pub(crate) async fn enter(&self, party: &Party, most: usize) -> Result<Place, ApiError> {
        let receiver = {
            let mut state = self.state();
            let free = state.free;
            let share = state.parties.entry(party.clone()).or_default();
            share.most = most;
            if share.waiting.is_empty() && share.may_take(free) {
                share.held += 1;
                state.free -= 1;
                return Ok(self.place(party));
            }
            let in_front = share.waiting.len();
            // Never more than fill the room once more.
            if in_front >= self.0.size {
                state.forget(party);
                return Err(self.refusal(in_front));
            }
            let (sender, receiver) = oneshot::channel();
            share.waiting.push_back(sender);
            if in_front == 0 {
                state.turns.push_back(party.clone());
            }
            state.waiting += 1;
            receiver
        };
        let _waiting = Waiting { lane: self, party };
        match tokio::time::timeout(self.0.max_wait, receiver).await {
            Ok(Ok(place)) => Ok(place),
            _ => Err(self.refusal(self.state().waiting)),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn place(&self, party: &Party) -> Place {
        Place {
            lane: self.clone(),
            party: party.clone(),
            since: Instant::now(),
            taken: true,
            _counted: HTTP_REQUESTS_IN_HAND.held(self.0.name),
        }
    }

    /// Gives free places to those who wait, by turns.
    fn hand_out(&self, state: &mut State) {
        let mut refused = 0;
        while state.free > 0 && refused < state.turns.len() {
            let Some(party) = state.turns.pop_front() else {
                return;
            };
            let free = state.free;
            let Some(share) = state.parties.get_mut(&party) else {
                continue;
            };
            if !share.may_take(free) {
                state.turns.push_back(party);
                refused += 1;
                continue;
            }
            let Some(waiting) = share.waiting.pop_front() else {
                state.forget(&party);
                continue;
            };
            let others = !share.waiting.is_empty();
            match waiting.send(self.place(&party)) {
                Ok(()) => {
                    share.held += 1;
                    state.free -= 1;
                    refused = 0;
                }
                // Who gave up waiting had nothing to give back.
                Err(mut place) => place.taken = false,
            }
            if others {
                state.turns.push_back(party);
            } else {
                state.forget(&party);
            }
        }
    }

    /// Says for how long those in front will keep the room full, as far as can be known.
    fn refusal(&self, in_front: usize) -> ApiError {
        let usual = Duration::from_micros(self.0.usual.load(Ordering::Relaxed));
        let size = self.0.size.max(1);
        let rounds = (in_front + size) as f64 / size as f64;
        let seconds = (usual.as_secs_f64() * rounds).ceil() as u32;
        let message = "This server has more requests in hand than it can answer in time. Nothing \
                       was changed; please send the request again a little later.";
        ApiError::new(Code::Unavailable, message).with_retry_after(seconds.clamp(1, 60))
    }
}

impl State {
    /// Drops what is kept of a party that has and wants nothing.
    fn forget(&mut self, party: &Party) {
        if let Entry::Occupied(entry) = self.parties.entry(party.clone())
            && entry.get().held == 0
            && entry.get().waiting.is_empty()
        {
            entry.remove();
        }
    }
}

impl Share {
    fn may_take(&self, free: usize) -> bool {
        free > 0 && self.held <= free && self.held < self.most
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.taken {
            return;
        }
        let shared = &self.lane.0;
        let took = self.since.elapsed().as_micros() as u64;
        let before = shared.usual.load(Ordering::Relaxed);
        // Others may write in between: it is an estimate.
        let smoothed = if before == 0 {
            took
        } else {
            (before * 7 + took) / 8
        };
        shared.usual.store(smoothed, Ordering::Relaxed);
        let mut state = self.lane.state();
        state.free += 1;
        if let Some(share) = state.parties.get_mut(&self.party) {
            share.held -= 1;
        }
        state.forget(&self.party);
        self.lane.hand_out(&mut state);
    }
}

/// Counts one who waits, for as long as it lives.
struct Waiting<'a> {
    lane: &'a Lane,
    party: &'a Party,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut state = self.lane.state();
        state.waiting -= 1;
        if let Some(share) = state.parties.get_mut(self.party) {
            share.waiting.retain(|waiting| !waiting.is_closed());
            if share.waiting.is_empty() {
                state.turns.retain(|party| party != self.party);
                state.forget(self.party);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    const ALL: usize = usize::MAX;

    fn lane(size: usize) -> Lane {
        Lane::new("requests", size, Duration::from_secs(2))
    }

    fn party(number: u8) -> Party {
        Party::at(Some(Ipv4Addr::new(192, 0, 2, number).into()))
    }

    fn is_forgotten(lane: &Lane) -> bool {
        let state = lane.state();
        state.parties.is_empty() && state.turns.is_empty() && state.waiting == 0
    }

    #[tokio::test]
    async fn some_wait_and_the_rest_is_told_when_to_come_back() {
        let (lane, one) = (lane(1), party(1));
        let first = lane.enter(&one, ALL).await.unwrap();
        let mut second = pin!(lane.enter(&one, ALL));
        assert!(matches!(futures::poll!(&mut second), Poll::Pending));
        let refused = lane.enter(&one, ALL).await.err().unwrap();
        assert_eq!(refused.code, Code::Unavailable);
        assert_eq!(refused.retry_after, Some(1));
        drop(first);
        drop(second.await.unwrap());
        drop(lane.enter(&one, ALL).await.unwrap());
        assert!(is_forgotten(&lane));
    }

    #[tokio::test(start_paused = true)]
    async fn waiting_ends_and_leaves_no_gap() {
        let (lane, one) = (lane(1), party(1));
        let first = lane.enter(&one, ALL).await.unwrap();
        let begun = tokio::time::Instant::now();
        assert!(lane.enter(&one, ALL).await.is_err());
        assert_eq!(begun.elapsed(), Duration::from_secs(2));
        assert_eq!(lane.state().waiting, 0);
        drop(first);
        drop(lane.enter(&one, ALL).await.unwrap());
        assert!(is_forgotten(&lane));
    }

    #[tokio::test]
    async fn one_caller_leaves_room_for_others() {
        let lane = lane(12);
        let mut held = Vec::new();
        // Whoever comes takes what they can get.
        for (number, gets) in [(1, 7), (2, 3), (3, 2)] {
            let one = party(number);
            let mut places = 0;
            while let Poll::Ready(place) = futures::poll!(pin!(lane.enter(&one, ALL))) {
                held.push(place.unwrap());
                places += 1;
            }
            assert_eq!(places, gets, "{number}");
        }
        assert_eq!(lane.state().free, 0);
        drop(held);
        assert!(is_forgotten(&lane));
    }

    #[tokio::test]
    async fn callers_take_turns_however_many_requests_they_have() {
        let lane = lane(1);
        let (many, few) = (party(1), party(2));
        let held = lane.enter(&many, ALL).await.unwrap();
        let mut first = pin!(lane.enter(&many, ALL));
        assert!(futures::poll!(&mut first).is_pending());
        let mut other = pin!(lane.enter(&few, ALL));
        assert!(futures::poll!(&mut other).is_pending());
        // As many wait as one caller may have waiting; another caller's are taken all the same.
        assert!(lane.enter(&many, ALL).await.is_err());
        drop(held);
        let Poll::Ready(place) = futures::poll!(&mut first) else {
            panic!("who came first is served first");
        };
        assert!(futures::poll!(&mut other).is_pending());
        let mut again = pin!(lane.enter(&many, ALL));
        assert!(futures::poll!(&mut again).is_pending());
        drop(place);
        assert!(futures::poll!(&mut again).is_pending());
        drop(other.await.unwrap());
        drop(again.await.unwrap());
        assert!(is_forgotten(&lane));
    }

    #[tokio::test]
    async fn nobody_has_more_than_a_bound_of_their_own() {
        let lane = lane(100);
        let one = party(1);
        let first = lane.enter(&one, 2).await.unwrap();
        let second = lane.enter(&one, 2).await.unwrap();
        let mut third = pin!(lane.enter(&one, 2));
        assert!(futures::poll!(&mut third).is_pending());
        drop(lane.enter(&party(2), 2).await.unwrap());
        assert!(futures::poll!(&mut third).is_pending());
        drop(first);
        drop((third.await.unwrap(), second));
        assert!(is_forgotten(&lane));
    }

    #[tokio::test]
    async fn a_place_that_nobody_waits_for_any_more_goes_to_the_next() {
        let lane = lane(1);
        let (one, two, three) = (party(1), party(2), party(3));
        let held = lane.enter(&one, ALL).await.unwrap();
        let mut gone = Box::pin(lane.enter(&two, ALL));
        assert!(futures::poll!(&mut gone).is_pending());
        let mut next = pin!(lane.enter(&three, ALL));
        assert!(futures::poll!(&mut next).is_pending());
        drop(held);
        // Given a place, and gone before taking it up.
        drop(gone);
        drop(next.await.unwrap());
        assert!(is_forgotten(&lane));
    }

    #[tokio::test]
    async fn a_lane_without_places_takes_nobody() {
        assert!(lane(0).enter(&party(1), ALL).await.is_err());
    }

    #[test]
    fn who_is_refused_waits_as_long_as_others_will_be_served() {
        let lane = lane(10);
        lane.0.usual.store(3_000_000, Ordering::Relaxed);
        assert_eq!(lane.refusal(0).retry_after, Some(3));
        assert_eq!(lane.refusal(10).retry_after, Some(6));
        assert_eq!(lane.refusal(10_000).retry_after, Some(60));
    }
}
