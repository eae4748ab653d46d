use image::RgbImage;

use crate::{
    canvas::{from_pixel, mix, smoothstep, to_pixel},
    random::Random,
};

/// One or two bright patches that burn out what lies under them.
pub(crate) fn apply(mut picture: RgbImage, random: &mut Random) -> RgbImage {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    for _ in 0..random.whole(1, 2) {
        let (x, y) = (
            width * random.between(0.25, 0.75),
            height * random.between(0.25, 0.75),
        );
        let (long, short) = (
            width * random.between(0.16, 0.26),
            height * random.between(0.1, 0.17),
        );
        let slant = random.between(-0.6, 0.6);
        for (px, py, pixel) in picture.enumerate_pixels_mut() {
            let (dx, dy) = (px as f32 - x, py as f32 - y);
            let (u, v) = ((dx + slant * dy) / long, (dy - slant * dx) / short);
            let reach = (u * u + v * v).sqrt();
            let burnt = smoothstep(1.0, 0.45, reach);
            let halo = 0.35 * smoothstep(2.0, 0.4, reach);
            let bright = burnt.max(halo);
            *pixel = to_pixel(mix(from_pixel(*pixel), [255.0, 254.0, 250.0], bright));
        }
    }
    picture
}
