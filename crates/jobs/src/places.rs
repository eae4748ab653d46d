//! Who may deliver next. A worker has so many places for deliveries; an endpoint that does not answer
//! keeps each of its places for as long as a call may take.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use identity::Timestamp;
use store::DeliveryQueue;

/// Deliveries at once to an endpoint that nothing is known of.
const FEW: usize = 4;

/// How many deliveries at once each endpoint has shown to be good for: a few at first, one more with
/// each that arrived, a few again after one that did not.
#[derive(Default)]
pub struct Pace(Mutex<HashMap<String, usize>>);

impl Pace {
    pub(crate) fn arrived(&self, share: &str, most: usize) {
        let mut known = self.lock();
        let pace = known.entry(share.to_owned()).or_insert(FEW);
        *pace = (*pace + 1).min(most.max(FEW));
    }

    pub(crate) fn failed(&self, share: &str) {
        self.lock().remove(share);
    }

    fn of(&self, share: &str) -> usize {
        self.lock().get(share).copied().unwrap_or(FEW)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How the places of one worker are shared.
#[derive(Clone, Copy)]
pub(crate) struct Places {
    /// All that there are.
    pub(crate) all: usize,
    /// Those that nobody has.
    pub(crate) free: usize,
}

impl Places {
    /// What an endpoint has at most, and an account with several.
    pub(crate) fn most(self) -> usize {
        self.part(2)
    }

    fn part(self, of: usize) -> usize {
        (self.all / of).max(1)
    }

    /// How many places each queue gets now. They are given away one by one, to whose account has the
    /// fewest, then to the endpoint that has the fewest, then to what is due longest. An account has
    /// half of all at most, and up to three quarters where that gives an endpoint of its own its
    /// first. Endpoints that keep failing have one each, and a quarter together.
    pub(crate) fn share_out(
        self,
        queues: &[DeliveryQueue],
        pace: &Pace,
        now: Timestamp,
    ) -> Vec<usize> {
        let mut turns: Vec<Turn<'_>> = queues.iter().map(|queue| Turn::new(queue, pace)).collect();
        let mut accounts: HashMap<&str, usize> = HashMap::new();
        let mut failing = 0;
        for turn in &turns {
            *accounts.entry(turn.account).or_default() += turn.taken;
            failing += if turn.keeps_failing { turn.taken } else { 0 };
        }
        for _ in 0..self.free {
            let open = |turn: &&mut Turn<'_>| {
                let of_account = accounts[turn.account];
                turn.is_due(now)
                    && if turn.keeps_failing {
                        turn.taken == 0 && failing < self.part(4)
                    } else {
                        let first = turn.taken == 0 && of_account < (self.all * 3 / 4).max(1);
                        turn.taken < turn.most.min(self.most())
                            && (of_account < self.most() || first)
                    }
            };
            let next = turns
                .iter_mut()
                .filter(open)
                .min_by_key(|turn| (accounts[turn.account], turn.taken, turn.queue.due));
            let Some(turn) = next else { break };
            turn.taken += 1;
            turn.given += 1;
            failing += usize::from(turn.keeps_failing);
            *accounts.entry(turn.account).or_default() += 1;
        }
        turns.into_iter().map(|turn| turn.given).collect()
    }
}

/// When something can next be given to one of these queues that cannot be now; those aside that wait
/// for places of their own.
pub(crate) fn next_turn(queues: &[DeliveryQueue], now: Timestamp) -> Option<Timestamp> {
    let turns = queues.iter().map(turn_of);
    turns.filter(|turn| *turn > now).min()
}

/// When a queue's next delivery is to be tried.
pub(crate) fn turn_of(queue: &DeliveryQueue) -> Timestamp {
    let health = queue.endpoint.as_ref().map(|(_, health)| health);
    let held = health.and_then(|health| health.held_until);
    held.map_or(queue.due, |held| held.max(queue.due))
}

/// One endpoint, while places are given away.
struct Turn<'a> {
    queue: &'a DeliveryQueue,
    /// Endpoints that are gone are nobody's.
    account: &'a str,
    keeps_failing: bool,
    most: usize,
    taken: usize,
    given: usize,
}

impl<'a> Turn<'a> {
    fn new(queue: &'a DeliveryQueue, pace: &Pace) -> Self {
        let (account, keeps_failing) = match &queue.endpoint {
            Some((account, health)) => (account.as_str(), health.keeps_failing()),
            None => ("", false),
        };
        Self {
            queue,
            account,
            keeps_failing,
            most: pace.of(&queue.share),
            taken: queue.in_hand as usize,
            given: 0,
        }
    }

    fn is_due(&self, now: Timestamp) -> bool {
        turn_of(self.queue) <= now
    }
}

#[cfg(test)]
mod tests {
    use identity::{AccountId, EndpointHealth};

    use super::*;

    const NOW: Timestamp = Timestamp(1_000);
    const ALL: Places = Places { all: 32, free: 32 };

    fn queue(name: &str, in_hand: u32) -> DeliveryQueue {
        let account = format!("acct_{}", &name[..1]);
        DeliveryQueue {
            share: name.to_owned(),
            due: NOW,
            in_hand,
            endpoint: Some((AccountId::from_stored(account), EndpointHealth::default())),
        }
    }

    fn failing(name: &str, in_hand: u32, held_until: Option<Timestamp>) -> DeliveryQueue {
        let mut queue = queue(name, in_hand);
        if let Some((_, health)) = &mut queue.endpoint {
            *health = EndpointHealth {
                failures: 9,
                failing_since: Some(NOW),
                held_until,
            };
        }
        queue
    }

    fn given(places: Places, queues: &[DeliveryQueue]) -> Vec<usize> {
        places.share_out(queues, &Pace::default(), NOW)
    }

    #[test]
    fn an_unknown_endpoint_has_few_places() {
        assert_eq!(given(ALL, &[queue("a1", 0)]), [4]);
        assert_eq!(given(ALL, &[queue("a1", 3)]), [1]);
        assert_eq!(given(ALL, &[queue("a1", 4), queue("b1", 0)]), [0, 4]);
    }

    #[test]
    fn one_that_takes_what_it_gets_has_half() {
        let pace = Pace::default();
        for _ in 0..50 {
            pace.arrived("a1", ALL.most());
        }
        let queues = [queue("a1", 0), queue("b1", 0)];
        assert_eq!(ALL.share_out(&queues, &pace, NOW), [16, 4]);
        pace.failed("a1");
        assert_eq!(ALL.share_out(&queues, &pace, NOW), [4, 4]);
    }

    #[test]
    fn an_account_leaves_room_for_others_and_for_each_of_its_own() {
        let dead: Vec<_> = (0..4)
            .map(|number| queue(&format!("a{number}"), 4))
            .collect();
        let free = Places { all: 32, free: 16 };
        let with = |more: DeliveryQueue| [dead.as_slice(), &[more]].concat();
        // A fifth endpoint of the account gets its first place, and no second.
        assert_eq!(given(free, &with(queue("a9", 0))), [0, 0, 0, 0, 1]);
        assert_eq!(given(free, &with(queue("a9", 1))), [0; 5]);
        assert_eq!(given(free, &with(queue("b1", 0))), [0, 0, 0, 0, 4]);
        // However many of an account's endpoints are dead, a quarter is left.
        let many: Vec<_> = (10..99)
            .map(|number| queue(&format!("a{number}"), 0))
            .collect();
        assert_eq!(given(ALL, &many).iter().sum::<usize>(), 24);
    }

    #[test]
    fn those_that_keep_failing_have_one_each_and_a_quarter_together() {
        let many: Vec<_> = (10..99)
            .map(|number| failing(&format!("a{number}"), 0, None))
            .collect();
        let all = given(ALL, &many);
        assert_eq!((all.iter().sum::<usize>(), all.iter().max()), (8, Some(&1)));
        assert_eq!(given(ALL, &[failing("a1", 1, None)]), [0]);
        assert_eq!(given(ALL, &[failing("a1", 0, Some(NOW.plus(1)))]), [0]);
        assert_eq!(given(ALL, &[failing("a1", 0, Some(NOW))]), [1]);
    }

    #[test]
    fn a_single_place_is_given_too() {
        let one = Places { all: 1, free: 1 };
        assert_eq!(given(one, &[queue("a1", 0), queue("b1", 0)]), [1, 0]);
        assert_eq!(given(one, &[failing("a1", 0, None)]), [1]);
    }

    #[test]
    fn what_is_to_come_is_known() {
        let mut later = queue("a1", 0);
        later.due = NOW.plus(9);
        let held = failing("a2", 0, Some(NOW.plus(5)));
        assert_eq!(next_turn(&[later.clone(), held], NOW), Some(NOW.plus(5)));
        assert_eq!(next_turn(&[queue("a3", 4)], NOW), None);
        assert_eq!(given(ALL, &[later]), [0]);
    }
}
