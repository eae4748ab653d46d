//! The second family of altered fields: the date of birth retouched in print, by other means than `alter`'s.
//!
//! What tells altered fields is tuned on the family of `alter` and judged on this one, so neither uses
//! the other's code, typefaces, sizes or inks.

mod inpaint;
mod lettering;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::{
    Error,
    alter::Scene,
    canvas::Area,
    layout::INK,
    random::Random,
    text::{Face, Style},
    view::View,
};
use lettering::Lettering;

/// Capitals of a field's value, in millimetres.
const CAPITAL: f32 = 1.95;
/// Millimetres that are worked on: above and below the baseline, and beside the text.
const ABOVE: f32 = 2.3;
const BELOW: f32 = 0.5;
const BESIDE: f32 = 1.3;

/// Takes the date of birth out of the front and sets another in its place.
pub(crate) fn birth_date(view: &mut View, scene: &Scene, random: &Random) -> Result<(), Error> {
    let kind = scene.request.kind;
    let scale = kind.portrait().scale;
    let mut random = random.fork("retouched");
    let (x, baseline, width) = kind.birth_date();
    let printed = scene.details.print(scene.holder.birth);
    // As wide as the genuine text, whose typeface the forger does not have.
    let genuine = Style::new(Face::Bold, CAPITAL * scale, INK).fit(&printed, width * scale);
    let wide = genuine.measure(&printed);
    let area = Area {
        x: ((x - BESIDE) * scale).round(),
        y: ((baseline - ABOVE) * scale).round(),
        width: (wide + 2.0 * BESIDE * scale).round(),
        height: ((ABOVE + BELOW) * scale).round(),
    };
    let mut patch = view.cut(area);
    let ink = inpaint::darkest(&patch);
    inpaint::out_of_the_margins(&mut patch, BESIDE * scale * 0.8);
    let lettering = Lettering::draw(ink, &mut random);
    let at = (
        x * scale - area.x,
        baseline * scale - area.y + random.between(-0.08, 0.08) * scale,
    );
    let text = scene
        .details
        .print(another(scene.holder.birth, &mut random)?);
    let room = wide + 0.6 * BESIDE * scale;
    lettering.set(&mut patch, &text, genuine.height, at, room);
    view.lay(area, &patch);
    Ok(())
}

/// Another day some years earlier.
fn another(birth: Date, random: &mut Random) -> Result<Date, Error> {
    let (years, days) = (random.whole(2, 12), random.whole(1, 300));
    birth
        .checked_sub(i64::from(years).years().days(i64::from(days)))
        .map_err(|_| Error::Today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{Degradation, Kind, Request, Specimen, generate};

    fn draw(kind: Kind, degrade: Vec<Degradation>) -> Specimen {
        generate(&Request {
            kind,
            portrait: None,
            seed: 12,
            expired: false,
            degrade,
            today: date(2026, 11, 1),
        })
        .unwrap()
    }

    #[test]
    fn the_field_alone_is_another_and_the_truth_stays() {
        for kind in Kind::ALL {
            let (plain, retouched) = (
                draw(kind, vec![]),
                draw(kind, vec![Degradation::RetouchedField]),
            );
            assert_eq!(plain.truth.dob, retouched.truth.dob, "{kind}");
            assert_eq!(plain.back, retouched.back, "{kind}");
            let pixels = plain.front.enumerate_pixels().zip(retouched.front.pixels());
            let changed: Vec<(u32, u32)> = pixels
                .filter(|((.., before), after)| before != after)
                .map(|((x, y, _), _)| (x, y))
                .collect();
            let scale = kind.portrait().scale;
            let (left, baseline, _) = kind.birth_date();
            let (x, y) = (left * scale, baseline * scale);
            let inside = |(column, row): &(u32, u32)| {
                *column as f32 > x - 2.0 * scale && (*row as f32 - y).abs() < 3.0 * scale
            };
            assert!(changed.len() > 500 && changed.iter().all(inside), "{kind}");
        }
    }
}
