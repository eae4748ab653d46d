//! How many requests a second one caller may make: off unless the operator says so.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::{ApiError, Caller, Code};

/// Requests a second of one caller, with as many at once; `None` is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LimitSettings {
    /// GET and HEAD with one API key.
    pub reads: Option<NonZeroU32>,
    /// Everything else with one API key.
    pub writes: Option<NonZeroU32>,
    /// Anything of one person being verified.
    pub person: Option<NonZeroU32>,
}

/// What callers have used of their limits. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Limits {
    reads: Option<Limiter>,
    writes: Option<Limiter>,
    person: Option<Limiter>,
}

#[derive(Clone)]
struct Limiter(Arc<Used>);

struct Used {
    callers: DefaultKeyedRateLimiter<String>,
    clock: DefaultClock,
    /// Requests until callers who rest are forgotten.
    until_swept: AtomicU32,
}

/// Requests between two looks for callers who rest.
const SWEEP: u32 = 10_000;

impl Limits {
    pub(crate) fn new(settings: LimitSettings) -> Self {
        Self {
            reads: settings.reads.map(Limiter::new),
            writes: settings.writes.map(Limiter::new),
            person: settings.person.map(Limiter::new),
        }
    }

    /// Counts a request of a caller, or says when the next one may come.
    pub(crate) fn check(&self, caller: &Caller, reads: bool) -> Result<(), ApiError> {
        let (limiter, who) = match caller {
            Caller::Key(key) if reads => (&self.reads, key.id.as_str()),
            Caller::Key(key) => (&self.writes, key.id.as_str()),
            Caller::Person(person) => (&self.person, person.session.as_str()),
        };
        limiter
            .as_ref()
            .map_or(Ok(()), |limiter| limiter.check(who))
    }
}

impl Limiter {
    fn new(each_second: NonZeroU32) -> Self {
        Self(Arc::new(Used {
            callers: RateLimiter::keyed(Quota::per_second(each_second)),
            clock: DefaultClock::default(),
            until_swept: AtomicU32::new(SWEEP),
        }))
    }

    fn check(&self, who: &str) -> Result<(), ApiError> {
        self.sweep();
        let used = &self.0;
        let Err(too_many) = used.callers.check_key(&who.to_owned()) else {
            return Ok(());
        };
        let seconds = too_many
            .wait_time_from(used.clock.now())
            .as_secs_f64()
            .ceil();
        let message = "Too many requests with this key in a short time. Nothing was changed; please \
                       send the request again a little later.";
        let error = ApiError::new(Code::RateLimit, message);
        Err(error.with_retry_after((seconds as u32).max(1)))
    }

    /// Keeps memory to those who have called lately.
    fn sweep(&self) {
        let used = &self.0;
        if used.until_swept.fetch_sub(1, Ordering::Relaxed) == 1 {
            used.until_swept.store(SWEEP, Ordering::Relaxed);
            used.callers.retain_recent();
        }
    }
}

#[cfg(test)]
mod tests {
    use identity::{AccountId, ApiKeyId, KeyKind, Mode, SeededRandom, SessionId};
    use store::Scope;

    use super::*;
    use crate::{KeyCaller, PersonCaller};

    fn scope(random: &SeededRandom) -> Scope {
        Scope {
            account: AccountId::generate(random),
            mode: Mode::Test,
        }
    }

    fn key(random: &SeededRandom) -> Caller {
        Caller::Key(KeyCaller {
            scope: scope(random),
            id: ApiKeyId::generate(random),
            kind: KeyKind::Secret,
            permissions: Vec::new(),
            network_bound: false,
        })
    }

    #[test]
    fn each_caller_has_limits_of_its_own_for_reading_and_writing() {
        let random = SeededRandom::new(1);
        let two = NonZeroU32::new(2);
        let limits = Limits::new(LimitSettings {
            reads: None,
            writes: two,
            person: two,
        });
        let person = Caller::Person(PersonCaller {
            scope: scope(&random),
            session: SessionId::generate(&random),
        });
        for caller in [key(&random), key(&random), person] {
            limits.check(&caller, false).unwrap();
            limits.check(&caller, false).unwrap();
            let refused = limits.check(&caller, false).unwrap_err();
            assert_eq!(refused.code, Code::RateLimit);
            assert_eq!(refused.retry_after, Some(1));
            if matches!(caller, Caller::Key(_)) {
                assert!((0..100).all(|_| limits.check(&caller, true).is_ok()));
            }
        }
    }

    #[test]
    fn nothing_is_limited_unless_it_is_said() {
        let random = SeededRandom::new(1);
        let (limits, caller) = (Limits::default(), key(&random));
        assert!((0..1000).all(|_| limits.check(&caller, false).is_ok()));
    }

    #[test]
    fn callers_who_rest_are_forgotten() {
        let fast = NonZeroU32::new(1_000_000).unwrap();
        let limiter = Limiter::new(fast);
        for caller in 0..(SWEEP * 2) {
            limiter.check(&caller.to_string()).unwrap();
        }
        assert!(limiter.0.callers.len() < SWEEP as usize * 2);
    }
}
