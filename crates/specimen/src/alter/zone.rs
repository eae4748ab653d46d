//! What machines read, written anew with right check digits.

use image::{Rgb, RgbImage};
use mrz::Format;

use super::{Scene, painted_over, pixels};
use crate::{
    Error, Kind, barcode,
    canvas::{Area, Canvas, mix, to_pixel},
    driving_license::SYMBOL,
    holder::Holder,
    layout::INK,
    random::Random,
    text::{Face, Style},
    view::View,
    zone,
};

/// Millimetres from one letter to the next, and their height.
const PITCH: f32 = 2.54;

/// Left end of the zone and baseline of its second line, which has the date of birth.
fn second_line(format: Format) -> (f32, f32) {
    match format {
        Format::Td3 => (6.6, 81.35),
        Format::Td2 | Format::FrenchCard => (6.8, 66.95),
        Format::MrvA => (4.12, 72.55),
        Format::MrvB => (6.78, 66.55),
        Format::Td1 => (4.7, 43.9),
    }
}

/// The zone or the barcode, on the side that has it, as the altered holder's would be.
pub(super) fn rewrite(
    view: &mut View,
    scene: &Scene,
    altered: &Holder,
    random: &Random,
) -> Result<(), Error> {
    let kind = scene.request.kind;
    if scene.is_front == kind.has_back() {
        return Ok(());
    }
    let written = |holder| zone::generate(kind, holder, scene.details, random);
    match (written(scene.holder)?, written(altered)?) {
        (Some(old), Some(new)) => {
            let place = second_line(old.format);
            letters(view, kind, place, [&old.lines[1], &new.lines[1]]);
        }
        _ if kind == Kind::DrivingLicense => {
            symbol(view, kind, &barcode::text(altered, scene.details))?;
        }
        _ => {}
    }
    Ok(())
}

/// Those letters of the line that change.
fn letters(view: &mut View, kind: Kind, place: (f32, f32), [old, new]: [&str; 2]) {
    let scale = kind.portrait().scale;
    let (left, baseline) = place;
    let style = Style::new(Face::OcrB, PITCH * scale, [24.0, 24.0, 28.0]);
    for (column, (old, new)) in old.chars().zip(new.chars()).enumerate() {
        if old == new {
            continue;
        }
        let x = left + PITCH * column as f32;
        let area = pixels(kind, x, baseline - 3.0, PITCH, 3.6);
        let mut canvas = Canvas {
            picture: painted_over(&view.cut(area)),
        };
        let at = (x * scale - area.x, baseline * scale - area.y);
        canvas.text_pitched(style, at.0, at.1, PITCH * scale, &new.to_string());
        view.lay(area, &canvas.picture);
    }
}

fn symbol(view: &mut View, kind: Kind, text: &str) -> Result<(), Error> {
    let scale = kind.portrait().scale;
    let (left, top, width) = SYMBOL;
    let symbol = barcode::symbol(text, (width * scale) as u32)?;
    let mut printed = RgbImage::new(symbol.width(), symbol.height());
    for (x, y, pixel) in symbol.enumerate_pixels() {
        let darkness = 1.0 - f32::from(pixel[0]) / 255.0;
        let colour: Rgb<u8> = to_pixel(mix([252.0, 252.0, 252.0], INK, darkness));
        printed.put_pixel(x, y, colour);
    }
    let area = Area {
        x: (left * scale).floor(),
        y: (top * scale).floor(),
        width: symbol.width() as f32,
        height: symbol.height() as f32,
    };
    view.lay(area, &printed);
    Ok(())
}
