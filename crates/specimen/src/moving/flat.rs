//! Prints of a person.

use libm::{cosf, sinf};

use super::acting::Pose;
use super::mesh::{Vertex, View};
use super::person::Person;
use crate::canvas::{Colour, mix, smoothstep};
use crate::face::noise;
use crate::random::Random;

/// How somebody's picture was printed.
pub(super) struct Print {
    /// Half the width, and top and bottom, in distances between the pupils.
    half_width: f32,
    top: f32,
    bottom: f32,
    border: f32,
    contrast: f32,
    tone: Colour,
    seed: u32,
    skin: Colour,
    /// Radius of what it is bent round, where it is.
    bend: f32,
}

impl Print {
    pub(super) fn draw(random: &Random) -> Self {
        let mut random = random.fork("print");
        Self {
            half_width: random.between(1.7, 1.95),
            top: random.between(-2.3, -2.0),
            bottom: random.between(2.2, 2.6),
            border: random.between(0.0, 0.3),
            contrast: random.between(0.75, 0.95),
            tone: [0.0; 3].map(|_| random.between(0.92, 1.04)),
            seed: random.whole(0, u32::MAX - 1),
            skin: [214.0, 172.0, 146.0].map(|c| c * random.between(0.6, 1.05)),
            bend: random.between(1.2, 3.0),
        }
    }

    /// What is printed at a point of the face.
    fn colour(&self, person: &Person, x: f32, y: f32) -> Colour {
        let paper = 1.0 + 0.02 * noise(self.seed, x * 30.0, y * 30.0);
        let colour = person.colour(x, y);
        std::array::from_fn(|i| {
            (128.0 + self.contrast * (colour[i] - 128.0) + 8.0) * self.tone[i] * paper
        })
    }

    /// The whole print in a hand that turns it about its middle.
    pub(super) fn show(&self, view: &mut View, person: &Person, pose: &Pose) {
        let (half, border) = (self.half_width + self.border, self.border);
        let (top, bottom) = (self.top - border, self.bottom + border);
        let place = |u: f32, v: f32| {
            let (x, y) = (half * (2.0 * u - 1.0), top + (bottom - top) * v);
            Vertex {
                at: pose.place([x, y, 0.0], 0.0),
                on: (x, y),
            }
        };
        view.surface((24, 24), place, |x, y| {
            let printed = x.abs() < self.half_width && (self.top..self.bottom).contains(&y);
            let colour = if printed {
                self.colour(person, x, y)
            } else {
                [238.0; 3]
            };
            (colour, 1.0)
        });
    }

    /// The print bent round a cylinder that stands upright, the nose at the front.
    pub(super) fn show_bent(&self, view: &mut View, person: &Person, pose: &Pose) {
        let place = |u: f32, v: f32| {
            let x = self.half_width * (2.0 * u - 1.0);
            let y = self.top + (self.bottom - self.top) * v;
            let angle = x / self.bend;
            let bent = [self.bend * sinf(angle), y, self.bend * (cosf(angle) - 1.0)];
            Vertex {
                at: pose.place(bent, -0.5),
                on: (x, y),
            }
        };
        view.surface((48, 24), place, |x, y| (self.colour(person, x, y), 1.0));
    }

    /// The face alone, with holes through which somebody else looks.
    pub(super) fn show_cut_out(&self, view: &mut View, person: &Person, pose: &Pose) {
        let place = |u: f32, v: f32| {
            let (x, y) = (1.42 * (2.0 * u - 1.0), 4.0 * v - 2.05);
            Vertex {
                at: pose.place([x, y, 0.0], -0.4),
                on: (x, y),
            }
        };
        view.surface((24, 24), place, |x, y| {
            let printed = self.colour(person, x, y);
            let (u, v) = ((x.abs() - 0.5) / 0.2, y / 0.1);
            let hole = smoothstep(1.1, 0.9, u * u + v * v);
            // Behind, an eye of its own: skin in the shade, white, and a dark iris that looks along.
            let look = x.abs() - 0.5 - x.signum() * 0.06 * pose.yaw;
            let white = mix(
                self.skin.map(|c| 0.7 * c),
                [190.0, 186.0, 182.0],
                smoothstep(0.9, 0.5, u * u + v * v * 1.6),
            );
            let iris = smoothstep(0.09, 0.07, look.hypot(y));
            let eye = mix(white, [52.0, 38.0, 32.0], iris);
            (mix(printed, eye, hole), Person::cover(x, y))
        });
    }
}
