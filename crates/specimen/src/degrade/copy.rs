use image::RgbImage;

use crate::{
    canvas::{from_pixel, to_pixel},
    filter,
    random::Random,
};

/// The picture as a copier without colour prints it: harder, on paper that is never quite white, with
/// the copier's own grain.
pub(crate) fn apply(picture: &RgbImage, random: &mut Random) -> RgbImage {
    let mut copy = filter::blur(picture, 0.8);
    let contrast = random.between(1.15, 1.45);
    let paper = random.between(222.0, 240.0);
    for pixel in copy.pixels_mut() {
        let [r, g, b] = from_pixel(*pixel);
        let luma = 0.299 * r + 0.587 * g + 0.114 * b;
        let toned = ((luma - 128.0) * contrast + 140.0).clamp(18.0, paper);
        *pixel = to_pixel([toned, toned, toned]);
    }
    filter::noise(&mut copy, 3.0, random);
    for pixel in copy.pixels_mut() {
        // Grain is grey as well.
        let [_, g, _] = pixel.0;
        pixel.0 = [g, g, g];
    }
    copy
}
