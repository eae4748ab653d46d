//! What protects a session from somebody who tries again and again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Challenge, ChallengeStep, ChallengeVariant, Random, Timestamp};

const HOUR: i64 = 3600;

/// What a session remembers of challenges and uploads. It only grows, whatever a person does or takes
/// back: nothing here makes any of it smaller, and only another session begins anew.
///
/// It holds nothing personal, so it is stored unsealed and outlives a withdrawn consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guards {
    /// When challenges were given out.
    #[serde(default)]
    drawn: Vec<Timestamp>,
    /// The steps that were drawn for each variant, at the first challenge of that variant.
    #[serde(default)]
    orders: BTreeMap<ChallengeVariant, Vec<ChallengeStep>>,
    /// The challenge given out last, until it is answered.
    #[serde(default)]
    open: Option<Open>,
    /// Files that the person sent, including those that were deleted since.
    #[serde(default)]
    uploads: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Open {
    variant: ChallengeVariant,
    issued: Timestamp,
}

/// Why no challenge is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawRefused {
    /// The session has had [`Guards::DRAWS`] challenges.
    Session,
    /// The session has had [`Guards::DRAWS_PER_HOUR`] challenges within the last hour.
    Hour {
        /// From this moment on another challenge can be given out.
        until: Timestamp,
    },
}

impl Guards {
    /// Challenges that a session is given.
    pub const DRAWS: usize = 20;
    /// Challenges that a session is given within an hour.
    pub const DRAWS_PER_HOUR: usize = 10;
    /// Files that a session takes from its person: every attempt's pictures several times over.
    pub const UPLOADS: u32 = 200;

    /// The guards of a session that nobody has begun.
    pub(crate) fn new() -> Self {
        Self {
            drawn: Vec::new(),
            orders: BTreeMap::new(),
            open: None,
            uploads: 0,
        }
    }

    /// Reads what a store keeps; `None` for a session that nobody has begun.
    pub fn from_stored<E>(stored: Option<Result<Self, E>>) -> Result<Self, E> {
        stored.unwrap_or_else(|| Ok(Self::new()))
    }

    /// What a store keeps; `None` where there is nothing yet.
    pub fn to_stored(&self) -> Option<&Self> {
        (*self != Self::new()).then_some(self)
    }

    /// Whether all that `earlier` holds is here too.
    pub fn covers(&self, earlier: &Self) -> bool {
        let orders = |(variant, steps)| self.orders.get(variant) == Some(steps);
        self.drawn.starts_with(&earlier.drawn)
            && earlier.orders.iter().all(orders)
            && self.uploads >= earlier.uploads
    }

    /// The challenge to follow now: the open one while it can be answered, and then another with the
    /// same order of moves.
    ///
    /// A session keeps one order for each variant as long as it lives. If each challenge that expired
    /// or was answered wrongly brought another order, an attacker with one recording could ask until an
    /// order fits it; this way every try takes another session.
    pub fn draw(
        &mut self,
        variant: ChallengeVariant,
        now: Timestamp,
        random: &dyn Random,
    ) -> Result<Challenge, DrawRefused> {
        if let Some(open) = self.challenge()
            && open.variant == variant
            && now < open.expires()
        {
            return Ok(open);
        }
        self.check_draw(now)?;
        let steps = self
            .orders
            .entry(variant)
            .or_insert_with(|| Challenge::draw(variant, now, random).steps);
        let challenge = Challenge {
            variant,
            steps: steps.clone(),
            issued: now,
        };
        self.drawn.push(now);
        self.open = Some(Open {
            variant,
            issued: now,
        });
        Ok(challenge)
    }

    fn check_draw(&self, now: Timestamp) -> Result<(), DrawRefused> {
        if self.drawn.len() >= Self::DRAWS {
            return Err(DrawRefused::Session);
        }
        let Some(first) = self.drawn.len().checked_sub(Self::DRAWS_PER_HOUR) else {
            return Ok(());
        };
        let until = self.drawn[first].plus(HOUR);
        if now < until {
            return Err(DrawRefused::Hour { until });
        }
        Ok(())
    }

    /// The challenge given out last, if it was not answered.
    pub fn challenge(&self) -> Option<Challenge> {
        let open = self.open.as_ref()?;
        Some(Challenge {
            variant: open.variant,
            steps: self.orders.get(&open.variant)?.clone(),
            issued: open.issued,
        })
    }

    /// Closes the open challenge, which is answered now; `None` where none is open, or where it has
    /// expired.
    pub fn answer(&mut self, now: Timestamp) -> Option<Challenge> {
        let answered = self.challenge();
        self.open = None;
        answered.filter(|challenge| now < challenge.expires())
    }

    /// How many challenges were given out.
    pub fn draws(&self) -> usize {
        self.drawn.len()
    }

    /// Counts a file that the person sends; false where the session takes no more.
    #[must_use]
    pub fn take_upload(&mut self) -> bool {
        let takes = self.takes_uploads();
        self.uploads += u32::from(takes);
        takes
    }

    /// Whether the session takes another file from its person.
    pub fn takes_uploads(&self) -> bool {
        self.uploads < Self::UPLOADS
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::SeededRandom;

    const TURNS: ChallengeVariant = ChallengeVariant::Turns;
    const DISTANCE: ChallengeVariant = ChallengeVariant::Distance;

    #[test]
    fn an_order_is_drawn_once_for_a_session() {
        let random = SeededRandom::new(1);
        let mut guards = Guards::new();
        let mut now = Timestamp(1000);
        let first = guards.draw(TURNS, now, &random).unwrap();
        assert_eq!(guards.draw(TURNS, now.plus(5), &random).unwrap(), first);
        let distance = guards.draw(DISTANCE, now, &random).unwrap();
        assert_ne!(distance.steps, first.steps);
        for again in 1..8 {
            now = now.plus(Challenge::LIFETIME);
            if again % 2 == 0 {
                guards.answer(now);
            }
            let next = guards.draw(TURNS, now, &random).unwrap();
            assert_eq!(next.steps, first.steps);
            assert_eq!(next.issued, now);
        }
    }

    #[test]
    fn draws_are_counted_in_all_and_by_the_hour() {
        let random = SeededRandom::new(1);
        let mut guards = Guards::new();
        let start = Timestamp(1000);
        let mut now = start;
        for _ in 0..Guards::DRAWS_PER_HOUR {
            guards.draw(TURNS, now, &random).unwrap();
            now = now.plus(Challenge::LIFETIME);
        }
        let until = start.plus(HOUR);
        let refused = Err(DrawRefused::Hour { until });
        assert_eq!(guards.draw(TURNS, now, &random), refused);
        assert_eq!(guards.draw(DISTANCE, until.plus(-1), &random), refused);
        now = until;
        for _ in Guards::DRAWS_PER_HOUR..Guards::DRAWS {
            guards.draw(TURNS, now, &random).unwrap();
            now = now.plus(HOUR);
        }
        assert_eq!(guards.draw(TURNS, now, &random), Err(DrawRefused::Session));
    }

    #[test]
    fn a_challenge_is_answered_once_and_in_time() {
        let random = SeededRandom::new(1);
        let mut guards = Guards::new();
        let now = Timestamp(1000);
        assert_eq!(guards.answer(now), None);
        let drawn = guards.draw(TURNS, now, &random).unwrap();
        assert_eq!(guards.answer(now), Some(drawn.clone()));
        assert_eq!(guards.answer(now), None);
        guards.draw(TURNS, now, &random).unwrap();
        assert_eq!(guards.answer(drawn.expires()), None);
    }

    #[test]
    fn they_are_kept_as_they_are() {
        let random = SeededRandom::new(1);
        let mut guards = Guards::new();
        assert_eq!(guards.to_stored(), None);
        guards.draw(TURNS, Timestamp(7), &random).unwrap();
        assert!(guards.take_upload());
        let text = serde_json::to_string(guards.to_stored().unwrap()).unwrap();
        let read = Guards::from_stored(Some(serde_json::from_str(&text))).unwrap();
        assert_eq!(read, guards);
        let nothing: Option<Result<Guards, ()>> = None;
        assert_eq!(Guards::from_stored(nothing).unwrap(), Guards::new());
    }

    proptest! {
        #[test]
        fn nothing_makes_them_smaller(steps in prop::collection::vec((0..4_u8, 0..4000_i64), 0..300)) {
            let random = SeededRandom::new(1);
            let mut guards = Guards::new();
            let mut now = Timestamp(0);
            let mut given = Vec::new();
            for (step, seconds) in steps {
                let before = guards.clone();
                now = now.plus(seconds);
                match step {
                    0 | 1 => {
                        let variant = [TURNS, DISTANCE][usize::from(step)];
                        if let Ok(challenge) = guards.draw(variant, now, &random) {
                            given.push(challenge);
                        }
                    }
                    2 => drop(guards.answer(now)),
                    _ => prop_assert_eq!(guards.take_upload(), before.uploads < Guards::UPLOADS),
                }
                prop_assert!(guards.covers(&before));
            }
            prop_assert!(guards.draws() <= Guards::DRAWS);
            given.sort_by(|one, other| one.steps.cmp(&other.steps));
            given.dedup_by(|one, other| one.steps == other.steps);
            prop_assert!(given.len() <= ChallengeVariant::ALL.len());
        }
    }
}
