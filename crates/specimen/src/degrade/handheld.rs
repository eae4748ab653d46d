use std::f32::consts::TAU;

use image::RgbImage;
use libm::{cosf, sinf};

use crate::{
    canvas::{Colour, mix, smoothstep, to_pixel},
    face::noise,
    filter,
    perspective::{Point, Projection, sample},
    random::Random,
};

/// The photograph's size.
const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;

/// A phone's photograph of a document that lies on a table.
pub(crate) fn apply(document: &RgbImage, random: &mut Random) -> RgbImage {
    let corners = corners(document, random);
    let to_document = Projection::between(
        corners,
        [
            (0.0, 0.0),
            (document.width() as f32, 0.0),
            (document.width() as f32, document.height() as f32),
            (0.0, document.height() as f32),
        ],
    );
    let table = Table::draw(random);
    let light = Light::draw(random);

    let mut photograph = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let at = (x as f32 + 0.5, y as f32 + 0.5);
        let (u, v) = to_document.map(at);
        let (shadow_u, shadow_v) = to_document.map((at.0 - 7.0, at.1 - 9.0));
        let inside = cover(document, u, v, 1.0);
        let shadow = 0.45 * cover(document, shadow_u, shadow_v, 14.0);
        let ground = table.colour(at).map(|c| c * (1.0 - shadow));
        let colour = if inside > 0.0 {
            mix(ground, sample(document, u, v), inside)
        } else {
            ground
        };
        to_pixel(light.fall(colour, at))
    });
    photograph = filter::blur(&photograph, random.between(0.5, 0.95));
    filter::noise(&mut photograph, random.between(1.8, 4.0), random);
    photograph
}

/// Where the document's corners come to lie: turned by up to 8°, tilted, a little off centre.
pub(crate) fn corners(document: &RgbImage, random: &mut Random) -> [Point; 4] {
    let aspect = document.height() as f32 / document.width() as f32;
    let half_width = WIDTH as f32 * random.between(0.415, 0.445);
    let half_height = half_width * aspect;
    let angle = random.between(-8.0, 8.0) / 360.0 * TAU;
    let (cosine, sine) = (cosf(angle), sinf(angle));
    // The far end of a tilted plane is smaller.
    let tilt = (random.between(-0.05, 0.05), random.between(-0.07, 0.07));
    let corner = |x: f32, y: f32| {
        let depth = 1.0 + tilt.0 * x + tilt.1 * y;
        let (px, py) = (x * half_width / depth, y * half_height / depth);
        (px * cosine - py * sine, px * sine + py * cosine)
    };
    let turned = [
        corner(-1.0, -1.0),
        corner(1.0, -1.0),
        corner(1.0, 1.0),
        corner(-1.0, 1.0),
    ];

    // Into the picture with a margin, then aside by some of what room is left.
    let reach_x = turned.iter().fold(0.0_f32, |reach, p| reach.max(p.0.abs()));
    let reach_y = turned.iter().fold(0.0_f32, |reach, p| reach.max(p.1.abs()));
    let (middle_x, middle_y) = (WIDTH as f32 / 2.0, HEIGHT as f32 / 2.0);
    let shrink = (0.97 * middle_x / reach_x)
        .min(0.97 * middle_y / reach_y)
        .min(1.0);
    let room = (middle_x - reach_x * shrink, middle_y - reach_y * shrink);
    let aside = (
        random.between(-0.7, 0.7) * room.0,
        random.between(-0.7, 0.7) * room.1,
    );
    turned.map(|p| {
        (
            middle_x + aside.0 + p.0 * shrink,
            middle_y + aside.1 + p.1 * shrink,
        )
    })
}

/// How much the document covers its point (u, v), over an edge of `soft` pixels. Its corners are
/// round: 3.18 mm on cards and passports (ISO/IEC 7810, ICAO 9303-3).
fn cover(document: &RgbImage, u: f32, v: f32, soft: f32) -> f32 {
    let (width, height) = (document.width() as f32, document.height() as f32);
    let radius = 0.045 * height;
    // Distance from the middle, beyond the rectangle between the centres of the corners.
    let x = (u - width / 2.0).abs() - (width / 2.0 - radius);
    let y = (v - height / 2.0).abs() - (height / 2.0 - radius);
    let outside = (x.max(0.0) * x.max(0.0) + y.max(0.0) * y.max(0.0)).sqrt();
    smoothstep(-soft, soft, radius - outside - x.max(y).min(0.0))
}

/// The ground a document lies on.
struct Table {
    colour: Colour,
    /// Length of the grain along and across it, in pixels.
    grain: (f32, f32),
    contrast: f32,
    seed: u32,
}

impl Table {
    fn draw(random: &mut Random) -> Self {
        let (colour, grain, contrast) = *random.pick(&[
            // Oak, walnut, grey cloth, dark laminate, slate.
            ([168.0, 126.0, 84.0], (240.0, 9.0), 0.16),
            ([96.0, 66.0, 46.0], (300.0, 12.0), 0.2),
            ([120.0, 122.0, 126.0], (4.0, 4.0), 0.1),
            ([52.0, 56.0, 64.0], (60.0, 60.0), 0.05),
            ([84.0, 92.0, 92.0], (26.0, 18.0), 0.12),
        ]);
        Self {
            colour,
            grain,
            contrast,
            seed: random.whole(0, u32::MAX - 1),
        }
    }

    fn colour(&self, (x, y): Point) -> Colour {
        let (along, across) = (x / self.grain.0, y / self.grain.1);
        let bend = 2.0 * noise(self.seed ^ 7, x / 400.0, y / 400.0);
        let figure = 0.6 * noise(self.seed, along, across + bend)
            + 0.3 * noise(self.seed ^ 1, 2.0 * along, 2.7 * across + bend)
            + 0.2 * noise(self.seed ^ 2, x / 3.0, y / 3.0);
        self.colour.map(|c| c * (1.0 + self.contrast * figure))
    }
}

/// A lamp beside the table: brighter on one side, warmer or colder than white.
struct Light {
    towards: Point,
    fall_off: f32,
    tone: Colour,
}

impl Light {
    fn draw(random: &mut Random) -> Self {
        let angle = random.between(0.0, TAU);
        let warmth = random.between(-0.04, 0.06);
        let exposure = random.between(0.88, 1.02);
        Self {
            towards: (cosf(angle), sinf(angle)),
            fall_off: random.between(0.08, 0.24),
            tone: [1.0 + warmth, 1.0, 1.0 - warmth].map(|c| c * exposure),
        }
    }

    fn fall(&self, colour: Colour, (x, y): Point) -> Colour {
        let (u, v) = (2.0 * x / WIDTH as f32 - 1.0, 2.0 * y / HEIGHT as f32 - 1.0);
        let slope = self.towards.0 * u + self.towards.1 * v;
        let vignette = 0.05 * (u * u + v * v);
        let light = 1.0 + self.fall_off * slope * 0.7 - vignette;
        std::array::from_fn(|i| colour[i] * light * self.tone[i])
    }
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::{HEIGHT, WIDTH, corners};
    use crate::random::Random;

    #[test]
    fn the_whole_document_stays_in_the_picture() {
        for seed in 0..300 {
            let document = RgbImage::new(1500, 1056);
            for (x, y) in corners(&document, &mut Random::new(seed)) {
                assert!((0.0..WIDTH as f32).contains(&x) && (0.0..HEIGHT as f32).contains(&y));
            }
        }
    }
}
