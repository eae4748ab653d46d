//! Hair, behind the head and over it.

use libm::atan2f;

use crate::{
    canvas::{Colour, mix, smoothstep},
    face::surface::noise,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// Close to the head, above the ears.
    Short,
    /// Combed from a parting, above the ears.
    Parted,
    /// Thin on top, the forehead high.
    Receding,
    /// Down to the jaw.
    Bob,
    /// Down past the shoulders.
    Long,
    /// Combed back and bound behind the head.
    Bound,
}

impl Cut {
    pub(super) const FEMALE: &[Self] = &[Self::Bob, Self::Long, Self::Bound, Self::Long];
    pub(super) const MALE: &[Self] = &[Self::Short, Self::Parted, Self::Receding, Self::Short];
}

pub(super) struct Hair {
    pub(super) colour: Colour,
    pub(super) cut: Cut,
    /// Height of the hairline above the eyes, negative as y runs down.
    pub(super) line: f32,
    /// Where the hair is parted, left (-) or right (+) of the middle.
    pub(super) parting: f32,
    /// How far the hair stands off the head.
    pub(super) volume: f32,
    pub(super) grain: u32,
}

impl Hair {
    /// Lit strands: they run from the crown outwards and down.
    fn strands(&self, x: f32, y: f32) -> Colour {
        let (u, v) = (x - 0.4 * self.parting, y + 1.25);
        let angle = atan2f(u, v + 0.25);
        let reach = (u * u + v * v).sqrt();
        let fine = noise(self.grain, angle * 46.0, reach * 2.2);
        let coarse = noise(self.grain ^ 1, angle * 13.0, reach * 1.3);
        let sheen = smoothstep(0.32, 0.0, (reach - 0.42 - 0.06 * coarse).abs());
        let tone = 0.82 + 0.16 * fine + 0.14 * coarse + 0.28 * sheen;
        self.colour.map(|c| c * tone + 7.0 * sheen)
    }

    /// Long hair that hangs behind neck and ears.
    pub(super) fn behind(&self, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
        let end = match self.cut {
            Cut::Bob => 1.35,
            Cut::Long => 3.0,
            _ => return under,
        };
        let ragged = 0.03 * noise(self.grain ^ 2, x * 16.0, y * 3.0);
        let width = 1.12 + self.volume + 0.1 * smoothstep(-0.6, 0.8, y) + ragged;
        let dome = if y < -0.2 {
            (y + 0.2) / (1.42 + self.volume)
        } else {
            0.0
        };
        let reach = ((x / width) * (x / width) + dome * dome).sqrt();
        let cover = smoothstep(1.0 + 2.0 * edge, 1.0 - 2.0 * edge, reach)
            * smoothstep(end + 0.05, end - 0.05, y + 2.0 * ragged);
        // It lies in the shadow of the head.
        let shade = 0.55 + 0.45 * smoothstep(0.7, 1.15, x.abs());
        mix(under, self.strands(x, y).map(|c| c * shade), cover)
    }

    /// The hair over skull, forehead and temples.
    pub(super) fn before(&self, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
        let side = x.abs();
        let ragged = 0.02 * noise(self.grain ^ 3, x * 24.0, y * 6.0);

        let (volume, ear) = match self.cut {
            Cut::Short | Cut::Receding => (0.5 * self.volume, 0.0),
            Cut::Parted => (self.volume, 0.02),
            Cut::Bound => (0.35 * self.volume, -0.05),
            Cut::Bob => (self.volume, 1.2),
            Cut::Long => (self.volume, 1.9),
        };
        let dome = (y + 0.15) / (1.36 + volume);
        let width = 1.02 + 0.75 * volume + ragged;
        let outer = if y < -0.15 {
            ((x / width) * (x / width) + dome * dome).sqrt()
        } else {
            side / width
        };
        let within = smoothstep(1.0 + 2.0 * edge, 1.0 - 2.0 * edge, outer);

        // The hairline: a brow's arch in the middle, down along the temples.
        let from_parting = x - self.parting;
        let line = match self.cut {
            Cut::Receding => -1.2 + 0.1 * smoothstep(0.0, 0.35, side),
            Cut::Parted => self.line + 0.1 - 0.22 * smoothstep(0.4, 0.0, from_parting.abs()),
            Cut::Bob | Cut::Long => {
                self.line + 0.06 - 0.2 * smoothstep(0.5, 0.0, from_parting.abs())
            }
            Cut::Short | Cut::Bound => self.line - 0.04 * smoothstep(0.5, 0.0, side),
        };
        let temple = match self.cut {
            Cut::Receding => 0.9,
            Cut::Bob | Cut::Long => 0.78,
            _ => 0.86,
        };
        let drop = smoothstep(temple - 0.4, temple + 0.06, side);
        let fringe = 0.022 * noise(self.grain ^ 4, x * 70.0, 0.0) + ragged;
        let boundary = line + (ear - line) * drop * drop + fringe;
        let soft = 0.055;
        let over = smoothstep(boundary + soft, boundary - soft, y);
        let cover = within * over;
        // A soft shadow where the hair meets the skin.
        let shadow = 0.28
            * smoothstep(boundary + 0.16, boundary, y)
            * within
            * (1.0 - over)
            * smoothstep(1.0, 0.9, side);
        let shaded = under.map(|c| c * (1.0 - shadow));
        let edge_light = 1.0 - 0.3 * smoothstep(0.75, 1.0, outer);
        mix(shaded, self.strands(x, y).map(|c| c * edge_light), cover)
    }
}
