//! What a person is asked to do before the camera, so that nothing recorded beforehand fits.

use serde::{Deserialize, Serialize};

use crate::{Random, Timestamp};

string_enum! {
    /// How much is asked for against presentation attacks (ISO/IEC 30107-1).
    pub enum LivenessLevel {
        /// Nothing is looked at, and no finding about it is made.
        None = "none",
        /// The selfie's own pixels are looked at.
        Passive = "passive",
        /// The person is asked to move, and the frames of that are looked at too.
        Challenge = "challenge",
    }
}

string_enum! {
    /// One instruction. Left and right are the person's own: in frames as cameras deliver them, which
    /// are not mirrored, whoever turns to the left moves the nose to the right of the picture. A page
    /// may mirror what it shows, never what it sends.
    pub enum ChallengeStep {
        /// Straight into the camera, at the distance of the beginning.
        LookStraight = "look_straight",
        /// Turn the head to the person's left, far enough that the nose leaves the middle of the face.
        TurnLeft = "turn_left",
        /// The same to the person's right.
        TurnRight = "turn_right",
        /// Bring face and camera nearer together than they were at [`ChallengeStep::LookStraight`].
        ComeCloser = "come_closer",
        /// Take face and camera farther apart than they were at [`ChallengeStep::LookStraight`].
        MoveAway = "move_away",
    }
}

string_enum! {
    /// Which moves a person can be asked for.
    pub enum ChallengeVariant {
        /// Turns of the head and changes of distance.
        Turns = "turns",
        /// Changes of distance alone, for people who can't turn their head. It can't tell a head from
        /// a flat picture.
        Distance = "distance",
    }
}

/// The steps of one attempt, for one session and time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Chosen by the person, who may be unable to turn their head; decides what [`Challenge::steps`]
    /// are drawn from.
    pub variant: ChallengeVariant,
    /// [`ChallengeStep::LookStraight`], then [`Challenge::MOVES`] moves.
    pub steps: Vec<ChallengeStep>,
    /// When it was given out, by the server's clock; [`Challenge::expires`] counts from here.
    pub issued: Timestamp,
}

impl Challenge {
    /// Moves after the look straight ahead.
    pub const MOVES: usize = 5;
    /// Milliseconds that each step is shown.
    pub const STEP: u32 = 1800;
    /// Frames that an answer has at most.
    pub const MOST_FRAMES: usize = 16;
    /// Bytes that a frame has at most: pages send a twentieth of it, and whoever verifies an answer holds
    /// all of its frames.
    pub const MOST_FRAME_BYTES: u64 = 1_000_000;
    /// Seconds from its issue until it can no longer be answered. Following the steps takes 11, sending
    /// a dozen frames over half a megabit a second 20; the rest is for people who hesitate, and too
    /// short for putting together a clip.
    pub const LIFETIME: i64 = 90;

    /// Draws one of [`Challenge::orders`], each as likely as any other.
    pub fn draw(variant: ChallengeVariant, issued: Timestamp, random: &dyn Random) -> Self {
        loop {
            let steps = moves(variant, random);
            if is_order(variant, &steps) {
                let start = std::iter::once(ChallengeStep::LookStraight);
                return Self {
                    variant,
                    steps: start.chain(steps).collect(),
                    issued,
                };
            }
        }
    }

    /// How many orders of moves a variant has. A recording of one order fits a challenge drawn later
    /// with a chance of one in this number.
    pub fn orders(variant: ChallengeVariant) -> usize {
        match variant {
            ChallengeVariant::Turns => 228,
            ChallengeVariant::Distance => 30,
        }
    }

    /// The first moment at which the challenge can no longer be answered.
    pub fn expires(&self) -> Timestamp {
        self.issued.plus(Self::LIFETIME)
    }
}

/// The steps that the moves of a variant are drawn from.
fn choice(variant: ChallengeVariant) -> &'static [ChallengeStep] {
    match variant {
        ChallengeVariant::Turns => &[
            ChallengeStep::TurnLeft,
            ChallengeStep::TurnRight,
            ChallengeStep::ComeCloser,
            ChallengeStep::MoveAway,
        ],
        ChallengeVariant::Distance => &[
            ChallengeStep::LookStraight,
            ChallengeStep::ComeCloser,
            ChallengeStep::MoveAway,
        ],
    }
}

fn moves(variant: ChallengeVariant, random: &dyn Random) -> Vec<ChallengeStep> {
    let choice = choice(variant);
    let mut moves = Vec::with_capacity(Challenge::MOVES);
    while moves.len() < Challenge::MOVES {
        let mut byte = [0_u8];
        random.fill(&mut byte);
        // 252 is a multiple of three and of four: what lies above would favour some moves.
        if byte[0] < 252 {
            moves.push(choice[usize::from(byte[0]) % choice.len()]);
        }
    }
    moves
}

/// Whether these moves can be asked for: each differs from the one before it; together they show the
/// face from both sides, or from near and far; and a change of distance is always among them.
fn is_order(variant: ChallengeVariant, moves: &[ChallengeStep]) -> bool {
    use ChallengeStep::{ComeCloser, LookStraight, MoveAway, TurnLeft, TurnRight};
    let changes = moves.windows(2).all(|pair| pair[0] != pair[1]);
    let has = |step: ChallengeStep| moves.contains(&step);
    changes
        && match variant {
            ChallengeVariant::Turns => {
                has(TurnLeft) && has(TurnRight) && (has(ComeCloser) || has(MoveAway))
            }
            ChallengeVariant::Distance => {
                moves.first() != Some(&LookStraight) && has(ComeCloser) && has(MoveAway)
            }
        }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::SeededRandom;

    const VARIANTS: &[ChallengeVariant] = ChallengeVariant::ALL;

    #[test]
    fn the_orders_are_counted() {
        for variant in VARIANTS {
            let choice = choice(*variant);
            let words = choice.len().pow(Challenge::MOVES as u32);
            let orders = (0..words).filter(|word| {
                let letter = |at| choice[word / choice.len().pow(at) % choice.len()];
                let moves: Vec<_> = (0..Challenge::MOVES as u32).map(letter).collect();
                is_order(*variant, &moves)
            });
            assert_eq!(orders.count(), Challenge::orders(*variant));
        }
    }

    #[test]
    fn every_order_is_drawn_about_as_often() {
        let random = SeededRandom::new(1);
        for variant in VARIANTS {
            let mut drawn = BTreeMap::new();
            let orders = Challenge::orders(*variant);
            for _ in 0..orders * 50 {
                let challenge = Challenge::draw(*variant, Timestamp(0), &random);
                assert_eq!(challenge.steps.len(), 1 + Challenge::MOVES);
                *drawn.entry(challenge.steps).or_insert(0) += 1;
            }
            assert_eq!(drawn.len(), orders);
            assert!(drawn.values().all(|count| (15..100).contains(count)));
        }
    }

    #[test]
    fn it_is_kept_by_the_names_of_its_steps() {
        let challenge = Challenge {
            variant: ChallengeVariant::Turns,
            steps: vec![ChallengeStep::LookStraight, ChallengeStep::TurnLeft],
            issued: Timestamp(7),
        };
        let text = serde_json::to_string(&challenge).unwrap();
        assert_eq!(
            text,
            r#"{"variant":"turns","steps":["look_straight","turn_left"],"issued":7}"#
        );
        assert_eq!(serde_json::from_str::<Challenge>(&text).unwrap(), challenge);
        assert_eq!(challenge.expires(), Timestamp(97));
    }
}
