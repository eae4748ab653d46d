//! The camera, and the room it looks into.

use std::f32::consts::TAU;

use image::RgbImage;
use libm::sinf;

use super::mesh::{HEIGHT, View, WIDTH};
use crate::canvas::{Colour, mix, smoothstep, to_pixel};
use crate::face::noise;
use crate::filter;
use crate::random::Random;

pub(super) struct Camera {
    pub(super) jpeg_quality: u8,
    room: Room,
    /// Where a screen is held that shows a recording.
    other: Room,
    /// How far a hand that holds the camera moves, in pixels; 0 on a desk.
    shake: f32,
    phases: [f32; 3],
    /// Standard deviation of the sensor's noise, in grey levels.
    noise: f32,
    sharpness: f32,
    /// How much the exposure wavers.
    flicker: f32,
    tone: Colour,
}

impl Camera {
    pub(super) fn draw(random: &Random) -> Self {
        let mut own = random.fork("camera");
        let exposure = own.between(0.75, 1.08);
        let warmth = own.between(-0.06, 0.08);
        Self {
            jpeg_quality: own.whole(76, 92) as u8,
            room: Room::draw(&mut random.fork("room")),
            other: Room::draw(&mut random.fork("other room")),
            shake: if own.chance(0.3) {
                0.0
            } else {
                own.between(2.0, 9.0)
            },
            phases: std::array::from_fn(|_| own.between(0.0, TAU)),
            noise: own.between(1.0, 3.5),
            sharpness: own.between(0.45, 0.9),
            flicker: own.between(0.0, 0.03),
            tone: [1.0 + warmth, 1.0, 1.0 - warmth].map(|c| c * exposure),
        }
    }

    /// The empty room.
    pub(super) fn room(&self, at: u32) -> View {
        View::new(self.see(&self.room, at))
    }

    pub(super) fn other_room(&self, at: u32) -> View {
        View::new(self.see(&self.other, at))
    }

    fn see(&self, room: &Room, at: u32) -> Vec<Colour> {
        let wave =
            |which: usize, hertz: f32| sinf(TAU * hertz * at as f32 / 1000.0 + self.phases[which]);
        let (dx, dy) = (self.shake * wave(0, 0.45), self.shake * wave(1, 0.6));
        let mut pixels = Vec::with_capacity(WIDTH * HEIGHT);
        for y in 0..HEIGHT {
            for x in 0..WIDTH {
                pixels.push(room.colour(x as f32 + dx, y as f32 + dy));
            }
        }
        pixels
    }

    /// What lens and sensor make of a view.
    pub(super) fn develop(&self, view: View, at: u32, random: &Random) -> RgbImage {
        let wave = sinf(TAU * 0.7 * at as f32 / 1000.0 + self.phases[2]);
        let exposure = 1.0 + self.flicker * wave;
        let mut picture = RgbImage::new(WIDTH as u32, HEIGHT as u32);
        for (pixel, colour) in picture.pixels_mut().zip(&view.pixels) {
            let tone = self.tone;
            *pixel = to_pixel(std::array::from_fn(|i| colour[i] * tone[i] * exposure));
        }
        let mut picture = filter::blur(&picture, self.sharpness);
        let mut fresh = random.fork(&format!("noise {at}"));
        filter::noise(&mut picture, self.noise, &mut fresh);
        picture
    }
}

/// A wall with something before it.
struct Room {
    wall: Colour,
    seed: u32,
    things: Vec<Thing>,
}

/// Furniture, pictures, windows: rectangles.
struct Thing {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    colour: Colour,
}

impl Room {
    fn draw(random: &mut Random) -> Self {
        let grey = random.between(90.0, 215.0);
        let wall = [0.0; 3].map(|_| grey + random.between(-18.0, 18.0));
        let things = (0..random.whole(1, 6))
            .map(|_| Thing {
                left: random.between(-80.0, 420.0),
                top: random.between(-80.0, 520.0),
                width: random.between(50.0, 240.0),
                height: random.between(60.0, 340.0),
                colour: [0.0; 3].map(|_| random.between(25.0, 235.0)),
            })
            .collect();
        Self {
            wall,
            seed: random.whole(0, u32::MAX - 1),
            things,
        }
    }

    fn colour(&self, x: f32, y: f32) -> Colour {
        let light = 1.0 + 0.12 * noise(self.seed, x / 300.0, y / 300.0);
        let grain = 1.0 + 0.02 * noise(self.seed ^ 1, x / 5.0, y / 5.0);
        let mut colour = self.wall;
        for thing in &self.things {
            let beyond = (thing.left - x)
                .max(x - thing.left - thing.width)
                .max(thing.top - y)
                .max(y - thing.top - thing.height);
            let cover = smoothstep(2.0, -2.0, beyond);
            if cover > 0.0 {
                let frame = 1.0 - 0.25 * smoothstep(-9.0, -5.0, beyond);
                colour = mix(colour, thing.colour.map(|c| c * frame), cover);
            }
        }
        colour.map(|c| c * light * grain)
    }
}
