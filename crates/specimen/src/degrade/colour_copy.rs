use std::f32::consts::TAU;

use image::RgbImage;
use libm::{cosf, sinf};

use crate::{
    canvas::{from_pixel, to_pixel},
    filter,
    random::Random,
};

/// The usual angles of cyan, magenta and yellow, in degrees: together they make rosettes.
const ANGLES: [f32; 3] = [15.0, 75.0, 0.0];
/// What the inks of an office printer leave of each primary colour.
const GAMUT: f32 = 0.82;

/// The document printed by a colour printer: a screen of dots an ink, `pitch` pixels apart, on paper
/// with a texture of its own.
pub(crate) fn apply(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let mut print = filter::blur(picture, 0.7);
    let pitch = random.between(2.6, 4.2);
    let hard = random.between(1.6, 3.0);
    let axes = ANGLES.map(|angle| {
        let angle = angle / 360.0 * TAU;
        (cosf(angle), sinf(angle))
    });
    for (x, y, pixel) in print.enumerate_pixels_mut() {
        let (x, y) = (x as f32, y as f32);
        let colour = from_pixel(*pixel);
        let grey = (colour[0] + colour[1] + colour[2]) / 3.0;
        *pixel = to_pixel(std::array::from_fn(|channel| {
            let (cosine, sine) = axes[channel];
            let (u, v) = (x * cosine + y * sine, y * cosine - x * sine);
            let dot = (cosf(TAU * u / pitch) + cosf(TAU * v / pitch) + 2.0) / 4.0;
            let wanted = 1.0 - (grey + GAMUT * (colour[channel] - grey)) / 255.0;
            // There is a dot where its threshold lies under the wanted density.
            let ink = (0.5 + hard * (wanted - 1.0 + dot)).clamp(0.0, 1.0);
            244.0 - 214.0 * (0.5 * ink + 0.5 * wanted)
        }));
    }
    let mut print = filter::blur(&print, 0.4);
    filter::noise(&mut print, random.between(2.0, 4.0), random);
    print
}
