//! Another face over the holder's.

use image::RgbImage;

use super::{compressed, pixels_of};
use crate::{
    Error,
    canvas::{from_pixel, to_pixel},
    face, filter,
    holder::Sex,
    layout::Frame,
    random::Random,
    view::View,
};

/// A stranger's picture with noise and compression of its own, as bright as the one it covers.
pub(super) fn replace(
    view: &mut View,
    frame: Frame,
    sex: Sex,
    random: &Random,
) -> Result<(), Error> {
    let mut stranger = face::draw(&mut random.fork("stranger"), sex, frame.pixels());
    let mut random = random.fork("stranger's picture");
    filter::noise(&mut stranger, random.between(2.0, 6.0), &mut random);
    let quality = random.whole(55, 80) as u8;
    let mut stranger = compressed(&stranger, quality)?;
    let area = pixels_of(frame);
    let brighter = brightness(&view.cut(area)) / brightness(&stranger).max(1.0);
    for pixel in stranger.pixels_mut() {
        *pixel = to_pixel(from_pixel(*pixel).map(|channel| channel * brighter));
    }
    view.lay(area, &stranger);
    Ok(())
}

fn brightness(picture: &RgbImage) -> f32 {
    let sum: f32 = picture.as_raw().iter().map(|&c| f32::from(c)).sum();
    sum / picture.as_raw().len().max(1) as f32
}
