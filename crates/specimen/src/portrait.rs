//! The holder's picture, cropped as ICAO 9303-3 asks: the head upright, some 70 % of the height.

use image::{RgbImage, imageops};

use crate::{Error, face, holder::Holder, layout::Frame, random::Random};

/// A photograph of the holder.
pub struct Portrait {
    pub picture: RgbImage,
    /// Where the face is. Without it the upper middle of the photograph is taken.
    pub face: Option<FaceBox>,
}

/// The rectangle that a face detector draws from the middle of the forehead to the chin, in
/// pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceBox {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

/// The picture that fills `frame`: cropped from a photograph, or drawn.
pub(crate) fn make(
    photograph: Option<&Portrait>,
    random: &Random,
    holder: &Holder,
    frame: Frame,
) -> Result<RgbImage, Error> {
    let (width, height) = frame.pixels();
    let Some(Portrait { picture, face }) = photograph else {
        return Ok(face::draw(
            &mut random.fork("face"),
            holder.sex,
            (width, height),
        ));
    };
    let crop = crop(picture.dimensions(), *face, width as f32 / height as f32);
    let (left, top, crop_width, crop_height) = crop.ok_or(Error::Portrait)?;
    let cropped = imageops::crop_imm(picture, left, top, crop_width, crop_height);
    Ok(imageops::resize(
        &*cropped,
        width,
        height,
        imageops::FilterType::CatmullRom,
    ))
}

/// Left, top, width and height of the part to keep; `aspect` is its width over its height.
fn crop(
    (width, height): (u32, u32),
    face: Option<FaceBox>,
    aspect: f32,
) -> Option<(u32, u32, u32, u32)> {
    let (whole_width, whole_height) = (width as f32, height as f32);
    let largest = whole_height.min(whole_width / aspect);
    let (left, top, kept) = match face {
        Some(face) => {
            // From crown to chin a head is a quarter higher than the box; 10 % stay free above.
            let kept = (1.74 * face.height).min(largest);
            let left = face.left + face.width / 2.0 - kept * aspect / 2.0;
            (left, face.top + face.height / 2.0 - 0.53 * kept, kept)
        }
        None => (
            (whole_width - largest * aspect) / 2.0,
            (whole_height - largest) / 4.0,
            largest,
        ),
    };
    let left = left.min(whole_width - kept * aspect).max(0.0);
    let top = top.min(whole_height - kept).max(0.0);
    let (crop_width, crop_height) = ((kept * aspect) as u32, kept as u32);
    (crop_width > 0 && crop_height > 0).then_some((
        left as u32,
        top as u32,
        crop_width,
        crop_height,
    ))
}

#[cfg(test)]
mod tests {
    use super::{FaceBox, crop};

    #[test]
    fn without_a_face_the_upper_middle_is_kept() {
        assert_eq!(crop((1000, 1000), None, 0.75), Some((125, 0, 750, 1000)));
        assert_eq!(crop((600, 1600), None, 0.75), Some((0, 200, 600, 800)));
    }

    #[test]
    fn a_face_comes_to_the_middle_as_far_as_the_picture_goes() {
        let face = FaceBox {
            left: 400.0,
            top: 300.0,
            width: 150.0,
            height: 200.0,
        };
        let (left, top, width, height) = crop((1000, 1000), Some(face), 0.75).unwrap();
        assert_eq!((width, height), (261, 348));
        assert!((left + width / 2).abs_diff(475) <= 1);
        assert!(top < 300 && top + height > 500);

        let corner = FaceBox {
            left: -20.0,
            top: -30.0,
            ..face
        };
        assert_eq!(
            crop((1000, 1000), Some(corner), 0.75),
            Some((0, 0, 261, 348))
        );
    }

    #[test]
    fn a_picture_without_pixels_has_no_crop() {
        assert_eq!(crop((0, 10), None, 0.75), None);
        let empty = FaceBox {
            left: 0.0,
            top: 0.0,
            width: 0.0,
            height: 0.0,
        };
        assert_eq!(crop((10, 10), Some(empty), 0.75), None);
    }
}
