use image::RgbImage;
use jiff::civil::date;

use super::compressed;
use crate::{Degradation, Kind, Request, Specimen, generate};

fn draw(kind: Kind, degrade: &[Degradation]) -> Specimen {
    generate(&Request {
        kind,
        portrait: None,
        seed: 11,
        expired: false,
        degrade: degrade.to_vec(),
        today: date(2026, 11, 1),
    })
    .unwrap()
}

/// Left, top, right and bottom of what differs, as shares of the picture.
fn changed(before: &RgbImage, after: &RgbImage) -> Option<[f32; 4]> {
    let (width, height) = (before.width() as f32, before.height() as f32);
    let pixels = before.enumerate_pixels().zip(after.pixels());
    let places = pixels.filter(|((_, _, before), after)| before != after);
    places.fold(None, |around, ((x, y, _), _)| {
        let (x, y) = (x as f32 / width, y as f32 / height);
        let [left, top, right, bottom] = around.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
    })
}

#[test]
fn a_changed_field_leaves_the_zone_as_it_was_and_a_consistent_change_does_not() {
    let plain = draw(Kind::Passport, &[]);
    let field = draw(Kind::Passport, &[Degradation::AlteredField]);
    let [left, top, right, bottom] = changed(&plain.front, &field.front).unwrap();
    assert!(left > 0.34 && right < 0.64 && top > 0.4 && bottom < 0.46);

    let both = draw(Kind::Passport, &[Degradation::AlteredConsistently]);
    let [.., bottom] = changed(&plain.front, &both.front).unwrap();
    assert!(bottom > 0.9);
    assert_eq!(plain.truth.dob, both.truth.dob);
}

#[test]
fn a_consistent_change_reaches_the_back_of_cards() {
    for kind in [Kind::IdCard, Kind::DrivingLicense] {
        let back = |degrade: &[Degradation]| draw(kind, degrade).back.unwrap();
        let plain = back(&[]);
        assert_eq!(changed(&plain, &back(&[Degradation::AlteredField])), None);
        assert!(changed(&plain, &back(&[Degradation::AlteredConsistently])).is_some());
    }
}

#[test]
fn what_is_pasted_into_a_photograph_stays_where_it_is_pasted() {
    let photograph = draw(Kind::IdCard, &[Degradation::Handheld]).front;
    let photograph = compressed(&photograph, 80).unwrap();
    let after = |degradation| draw(Kind::IdCard, &[Degradation::Handheld, degradation]).front;
    let face = changed(&photograph, &after(Degradation::ReplacedPortrait)).unwrap();
    assert!(face[2] < 0.5, "{face:?}");
    let field = changed(&photograph, &after(Degradation::PastedField)).unwrap();
    assert!(field[0] > 0.3 && field[3] - field[1] < 0.25, "{field:?}");
}
