//! Who moves how, and when.

use std::f32::consts::TAU;

use libm::sinf;

use super::Move;
use crate::canvas::smoothstep;
use crate::random::Random;

/// How something is held at a moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pose {
    /// In radians: to the person's left, down, and clockwise.
    pub(super) yaw: f32,
    pub(super) pitch: f32,
    pub(super) roll: f32,
    /// From the camera to the eyes.
    pub(super) distance: f32,
    /// Beside and below the middle of the picture.
    pub(super) x: f32,
    pub(super) y: f32,
    /// How far the lids are closed, 0 to 1.
    pub(super) lids: f32,
}

/// Who moves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    /// A hand that holds a picture and turns it.
    Hand,
    /// Somebody who wears a flat face.
    Mask,
    /// A hand that holds a screen still.
    Stand,
    /// A program that animates a picture.
    Program,
}

/// One change of pose.
struct Change {
    /// In milliseconds.
    starts: f32,
    lasts: f32,
    to: Target,
}

#[derive(Clone, Copy)]
struct Target {
    yaw: f32,
    pitch: f32,
    roll: f32,
    distance: f32,
    x: f32,
    y: f32,
}

/// Everything that somebody does during an attempt.
pub(super) struct Acting {
    from: Target,
    changes: Vec<Change>,
    /// Amplitude and phase of what trembles: angles and places.
    tremor: (f32, f32),
    phases: [f32; 6],
    /// Moments of blinks, in milliseconds.
    blinks: Vec<f32>,
}

impl Acting {
    pub(super) fn draw(steps: &[Move], step: u32, kind: Kind, random: &Random) -> Self {
        let mut random = random.fork(if kind == Kind::Stand {
            "held"
        } else {
            "acting"
        });
        let amplitudes = Amplitudes::draw(kind, &mut random);
        let from = Target {
            yaw: random.between(-0.05, 0.05),
            pitch: random.between(-0.1, 0.12),
            roll: random.between(-0.07, 0.07),
            distance: random.between(7.0, 9.5),
            x: random.between(-0.5, 0.5),
            y: random.between(-0.4, 0.4),
        };
        // Some are slow at everything.
        let slow = random.between(0.0, 1.0);
        let mut changes = Vec::new();
        for (at, asked) in steps.iter().enumerate().skip(1) {
            let reacts =
                200.0 + 700.0 * (0.6 * slow + 0.4 * random.unit()) * random.between(0.4, 1.0);
            changes.push(Change {
                starts: (step * at as u32) as f32 + reacts,
                lasts: random.between(320.0, 620.0),
                to: amplitudes.target(from, *asked, &mut random),
            });
        }
        let blinks = (0..random.whole(0, 5))
            .map(|_| random.between(0.0, 11_000.0))
            .collect();
        let tremor = match kind {
            Kind::Person | Kind::Mask => (random.between(0.004, 0.014), random.between(0.01, 0.04)),
            Kind::Program => (random.between(0.004, 0.014), random.between(0.005, 0.02)),
            Kind::Hand | Kind::Stand => (random.between(0.006, 0.03), random.between(0.02, 0.08)),
        };
        Self {
            from,
            changes,
            tremor,
            phases: std::array::from_fn(|_| random.between(0.0, TAU)),
            blinks,
        }
    }

    pub(super) fn pose(&self, at: u32) -> Pose {
        let at = at as f32;
        let mut now = self.from;
        for change in &self.changes {
            let share = smoothstep(change.starts, change.starts + change.lasts, at);
            now = now.towards(change.to, share);
        }
        let wave = |which: usize, hertz: f32| {
            let slow = sinf(TAU * hertz * at / 1000.0 + self.phases[which]);
            slow + 0.4 * sinf(TAU * 3.7 * hertz * at / 1000.0 + 2.0 * self.phases[which])
        };
        let (angle, place) = self.tremor;
        let blink = |moment: &f32| 1.0 - ((at - moment).abs() / 130.0).min(1.0);
        Pose {
            yaw: now.yaw + angle * wave(0, 0.9),
            pitch: now.pitch + angle * wave(1, 0.7),
            roll: now.roll + 0.6 * angle * wave(2, 0.6),
            distance: now.distance * (1.0 + 0.2 * place * wave(3, 0.5)),
            x: now.x + place * wave(4, 0.8),
            y: now.y + place * wave(5, 1.1),
            lids: self.blinks.iter().map(blink).fold(0.0, f32::max),
        }
    }
}

impl Target {
    fn towards(self, to: Self, share: f32) -> Self {
        let between = |a: f32, b: f32| a + (b - a) * share;
        Self {
            yaw: between(self.yaw, to.yaw),
            pitch: between(self.pitch, to.pitch),
            roll: between(self.roll, to.roll),
            distance: between(self.distance, to.distance),
            x: between(self.x, to.x),
            y: between(self.y, to.y),
        }
    }
}

/// How far somebody goes.
struct Amplitudes {
    /// In radians.
    turn: f32,
    closer: f32,
    away: f32,
}

impl Amplitudes {
    fn draw(kind: Kind, random: &mut Random) -> Self {
        let turn = match kind {
            // One in seven turns little.
            Kind::Person if random.chance(0.15) => random.between(0.23, 0.32),
            Kind::Person => random.between(0.32, 0.62),
            _ => random.between(0.3, 0.85),
        };
        let little = random.chance(0.1);
        Self {
            turn,
            closer: if little {
                random.between(0.8, 0.84)
            } else {
                random.between(0.6, 0.8)
            },
            away: if little {
                random.between(1.18, 1.25)
            } else {
                random.between(1.25, 1.6)
            },
        }
    }

    fn target(&self, from: Target, asked: Move, random: &mut Random) -> Target {
        let turn = self.turn * random.between(0.9, 1.1);
        let (yaw, distance) = match asked {
            Move::Straight => (0.0, 1.0),
            Move::Left => (turn, random.between(0.95, 1.05)),
            Move::Right => (-turn, random.between(0.95, 1.05)),
            Move::Closer => (0.0, self.closer),
            Move::Away => (0.0, self.away),
        };
        Target {
            yaw: from.yaw + yaw + random.between(-0.03, 0.03),
            pitch: from.pitch + random.between(-0.05, 0.05),
            roll: from.roll + random.between(-0.03, 0.03),
            distance: from.distance * distance,
            x: from.x + random.between(-0.15, 0.15) + 0.3 * yaw,
            y: from.y + random.between(-0.15, 0.15),
        }
    }
}
