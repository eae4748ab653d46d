//! Documents that somebody changed: before they are photographed, or in the photograph.

mod field;
mod portrait;
mod zone;

use image::RgbImage;

use crate::{
    Error, Kind, Request,
    canvas::{Area, from_pixel, mix, to_pixel},
    details::Details,
    encode,
    holder::Holder,
    layout::Frame,
    random::Random,
    view::View,
};

/// The qualities that picture editors save JPEG with, unless told.
const EDITORS: &[u8] = &[85, 90, 92, 95];

/// What the forger knows.
pub(crate) struct Scene<'a> {
    pub(crate) request: &'a Request,
    pub(crate) holder: &'a Holder,
    pub(crate) details: &'a Details,
    pub(crate) is_front: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alteration {
    Field,
    Consistently,
    Portrait,
    PastedField,
}

impl Alteration {
    /// `random` is the document's own: what belongs together on both sides comes from it.
    pub(crate) fn apply(
        self,
        view: &mut View,
        scene: &Scene,
        random: &Random,
    ) -> Result<(), Error> {
        if view.is_photograph && (scene.is_front || self == Self::Consistently) {
            // The camera's file, opened, changed and saved again.
            view.pixels = compressed(&view.pixels, view.jpeg_quality)?;
            view.jpeg_quality = *random.fork("editor").pick(EDITORS);
        }
        let kind = scene.request.kind;
        let altered = || older(scene.holder, random);
        match self {
            Self::Field if scene.is_front => field::reprint(view, scene, &altered()?, random),
            Self::Consistently => {
                let altered = altered()?;
                if scene.is_front {
                    field::reprint(view, scene, &altered, random);
                }
                zone::rewrite(view, scene, &altered, random)?;
            }
            Self::Portrait if scene.is_front => {
                portrait::replace(view, kind.portrait(), scene.holder.sex, random)?;
            }
            Self::PastedField if scene.is_front => field::paste(view, scene, random)?,
            Self::Field | Self::Portrait | Self::PastedField => {}
        }
        Ok(())
    }
}

/// The same person, born some years earlier.
fn older(holder: &Holder, random: &Random) -> Result<Holder, Error> {
    let years = i64::from(random.fork("years").whole(3, 9));
    let birth = holder
        .birth
        .checked_sub(jiff::Span::new().years(years))
        .map_err(|_| Error::Today)?;
    Ok(Holder {
        birth,
        ..holder.clone()
    })
}

/// An area in millimetres, in whole pixels of a document of this kind.
fn pixels(kind: Kind, x: f32, y: f32, width: f32, height: f32) -> Area {
    let scale = kind.portrait().scale;
    let whole = |millimetres: f32| (millimetres * scale).round();
    Area {
        x: whole(x),
        y: whole(y),
        width: whole(width),
        height: whole(height),
    }
}

/// Where a picture of the holder is.
fn pixels_of(frame: Frame) -> Area {
    let (width, height) = frame.pixels();
    Area {
        x: (frame.x * frame.scale).floor(),
        y: (frame.y * frame.scale).floor(),
        width: width as f32,
        height: height as f32,
    }
}

/// Once through a JPEG file.
fn compressed(picture: &RgbImage, quality: u8) -> Result<RgbImage, Error> {
    let bytes = encode(picture, quality)?;
    Ok(image::load_from_memory(&bytes)?.to_rgb8())
}

/// `patch` without what is printed on it: its upper and lower edges drawn over the middle.
fn painted_over(patch: &RgbImage) -> RgbImage {
    let last = patch.height().saturating_sub(1);
    RgbImage::from_fn(patch.width(), patch.height(), |x, y| {
        let (top, bottom) = (patch.get_pixel(x, 0), patch.get_pixel(x, last));
        let share = y as f32 / last.max(1) as f32;
        let colour = mix(from_pixel(*top), from_pixel(*bottom), share);
        to_pixel(colour)
    })
}

#[cfg(test)]
mod tests;
