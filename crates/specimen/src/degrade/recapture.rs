use std::f32::consts::TAU;

use image::RgbImage;
use libm::{cosf, sinf};

use crate::{
    canvas::{from_pixel, to_pixel},
    filter,
    random::Random,
    view::View,
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

/// A screen with its frame around, on a wall: the grid as in [`apply`].
pub(crate) fn with_bezel(view: &mut View, random: &mut Random) {
    view.pixels = apply(&view.pixels, random);
    let share = random.between(0.84, 0.93);
    let bezel = random.between(14.0, 34.0);
    let black = random.between(10.0, 30.0);
    let wall = random.between(70.0, 160.0);
    let (width, height) = (view.pixels.width() as f32, view.pixels.height() as f32);
    view.shrink(share, |x, y| {
        let beyond = (-x).max(x - width).max(-y).max(y - height);
        let light = if beyond < bezel { black } else { wall };
        to_pixel([light, light, light + 3.0])
    });
    view.pixels = filter::blur(&view.pixels, 0.5);
    filter::noise(&mut view.pixels, 2.0, random);
}

/// A screen so fine that the camera doesn't see its grid: black that glows, white that is blue, and
/// light of the room on its glass.
pub(crate) fn with_glow(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let mut shown = filter::blur(picture, 0.8);
    let black = random.between(14.0, 34.0);
    let (width, height) = (shown.width() as f32, shown.height() as f32);
    let (x0, y0) = (random.between(0.1, 0.9), random.between(0.1, 0.9));
    let glass = random.between(10.0, 40.0);
    for (x, y, pixel) in shown.enumerate_pixels_mut() {
        let (dx, dy) = (x as f32 / width - x0, y as f32 / height - y0);
        let mirrored = glass / (1.0 + 12.0 * (dx * dx + dy * dy));
        let colour = from_pixel(*pixel);
        *pixel = to_pixel(std::array::from_fn(|channel| {
            (black + (1.0 - black / 255.0) * colour[channel]) * CAST[channel] * 0.92 + mirrored
        }));
    }
    filter::noise(&mut shown, 2.0, random);
    shown
}

/// A screen's white is bluer than paper's.
const CAST: [f32; 3] = [1.08, 1.11, 1.19];

/// The darkness between a screen's stripes: 1 where `phase` is whole, narrow enough to have a
/// strong second harmonic.
fn gap(phase: f32) -> f32 {
    let wave = 0.5 + 0.5 * cosf(TAU * phase);
    wave * wave
}
