use image::RgbImage;
use observation::Quad;

use crate::picture::crop_quad;

/// Height of the line crops the network reads, in pixels.
pub(crate) const LINE_HEIGHT: u32 = 48;
/// Width of the longest crop in pixels; longer lines are squeezed into it.
const LONGEST: u32 = 1600;
/// Width of a quick crop as a share of the width that the line's proportions give it.
const QUICK: f32 = 0.8;

/// One line cut out of a picture, [`LINE_HEIGHT`] high.
pub(crate) struct LineCrop(pub(crate) RgbImage);

impl LineCrop {
    /// The line in its own proportions.
    pub(crate) fn cut(pixels: &RgbImage, quad: &Quad) -> Self {
        Self::squeezed(pixels, quad, 1.0)
    }

    /// The line a little narrower than it is: time goes with width, and print stays readable.
    pub(crate) fn quick(pixels: &RgbImage, quad: &Quad) -> Self {
        Self::squeezed(pixels, quad, QUICK)
    }

    fn squeezed(pixels: &RgbImage, quad: &Quad, share: f32) -> Self {
        let ratio = quad.width() / quad.height().max(1.0);
        let width = (LINE_HEIGHT as f32 * ratio * share).round() as u32;
        let width = width.clamp(8, LONGEST);
        Self(crop_quad(pixels, quad, width, LINE_HEIGHT))
    }
}
