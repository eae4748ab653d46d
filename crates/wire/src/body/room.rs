use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout};

use super::Trouble;
use crate::admission::Place;

/// What is reserved at once, before it is read.
const STEP: usize = 64 * 1024;
/// Who has sent so much is given room for all that they said they would send, so that it can be put
/// where it stays.
pub(crate) const EARNEST: usize = 1 << 20;
/// What is believed of that.
const BELIEVED: usize = 17 << 20;
/// How long somebody waits for room before the slowest of those who have some has to go.
const MAX_WAIT: Duration = Duration::from_secs(3);
/// Bytes a second of those who need not go for others.
const BRISK: f64 = 64.0 * 1024.0;

/// Memory for bodies under way, of the whole process.
#[derive(Clone)]
pub(crate) struct Rooms {
    /// Two of the largest files, for uploads.
    pub(crate) uploads: Room,
    /// For forms.
    pub(crate) forms: Room,
}

impl Default for Rooms {
    fn default() -> Self {
        Self {
            uploads: Room::new(32 << 20),
            forms: Room::new(16 << 20),
        }
    }
}

/// Memory that bodies share. What does not fit waits unread, so that its sender slows down. The one
/// that came first may always go on, over the bound too: so one of those that are here always comes to
/// its end, and there is never more than the bound and one body. Who is slow while others wait, goes.
#[derive(Clone)]
pub(crate) struct Room(Arc<Shared>);

struct Shared {
    size: usize,
    state: Mutex<State>,
    /// Something was given back.
    changed: Notify,
}

#[derive(Default)]
struct State {
    used: usize,
    next: u64,
    /// By the order in which they came.
    bodies: BTreeMap<u64, Held>,
}

struct Held {
    /// Bytes that were announced.
    expected: usize,
    reserved: usize,
    read: usize,
    /// All of it is here.
    whole: bool,
    waits: bool,
    /// What was read by when; the earlier one is looked at while the later one is fresh.
    marks: [(Instant, usize); 2],
    dismissed: bool,
    dismissal: Arc<Notify>,
}

/// The room of one body, given back when dropped.
pub(crate) struct Growing {
    room: Room,
    number: u64,
    dismissal: Arc<Notify>,
}

/// Keeps the memory and the place of an upload.
pub struct Reserved {
    pub(crate) _room: Option<Arc<Growing>>,
    pub(crate) _place: Place,
}

impl Room {
    pub(crate) fn new(size: usize) -> Self {
        Self(Arc::new(Shared {
            size,
            state: Mutex::default(),
            changed: Notify::new(),
        }))
    }

    /// A body that has not come yet, and how long it is said to be.
    pub(crate) fn open(&self, expected: usize) -> Growing {
        let dismissal = Arc::new(Notify::new());
        let mut state = self.state();
        let number = state.next;
        state.next += 1;
        state.bodies.insert(
            number,
            Held {
                expected: expected.min(BELIEVED),
                reserved: 0,
                read: 0,
                whole: false,
                waits: false,
                marks: [(Instant::now(), 0); 2],
                dismissed: false,
                dismissal: Arc::clone(&dismissal),
            },
        );
        Growing {
            room: self.clone(),
            number,
            dismissal,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends the slowest away of those that are still read, if it is slow at all.
    fn make_room(&self) {
        let now = Instant::now();
        let mut state = self.state();
        let slow = state.bodies.values_mut().filter_map(|body| {
            let rate = body.rate(now);
            let stays = body.whole || body.waits || body.dismissed || body.reserved == 0;
            let rate = rate.filter(|rate| !stays && *rate < BRISK)?;
            Some((rate, body))
        });
        let slowest = slow.min_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((_, body)) = slowest {
            body.dismissed = true;
            body.dismissal.notify_one();
        }
    }
}

impl Held {
    /// Bytes a second lately; `None` where it is too early to say.
    fn rate(&mut self, now: Instant) -> Option<f64> {
        let age = |(since, _): (Instant, usize)| now.saturating_duration_since(since);
        let mark = self
            .marks
            .into_iter()
            .rev()
            .find(|mark| age(*mark) >= MAX_WAIT);
        let rate = mark.map(|mark| (self.read - mark.1) as f64 / age(mark).as_secs_f64());
        if age(self.marks[1]) >= MAX_WAIT {
            self.marks = [self.marks[1], (now, self.read)];
        }
        rate
    }

    /// What has to be reserved for so many more bytes.
    fn lacks(&self, bytes: usize) -> usize {
        let wanted = self.read + bytes;
        if wanted <= self.reserved {
            return 0;
        }
        let ahead = if wanted > EARNEST { self.expected } else { 0 };
        wanted.max(self.reserved + STEP).max(ahead) - self.reserved
    }
}

impl Growing {
    /// Waits until there is room for so many more bytes. Says whether it had to wait.
    pub(crate) async fn grow(&self, bytes: usize) -> Result<bool, Trouble> {
        let mut waited = false;
        loop {
            let changed = self.room.0.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if self.try_grow(bytes)? {
                return Ok(waited);
            }
            waited = true;
            if timeout(MAX_WAIT, changed).await.is_err() {
                self.room.make_room();
            }
        }
    }

    /// Whether there is room; else it is known that this one waits.
    fn try_grow(&self, bytes: usize) -> Result<bool, Trouble> {
        let size = self.room.0.size;
        let mut state = self.room.state();
        let is_first = state.bodies.keys().next() == Some(&self.number);
        // Those who came before are served before.
        let mut before = state.bodies.range(..self.number);
        let in_front = before.any(|(_, body)| body.waits);
        let used = state.used;
        let Some(body) = state.bodies.get_mut(&self.number) else {
            return Ok(true);
        };
        if body.dismissed {
            return Err(Trouble::GaveWay);
        }
        let wanted = body.lacks(bytes);
        let fits = used + wanted <= size && !in_front;
        if wanted > 0 && !is_first && !fits {
            body.waits = true;
            return Ok(false);
        }
        body.reserved += wanted;
        body.read += bytes;
        let now = Instant::now();
        if body.waits {
            // The wait was not its fault.
            body.waits = false;
            body.marks = [(now, body.read); 2];
        }
        body.rate(now);
        state.used += wanted;
        Ok(true)
    }

    /// All of the body is here.
    pub(crate) fn is_whole(&self) {
        if let Some(body) = self.room.state().bodies.get_mut(&self.number) {
            body.whole = true;
        }
    }

    /// Waits until this body has to go.
    pub(crate) async fn dismissed(&self) {
        self.dismissal.notified().await;
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        let mut state = self.room.state();
        if let Some(body) = state.bodies.remove(&self.number) {
            state.used -= body.reserved;
        }
        drop(state);
        self.room.0.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use super::*;

    const MIB: usize = 1 << 20;

    fn used(room: &Room) -> usize {
        room.state().used
    }

    #[tokio::test]
    async fn what_does_not_fit_waits_until_others_are_done() {
        let room = Room::new(4 * MIB);
        let (first, second) = (room.open(0), room.open(0));
        first.grow(3 * MIB).await.unwrap();
        second.grow(MIB).await.unwrap();
        {
            let mut more = pin!(second.grow(MIB));
            assert!(futures::poll!(&mut more).is_pending());
            drop(first);
            assert!(more.await.unwrap());
        }
        assert_eq!(used(&room), 2 * MIB);
        drop(second);
        assert_eq!(used(&room), 0);
    }

    #[tokio::test]
    async fn bodies_that_fill_the_room_half_read_come_to_their_end() {
        let room = Room::new(4 * MIB);
        let mut bodies: Vec<_> = (0..4).map(|_| room.open(0)).collect();
        for body in &bodies {
            body.grow(MIB).await.unwrap();
        }
        while !bodies.is_empty() {
            for later in &bodies[1..] {
                assert!(futures::poll!(pin!(later.grow(3 * MIB))).is_pending());
            }
            // The oldest goes on over the bound.
            assert!(!bodies[0].grow(3 * MIB).await.unwrap());
            assert!(used(&room) <= 8 * MIB);
            bodies.remove(0);
        }
        assert_eq!(used(&room), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn who_stalls_makes_room_for_who_waits_and_who_is_brisk_does_not() {
        let room = Room::new(4 * MIB);
        let (brisk, stalled, late) = (room.open(0), room.open(0), room.open(0));
        brisk.grow(3 * MIB).await.unwrap();
        stalled.grow(MIB).await.unwrap();
        // Both are read for as long.
        tokio::time::advance(Duration::from_secs(20)).await;
        let leaves = async {
            stalled.dismissed().await;
            assert_eq!(stalled.grow(1).await, Err(Trouble::GaveWay));
            drop(stalled);
        };
        let begun = Instant::now();
        let goes_on = async {
            for _ in 0..6 {
                tokio::time::sleep(MAX_WAIT / 6).await;
                brisk.grow(40_000).await.unwrap();
            }
        };
        let (came, (), ()) = tokio::join!(late.grow(MIB / 2), leaves, goes_on);
        assert!(came.unwrap());
        assert!(begun.elapsed() <= MAX_WAIT * 2);
        assert!(brisk.grow(1).await.is_ok());
    }

    #[tokio::test]
    async fn who_has_sent_much_has_room_for_the_rest_and_who_has_not_has_none() {
        let room = Room::new(64 * MIB);
        let body = room.open(16 * MIB);
        assert_eq!(used(&room), 0);
        body.grow(10).await.unwrap();
        assert_eq!(used(&room), STEP);
        body.grow(MIB).await.unwrap();
        assert_eq!(used(&room), 16 * MIB);
        let boasts = room.open(usize::MAX);
        boasts.grow(MIB + 1).await.unwrap();
        assert_eq!(used(&room), 16 * MIB + BELIEVED);
    }

    #[tokio::test(start_paused = true)]
    async fn a_whole_body_is_never_sent_away() {
        let room = Room::new(MIB);
        let (first, second) = (room.open(0), room.open(0));
        first.grow(MIB).await.unwrap();
        first.is_whole();
        tokio::time::advance(Duration::from_mins(1)).await;
        let waits = timeout(Duration::from_mins(1), second.grow(MIB));
        assert!(waits.await.is_err());
        assert!(first.grow(0).await.is_ok());
    }
}
