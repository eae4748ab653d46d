//! Somebody's looks, and how they appear in a given pose.

use image::{RgbImage, imageops};
use libm::{cosf, sinf};

use super::acting::Pose;
use super::mesh::{Vertex, View};
use super::relief::{AXIS, Relief};
use crate::canvas::{Colour, mix, smoothstep};
use crate::face;
use crate::holder::Sex;
use crate::perspective::sample;
use crate::random::Random;

/// Distance between the pupils in pixels of the kept picture: a little more than frames show.
const SCALE: f32 = 110.0;
/// The part of the head that is shown, in distances between the pupils: half its width, and its top
/// and bottom from the eyes.
const HALF_WIDTH: f32 = 1.42;
const TOP: f32 = -2.05;
const BOTTOM: f32 = 1.95;

/// Where pupils, tip of the nose and corners of the mouth are in a photograph, in pixels; image-left
/// first.
pub type Landmarks = [(f32, f32); 5];

/// Somebody who can be filmed.
pub struct Person {
    picture: RgbImage,
    /// Between the pupils, in pixels of the picture.
    eyes: (f32, f32),
    /// One distance between the pupils in pixels, turned as the head is.
    unit: (f32, f32),
    relief: Relief,
}

impl Person {
    /// Somebody who does not exist.
    pub fn drawn(seed: u64) -> Self {
        let random = Random::new(seed).fork("person");
        let sex = if random.fork("sex").chance(0.5) {
            Sex::Female
        } else {
            Sex::Male
        };
        let (width, height) = (440, 540);
        let picture = face::draw(&mut random.fork("face"), sex, (width, height));
        let unit = 0.87 * 0.235 * height as f32;
        Self {
            picture,
            eyes: (0.5 * width as f32, 0.47 * height as f32),
            unit: (unit, 0.0),
            relief: relief(&random, 0.66),
        }
    }

    /// The person of a photograph taken from the front. `seed` says how far the nose stands out, which
    /// the photograph does not.
    pub fn photographed(photograph: &RgbImage, landmarks: &Landmarks, seed: u64) -> Self {
        let [left, right, nose, ..] = *landmarks;
        let distance = (right.0 - left.0).hypot(right.1 - left.1).max(1.0);
        let scale = (SCALE / distance).min(1.0);
        let side = |length: u32| ((length as f32 * scale) as u32).max(1);
        let size = (side(photograph.width()), side(photograph.height()));
        let filter = imageops::FilterType::Triangle;
        let picture = imageops::resize(photograph, size.0, size.1, filter);
        let unit = ((right.0 - left.0) * scale, (right.1 - left.1) * scale);
        let eyes = (
            f32::midpoint(left.0, right.0),
            f32::midpoint(left.1, right.1),
        );
        let tip = ((nose.1 - eyes.1) / distance).clamp(0.4, 0.9);
        Self {
            picture,
            eyes: (eyes.0 * scale, eyes.1 * scale),
            unit,
            relief: relief(&Random::new(seed).fork("person"), tip),
        }
    }

    /// The photograph's colour at a point of the face.
    pub(super) fn colour(&self, x: f32, y: f32) -> Colour {
        let (across, up) = self.unit;
        let u = self.eyes.0 + x * across - y * up;
        let v = self.eyes.1 + x * up + y * across;
        sample(&self.picture, u, v)
    }

    /// The photograph's colour at a point of the face, with the lids closed so far, 0 to 1.
    fn blinking(&self, x: f32, y: f32, closed: f32) -> Colour {
        let colour = self.colour(x, y);
        let (u, v) = ((x.abs() - 0.5) / 0.28, y / 0.14);
        let lid = closed * smoothstep(1.1, 0.8, u * u + v * v);
        if lid <= 0.0 {
            return colour;
        }
        let skin = self.colour(x, 0.3).map(|c| 0.93 * c);
        mix(colour, skin, lid)
    }

    /// How much of the head covers a point.
    pub(super) fn cover(x: f32, y: f32) -> f32 {
        let (u, v) = (x / 1.32, (y + 0.08) / 1.86);
        smoothstep(1.0, 0.9, u * u + v * v)
    }

    /// Body and head before the camera.
    pub(super) fn show(&self, view: &mut View, pose: &Pose) {
        self.body(view, pose);
        let rows = (BOTTOM - TOP) / 0.06;
        let columns = 2.0 * HALF_WIDTH / 0.06;
        let place = |u: f32, v: f32| {
            let (x, y) = (HALF_WIDTH * (2.0 * u - 1.0), TOP + (BOTTOM - TOP) * v);
            Vertex {
                at: pose.place([x, y, self.relief.height(x, y)], AXIS - 1.0),
                on: (x, y),
            }
        };
        view.lay_over();
        view.surface((columns as usize, rows as usize), place, |x, y| {
            // What is turned away from the light of the room is darker.
            let shade =
                1.0 - 0.12 * sinf(pose.yaw).abs() * (1.0 + x * sinf(pose.yaw).signum()) / 2.0;
            let colour = self.blinking(x, y, pose.lids).map(|c| c * shade);
            (colour, Self::cover(x, y))
        });
    }

    /// Neck and shoulders, which stay where they are while the head turns.
    fn body(&self, view: &mut View, pose: &Pose) {
        let upright = Pose {
            yaw: 0.25 * pose.yaw,
            pitch: 0.0,
            roll: 0.2 * pose.roll,
            ..*pose
        };
        let place = |u: f32, v: f32| {
            let (x, y) = (6.0 * u - 3.0, 1.2 + 9.0 * v);
            Vertex {
                at: upright.place([x, y, -0.6], AXIS - 1.0),
                on: (x, y),
            }
        };
        view.surface((8, 8), place, |x, y| {
            let half = 0.72 + 1.9 * smoothstep(1.75, 2.5, y);
            let cover = smoothstep(half + 0.08, half - 0.08, x.abs()) * smoothstep(1.3, 1.45, y);
            // The picture ends below: its last line goes on.
            (self.colour(x * 0.75, y), cover)
        });
    }
}

fn relief(random: &Random, tip: f32) -> Relief {
    Relief {
        nose: random.fork("nose").between(0.2, 0.34),
        tip,
    }
}

impl Pose {
    /// Turns a point of the head about an axis that lies `axis` behind the eyes, and takes it to
    /// where the head is.
    pub(super) fn place(&self, [x, y, z]: [f32; 3], axis: f32) -> [f32; 3] {
        let depth = z - axis;
        let (sin, cos) = (sinf(self.yaw), cosf(self.yaw));
        let (x, depth) = (x * cos + depth * sin, depth * cos - x * sin);
        let (sin, cos) = (sinf(self.pitch), cosf(self.pitch));
        let (y, depth) = (y * cos + depth * sin, depth * cos - y * sin);
        let (sin, cos) = (sinf(self.roll), cosf(self.roll));
        let (x, y) = (x * cos - y * sin, x * sin + y * cos);
        [self.x + x, self.y + y, self.distance - depth - axis]
    }
}
