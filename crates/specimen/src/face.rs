//! A face drawn from numbers, for documents that come without a photograph.
//!
//! The head is a height field lit from above (`surface`), coloured by skin, eyes, brows and lips
//! (`features`) under hair (`hair`). Positions are in face units: the origin lies between the
//! eyes, x to the right, y down, and 1 is half the width of the face.

mod features;
mod hair;
mod surface;

use image::{Rgb, RgbImage};

pub(crate) use surface::noise;

use crate::{
    canvas::{Colour, from_pixel, mix, smoothstep, to_pixel},
    face::hair::{Cut, Hair},
    holder::Sex,
    random::Random,
};

/// Everything that makes one face differ from another.
struct Look {
    skin: Colour,
    lips: Colour,
    iris: Colour,
    brow: Colour,
    clothes: Colour,
    backdrop: Colour,
    hair: Hair,
    /// How square the jaw is, 0 to 1.
    jaw: f32,
    /// Height of the chin below the eyes.
    chin: f32,
    /// Half the width of the face at the cheekbones.
    cheeks: f32,
    /// Half the distance between the pupils.
    eye_distance: f32,
    /// Half the width of an eye.
    eye_width: f32,
    /// How far the upper lid is open.
    eye_opening: f32,
    /// How much the outer corners of the eyes are raised.
    eye_tilt: f32,
    brow_height: f32,
    brow_thickness: f32,
    nose_width: f32,
    nose_length: f32,
    mouth_width: f32,
    lip_fullness: f32,
    /// 0 for none, 1 for a full beard.
    beard: f32,
    /// Where the light comes from, left (-1) to right (1).
    light: f32,
    grain: u32,
}

const SKINS: &[Colour] = &[
    [238.0, 204.0, 184.0],
    [230.0, 190.0, 165.0],
    [222.0, 178.0, 148.0],
    [205.0, 158.0, 125.0],
    [184.0, 134.0, 100.0],
    [150.0, 104.0, 76.0],
    [122.0, 84.0, 62.0],
];
const HAIRS: &[Colour] = &[
    [28.0, 24.0, 24.0],
    [48.0, 34.0, 26.0],
    [78.0, 52.0, 34.0],
    [118.0, 82.0, 48.0],
    [168.0, 130.0, 82.0],
    [120.0, 62.0, 36.0],
    [150.0, 148.0, 146.0],
];
const IRISES: &[Colour] = &[
    [70.0, 44.0, 28.0],
    [96.0, 66.0, 38.0],
    [84.0, 104.0, 84.0],
    [84.0, 112.0, 142.0],
    [110.0, 126.0, 134.0],
];
const CLOTHES: &[Colour] = &[
    [40.0, 46.0, 62.0],
    [92.0, 40.0, 46.0],
    [60.0, 78.0, 66.0],
    [120.0, 116.0, 110.0],
    [36.0, 36.0, 38.0],
    [70.0, 92.0, 124.0],
];

impl Look {
    fn draw(random: &mut Random, sex: Sex) -> Self {
        let female = sex == Sex::Female;
        let skin_tone = random.whole(0, SKINS.len() as u32 - 1) as usize;
        let warmth = random.between(-5.0, 5.0);
        let skin = [
            SKINS[skin_tone][0] + warmth,
            SKINS[skin_tone][1],
            SKINS[skin_tone][2] - warmth,
        ];
        // Dark skin goes with dark hair and dark eyes.
        let dark = skin_tone >= 4;
        let hair_colour = HAIRS[if dark {
            random.whole(0, 1)
        } else {
            random.whole(0, 6)
        } as usize];
        let iris = IRISES[if dark {
            random.whole(0, 1)
        } else {
            random.whole(0, 4)
        } as usize];
        let reddening = if female {
            [0.86, 0.55, 0.56]
        } else {
            [0.86, 0.64, 0.62]
        };
        Self {
            skin,
            lips: std::array::from_fn(|i| skin[i] * reddening[i]),
            iris,
            brow: mix(hair_colour, [40.0, 30.0, 26.0], 0.45),
            clothes: *random.pick(CLOTHES),
            backdrop: mix([222.0, 226.0, 230.0], [206.0, 212.0, 220.0], random.unit()),
            hair: Hair {
                colour: hair_colour,
                cut: *random.pick(if female { Cut::FEMALE } else { Cut::MALE }),
                line: random.between(-1.08, -0.9),
                parting: random.between(-0.5, 0.5),
                volume: random.between(0.06, 0.14),
                grain: random.whole(0, u32::MAX - 1),
            },
            jaw: if female {
                random.between(0.0, 0.35)
            } else {
                random.between(0.3, 0.8)
            },
            chin: random.between(1.3, 1.52),
            cheeks: random.between(0.9, 1.04),
            eye_distance: random.between(0.41, 0.46),
            eye_width: random.between(0.2, 0.225),
            eye_opening: random.between(0.085, 0.11),
            eye_tilt: random.between(-0.01, 0.03),
            brow_height: random.between(0.24, 0.29),
            brow_thickness: if female {
                random.between(0.03, 0.042)
            } else {
                random.between(0.045, 0.062)
            },
            nose_width: random.between(0.2, 0.26),
            nose_length: random.between(0.54, 0.62),
            mouth_width: random.between(0.32, 0.39),
            lip_fullness: random.between(0.8, 1.15) + if female { 0.15 } else { 0.0 },
            beard: if !female && random.chance(0.4) {
                random.between(0.2, 0.9)
            } else {
                0.0
            },
            light: random.between(-0.45, 0.45),
            grain: random.whole(0, u32::MAX - 1),
        }
    }

    /// What is seen at (x, y); `edge` is the width of a soft edge.
    fn colour(&self, x: f32, y: f32, edge: f32) -> Colour {
        let glow = (0.5 * x * x + 0.3 * (y + 0.3) * (y + 0.3)).min(3.0);
        let mut colour = self.backdrop.map(|c| c - 6.0 * glow);

        colour = self.hair.behind(colour, x, y, edge);
        colour = self.body(colour, x, y, edge);
        colour = surface::ears(self, colour, x, y, edge);

        let inside = surface::cover(self, x, y, edge);
        if inside > 0.0 {
            let skin = features::paint(self, x, y, edge);
            let lit = surface::light(self, skin, x, y);
            let lit = features::eyes(self, lit, x, y, edge);
            colour = mix(colour, lit, inside);
        }
        self.hair.before(colour, x, y, edge)
    }

    /// Neck and shoulders.
    fn body(&self, under: Colour, x: f32, y: f32, edge: f32) -> Colour {
        let side = x.abs();
        let neck_width = 0.56 + 0.12 * self.jaw + 0.3 * smoothstep(1.6, 2.1, y);
        let neck = smoothstep(neck_width + edge, neck_width - edge, side)
            * smoothstep(0.7 - edge, 0.7 + edge, y);
        // The chin's shadow, and the roundness of the neck.
        let shadow = 0.42 * smoothstep(self.chin + 0.5, self.chin - 0.05, y);
        let round = 0.32 * (side / neck_width).min(1.0) * (side / neck_width).min(1.0);
        let tone = (0.92 - shadow - round + 0.12 * self.light * x).max(0.2);
        let skin = [
            self.skin[0] * tone,
            self.skin[1] * tone * 0.97,
            self.skin[2] * tone * 0.95,
        ];
        let mut colour = mix(under, skin, neck);

        let top = 1.72 + 0.16 * side * side - 0.05 * side + 0.22 * smoothstep(0.62, 0.3, side);
        let cloth = smoothstep(top - edge, top + edge, y);
        let fold = 1.0 + 0.14 * (0.7 - side) + 0.1 * self.light * x
            - 0.3 * smoothstep(top + 0.06, top, y)
            + 0.03 * noise(self.grain, x * 60.0, y * 60.0);
        colour = mix(colour, self.clothes.map(|c| c * fold), cloth);
        colour
    }
}

/// A passport photograph of somebody who does not exist.
pub(crate) fn draw(random: &mut Random, sex: Sex, (width, height): (u32, u32)) -> RgbImage {
    let look = Look::draw(random, sex);
    // The head takes some 70 % of the picture's height, as ICAO 9303-3 asks of portraits.
    let unit = 0.235 * height as f32;
    let (centre_x, centre_y) = (0.5 * width as f32, 0.47 * height as f32);
    let edge = 1.1 / unit;
    let sharp = RgbImage::from_fn(width, height, |px, py| {
        let x = (px as f32 + 0.5 - centre_x) / unit;
        let y = (py as f32 + 0.5 - centre_y) / unit;
        to_pixel(look.colour(x, y, edge))
    });
    soften(&sharp, random)
}

/// A lens is never as sharp as a formula, and film has grain.
fn soften(sharp: &RgbImage, random: &mut Random) -> RgbImage {
    let (width, height) = sharp.dimensions();
    let at = |x: i64, y: i64| -> &Rgb<u8> {
        let x = x.clamp(0, i64::from(width) - 1) as u32;
        let y = y.clamp(0, i64::from(height) - 1) as u32;
        sharp.get_pixel(x, y)
    };
    let mut soft = sharp.clone();
    for (x, y, pixel) in soft.enumerate_pixels_mut() {
        let mut sum = [0.0_f32; 3];
        for (dx, dy, weight) in KERNEL {
            let near = from_pixel(*at(i64::from(x) + dx, i64::from(y) + dy));
            sum = std::array::from_fn(|i| sum[i] + weight * near[i]);
        }
        let grain = 1.8 * random.normal();
        *pixel = to_pixel(sum.map(|c| c + grain));
    }
    soft
}

const KERNEL: [(i64, i64, f32); 9] = [
    (-1, -1, 0.0625),
    (0, -1, 0.125),
    (1, -1, 0.0625),
    (-1, 0, 0.125),
    (0, 0, 0.25),
    (1, 0, 0.125),
    (-1, 1, 0.0625),
    (0, 1, 0.125),
    (1, 1, 0.0625),
];

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::{holder::Sex, random::Random};

    #[test]
    fn every_seed_has_a_face_of_its_own() {
        let face = |seed| draw(&mut Random::new(seed), Sex::Female, (70, 90));
        assert_eq!(face(1), face(1));
        assert_ne!(face(1), face(2));
    }
}
