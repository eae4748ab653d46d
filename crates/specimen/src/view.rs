//! A picture, and where in it the document lies.

use image::{Rgb, RgbImage};

use crate::{
    canvas::{Area, to_pixel},
    perspective::{Point, Projection, sample},
};

pub(crate) struct View {
    pub(crate) pixels: RgbImage,
    /// The document's corners in the picture, from top left on, clockwise.
    pub(crate) corners: [Point; 4],
    /// The document's size in pixels, as it was drawn.
    pub(crate) document: (u32, u32),
    /// Whether a camera has taken it.
    pub(crate) is_photograph: bool,
    /// What its file will be written with.
    pub(crate) jpeg_quality: u8,
}

impl View {
    /// A document that fills the picture.
    pub(crate) fn of(pixels: RgbImage) -> Self {
        let document = pixels.dimensions();
        Self {
            corners: rectangle(document),
            document,
            pixels,
            is_photograph: false,
            jpeg_quality: 92,
        }
    }

    /// The part of the document under `area`, in its own pixels, as if it lay upright.
    pub(crate) fn cut(&self, area: Area) -> RgbImage {
        let to_picture = Projection::between(rectangle(self.document), self.corners);
        RgbImage::from_fn(area.width as u32, area.height as u32, |x, y| {
            let (u, v) = to_picture.map((area.x + x as f32 + 0.5, area.y + y as f32 + 0.5));
            to_pixel(sample(&self.pixels, u, v))
        })
    }

    /// Lays `patch` over the document with its top left corner at (`area.x`, `area.y`), as the
    /// document lies in the picture.
    pub(crate) fn lay(&mut self, area: Area, patch: &RgbImage) {
        let to_document = Projection::between(self.corners, rectangle(self.document));
        for (x, y, pixel) in self.pixels.enumerate_pixels_mut() {
            let (u, v) = to_document.map((x as f32 + 0.5, y as f32 + 0.5));
            let (u, v) = (u - area.x, v - area.y);
            let inside = |at: f32, size: u32| at >= 0.0 && at < size as f32;
            if inside(u, patch.width()) && inside(v, patch.height()) {
                *pixel = to_pixel(sample(patch, u, v));
            }
        }
    }

    /// The picture at `share` of its size in its own middle; `around` colours what comes to lie beside
    /// it, at positions of the picture as it was.
    pub(crate) fn shrink(&mut self, share: f32, around: impl Fn(f32, f32) -> Rgb<u8>) {
        let (width, height) = (self.pixels.width() as f32, self.pixels.height() as f32);
        let edge = (width * (1.0 - share) / 2.0, height * (1.0 - share) / 2.0);
        let shown = RgbImage::from_fn(self.pixels.width(), self.pixels.height(), |x, y| {
            let u = (x as f32 + 0.5 - edge.0) / share;
            let v = (y as f32 + 0.5 - edge.1) / share;
            if (0.0..width).contains(&u) && (0.0..height).contains(&v) {
                to_pixel(sample(&self.pixels, u, v))
            } else {
                around(u, v)
            }
        });
        self.pixels = shown;
        self.corners = self
            .corners
            .map(|(x, y)| (x * share + edge.0, y * share + edge.1));
    }
}

pub(crate) fn rectangle((width, height): (u32, u32)) -> [Point; 4] {
    let (width, height) = (width as f32, height as f32);
    [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::View;
    use crate::canvas::Area;

    const AREA: Area = Area {
        x: 20.0,
        y: 30.0,
        width: 40.0,
        height: 10.0,
    };

    #[test]
    fn what_is_laid_over_a_tilted_document_is_cut_out_of_it_again() {
        let mut view = View::of(RgbImage::from_pixel(200, 100, Rgb([200; 3])));
        view.corners = [(10.0, 20.0), (180.0, 5.0), (190.0, 90.0), (15.0, 95.0)];
        view.lay(AREA, &RgbImage::from_pixel(40, 10, Rgb([10; 3])));
        let cut = view.cut(AREA);
        assert_eq!(cut.get_pixel(20, 5).0, [10; 3]);
        let beside = Area { x: 100.0, ..AREA };
        assert!(view.cut(beside).pixels().all(|pixel| pixel.0 == [200; 3]));
    }

    #[test]
    fn corners_shrink_with_the_picture() {
        let mut view = View::of(RgbImage::from_pixel(200, 100, Rgb([200; 3])));
        view.shrink(0.5, |_, _| Rgb([0; 3]));
        assert_eq!(view.corners[2], (150.0, 75.0));
        assert_eq!(view.pixels.get_pixel(20, 20).0, [0; 3]);
        assert_eq!(view.pixels.get_pixel(100, 50).0, [200; 3]);
    }
}
