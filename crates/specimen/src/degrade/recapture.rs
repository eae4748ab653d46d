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
/// The screen's columns of red, green and blue stripes are sampled at a pitch that does not
/// divide by the camera's: what remains are coloured bands (moiré), the dark lines between rows,
/// and a bluish, flatter tone.
pub(crate) fn apply(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let soft = filter::blur(picture, 0.7);
    let pitch = random.between(2.35, 3.3);
    let turn = random.between(-0.06, 0.06);
    let (cosine, sine) = (cosf(turn), sinf(turn));
    let mut shown = soft;
    for (x, y, pixel) in shown.enumerate_pixels_mut() {
        let (x, y) = (x as f32, y as f32);
        let across = (x * cosine + y * sine) / pitch;
        let down = (y * cosine - x * sine) / pitch;
        let colour = from_pixel(*pixel);
        let row = 1.0 - 0.16 * (0.5 + 0.5 * cosf(TAU * down));
        let cast = [0.95, 0.98, 1.05];
        *pixel = to_pixel(std::array::from_fn(|i| {
            let stripe = 1.0 - 0.26 * (0.5 + 0.5 * cosf(TAU * (across - i as f32 / 3.0)));
            (12.0 + 0.97 * colour[i]) * stripe * row * cast[i] * 1.12
        }));
    }
    let mut photographed = filter::blur(&shown, 0.45);
    filter::noise(&mut photographed, 2.0, random);
    photographed
}
