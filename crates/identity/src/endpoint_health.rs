use crate::{Mode, Timestamp};

/// How deliveries to an endpoint go. An endpoint that keeps failing is tried less and less often, with
/// a single delivery at a time, until one arrives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EndpointHealth {
    /// Failed tries in a row. Tries that were under way when the endpoint was put on hold don't count.
    pub failures: u32,
    /// When the first of these tries failed; `None` while there are none.
    pub failing_since: Option<Timestamp>,
    /// End of the hold: no delivery is tried before it. `None` without a hold.
    pub held_until: Option<Timestamp>,
}

/// Failures in a row that put no hold on an endpoint yet.
const UNHELD_FAILURES: u32 = 4;

impl EndpointHealth {
    /// Whether it fails so steadily that one delivery at a time is tried.
    pub fn keeps_failing(&self) -> bool {
        self.failures > UNHELD_FAILURES
    }

    /// Whether nothing is tried now.
    pub fn is_held(&self, now: Timestamp) -> bool {
        self.held_until.is_some_and(|until| until > now)
    }

    /// The health after another failed try. From the fifth in a row on, the endpoint is held: for a
    /// second, then two, four and so on, up to a limit that depends on the mode.
    #[must_use]
    pub fn failed(self, mode: Mode, now: Timestamp) -> Self {
        if self.is_held(now) {
            return self;
        }
        let failures = self.failures.saturating_add(1);
        let held_for = failures
            .checked_sub(UNHELD_FAILURES + 1)
            .map(|exponent| (1_i64 << exponent.min(20)).min(longest_hold(mode)));
        Self {
            failures,
            failing_since: self.failing_since.or(Some(now)),
            held_until: held_for.map(|seconds| now.plus(seconds)),
        }
    }

    /// The health without its hold: the next delivery is tried at once.
    #[must_use]
    pub fn released(self) -> Self {
        Self {
            held_until: None,
            ..self
        }
    }
}

/// Seconds that a hold lasts at most: few in test mode, where a developer who has just mended the
/// endpoint may be waiting.
fn longest_hold(mode: Mode) -> i64 {
    match mode {
        Mode::Test => 30,
        Mode::Live => 300,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000);

    fn after(failures: u32, mode: Mode) -> (EndpointHealth, i64) {
        let (mut health, mut now) = (EndpointHealth::default(), NOW);
        for _ in 0..failures {
            now = health.held_until.unwrap_or(now);
            health = health.failed(mode, now);
        }
        (health, health.held_until.map_or(0, |until| until.0 - now.0))
    }

    #[test]
    fn holds_grow_to_a_limit() {
        let holds = |mode| [4, 5, 6, 7, 10, 14, 40].map(|failures| after(failures, mode).1);
        assert_eq!(holds(Mode::Test), [0, 1, 2, 4, 30, 30, 30]);
        assert_eq!(holds(Mode::Live), [0, 1, 2, 4, 32, 300, 300]);
        assert!(!after(4, Mode::Live).0.keeps_failing());
        assert!(after(5, Mode::Live).0.keeps_failing());
        assert_eq!(after(9, Mode::Live).0.failing_since, Some(NOW));
    }

    #[test]
    fn failures_that_were_under_way_count_once() {
        let (held, _) = after(8, Mode::Live);
        let now = held.held_until.unwrap().plus(-1);
        assert_eq!(held.failed(Mode::Live, now), held);
        assert_ne!(held.failed(Mode::Live, now.plus(1)), held);
    }

    #[test]
    fn who_asks_for_a_try_gets_one() {
        let (held, _) = after(9, Mode::Live);
        let released = held.released();
        assert!(!released.is_held(NOW) && released.keeps_failing());
    }
}
