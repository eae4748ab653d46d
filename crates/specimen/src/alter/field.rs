//! The date of birth, printed anew or pasted from another document's photograph.

use image::RgbImage;

use super::{Scene, compressed, painted_over, pixels};
use crate::{
    Degradation, Error, Kind, Request,
    canvas::{Area, Canvas},
    holder::Holder,
    random::Random,
    text::{Face, Style},
    view::View,
    views,
};

/// Millimetres above and below the baseline that letters take.
const ABOVE: f32 = 2.5;
const BELOW: f32 = 0.7;

fn area(kind: Kind) -> Area {
    let (x, baseline, width) = kind.birth_date();
    pixels(kind, x - 0.4, baseline - ABOVE, width, ABOVE + BELOW)
}

/// The altered holder's date over the old one, in another typeface, size and ink.
pub(super) fn reprint(view: &mut View, scene: &Scene, altered: &Holder, random: &Random) {
    let kind = scene.request.kind;
    let scale = kind.portrait().scale;
    let mut random = random.fork("ink");
    let area = area(kind);
    let mut canvas = Canvas {
        picture: painted_over(&view.cut(area)),
    };
    let ink = random.between(30.0, 70.0);
    let style = Style::new(
        Face::Text,
        1.95 * random.between(0.92, 1.12) * scale,
        [ink, ink, ink + random.between(0.0, 20.0)],
    );
    let mut text = scene.details.print(altered.birth);
    if kind == Kind::EuropeanDrivingLicense {
        text = format!("{text} {}", altered.birth_place);
    }
    let style = style.fit(&text, area.width - 0.4 * scale);
    canvas.text(style, 0.4 * scale, ABOVE * scale, &text);
    view.lay(area, &canvas.picture);
}

/// The same field of another photographed document, cut out and laid over.
pub(super) fn paste(view: &mut View, scene: &Scene, random: &Random) -> Result<(), Error> {
    let patch = another(scene.request, random)?;
    view.lay(area(scene.request.kind), &patch);
    Ok(())
}

fn another(request: &Request, random: &Random) -> Result<RgbImage, Error> {
    let other = Request {
        kind: request.kind,
        portrait: None,
        seed: u64::from(random.fork("another").whole(0, u32::MAX - 1)),
        expired: request.expired,
        degrade: vec![Degradation::Handheld],
        today: request.today,
    };
    let (front, ..) = views(&other)?;
    compressed(&front.cut(area(request.kind)), 85)
}
