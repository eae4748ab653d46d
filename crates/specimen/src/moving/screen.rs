//! A screen that shows a recording.

use image::RgbImage;
use libm::{floorf, sinf};

use super::acting::Pose;
use super::mesh::{HEIGHT, Vertex, View, WIDTH};
use crate::canvas::{Colour, mix, smoothstep};
use crate::perspective::sample;
use crate::random::Random;

pub(super) struct Screen {
    /// Cells of its grid from left to right.
    cells: f32,
    /// Strength of the grid, and of the bands that its refreshing leaves.
    grid: f32,
    banding: f32,
    bezel: f32,
    black: f32,
    /// Half its width, in distances between the pupils.
    half_width: f32,
    glow: f32,
}

impl Screen {
    pub(super) fn draw(random: &Random) -> Self {
        let mut random = random.fork("screen");
        Self {
            cells: random.between(180.0, 420.0),
            grid: random.between(0.0, 0.25),
            banding: random.between(0.0, 0.08),
            bezel: random.between(0.03, 0.12),
            black: random.between(8.0, 26.0),
            half_width: random.between(2.9, 3.8),
            glow: random.between(0.9, 1.1),
        }
    }

    pub(super) fn show(&self, view: &mut View, recorded: &RgbImage, pose: &Pose, at: u32) {
        let half_height = self.half_width * HEIGHT as f32 / WIDTH as f32;
        let reach = 1.0 + self.bezel;
        let place = |u: f32, v: f32| {
            let (u, v) = (reach * (2.0 * u - 1.0), reach * (2.0 * v - 1.0));
            Vertex {
                at: pose.place([u * self.half_width, v * half_height, 0.0], 0.0),
                on: (u, v),
            }
        };
        view.surface((20, 20), place, |u, v| {
            let beyond = u.abs().max(v.abs()) - 1.0;
            let x = f32::midpoint(u, 1.0) * WIDTH as f32;
            let y = f32::midpoint(v, 1.0) * HEIGHT as f32;
            let lit = self.light(sample(recorded, x, y), (u, v), at);
            let frame = [28.0, 28.0, 30.0];
            (mix(lit, frame, smoothstep(-0.004, 0.004, beyond)), 1.0)
        });
    }

    /// Rows and columns of its grid, bands that run down, and black that glows.
    fn light(&self, colour: Colour, (u, v): (f32, f32), at: u32) -> Colour {
        let gap = |t: f32| {
            let part = t - floorf(t);
            smoothstep(0.35, 0.1, part) + smoothstep(0.65, 0.9, part)
        };
        let across = u * self.cells / 2.0;
        let row = 1.0 - 0.5 * self.grid * gap(v * self.cells / 1.5);
        let band = 1.0 + self.banding * sinf(5.0 * v + 0.011 * at as f32);
        std::array::from_fn(|i| {
            let stripe = 1.0 - self.grid * gap(across - i as f32 / 3.0);
            (self.black + 0.95 * colour[i]) * stripe * row * band * self.glow
        })
    }
}
