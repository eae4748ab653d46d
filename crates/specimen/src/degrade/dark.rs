use image::RgbImage;

use crate::{
    canvas::{from_pixel, to_pixel},
    filter,
    random::Random,
};

/// A fifth of the light, with the noise of a sensor that had to amplify.
pub(crate) fn apply(mut picture: RgbImage, random: &mut Random) -> RgbImage {
    let light = random.between(0.14, 0.24);
    for pixel in picture.pixels_mut() {
        let [r, g, b] = from_pixel(*pixel);
        // Lamps are yellower than the day.
        *pixel = to_pixel([r * light * 1.06, g * light, b * light * 0.88]);
    }
    filter::noise(&mut picture, 4.5, random);
    picture
}
