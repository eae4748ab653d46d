use std::f32::consts::TAU;

use image::RgbImage;
use libm::{cosf, sinf};

use crate::{
    canvas::{from_pixel, to_pixel},
    degrade::filter,
    random::Random,
};

/// The picture as shown by a screen and photographed from it.
///
/// The screen's stripes of red, green and blue are a little over two camera pixels apart. Their
/// harmonics lie beyond what the camera resolves and come back as slow coloured bands (moiré);
/// dark lines between the rows and a bluish, flatter tone come on top.
pub(crate) fn apply(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let mut shown = filter::blur(picture, 0.7);
    let pitch = random.between(2.06, 2.25);
    let turn = random.between(-0.05, 0.05);
    let (cosine, sine) = (cosf(turn), sinf(turn));
    for (x, y, pixel) in shown.enumerate_pixels_mut() {
        let (x, y) = (x as f32, y as f32);
        let across = (x * cosine + y * sine) / pitch;
        let down = (y * cosine - x * sine) / (1.5 * pitch);
        let colour = from_pixel(*pixel);
        let row = 1.0 - 0.15 * gap(down);
        *pixel = to_pixel(std::array::from_fn(|channel| {
            let stripe = 1.0 - 0.3 * gap(across - channel as f32 / 3.0);
            (12.0 + 0.97 * colour[channel]) * stripe * row * CAST[channel]
        }));
    }
    let mut photographed = filter::blur(&shown, 0.45);
    filter::noise(&mut photographed, 2.0, random);
    photographed
}

/// A screen's white is bluer than paper's.
const CAST: [f32; 3] = [1.08, 1.11, 1.19];

/// The darkness between a screen's stripes: 1 where `phase` is whole, narrow enough to have a
/// strong second harmonic.
fn gap(phase: f32) -> f32 {
    let wave = 0.5 + 0.5 * cosf(TAU * phase);
    wave * wave
}
