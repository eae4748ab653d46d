//! An identity card with everything on one side: TD2 (ICAO 9303-6), 105 mm × 74 mm.

use image::RgbImage;
use mrz::Mrz;

use crate::{
    details::Details,
    holder::Holder,
    layout::{Frame, Sheet, Size},
    random::Random,
    wording::Wording,
};

const SIZE: Size = Size {
    width: 1365,
    height: 962,
    scale: 13.0,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 5.0,
    y: 12.0,
    width: 28.0,
    height: 36.0,
    scale: SIZE.scale,
};

pub(crate) fn draw(
    holder: &Holder,
    details: &Details,
    zone: &Mrz,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let wording = Wording::draw(random);
    let mut sheet = Sheet::front(SIZE, random);
    // The machine readable zone takes the lowest 23.2 mm.
    sheet.machine_band(50.8);
    sheet.heading(5.0, 6.0, 2.8, "UTOPIA");
    sheet.heading(24.0, 6.0, 1.8, wording.identity_card);
    sheet.note_right(101.0, 10.6, 2.2, &details.number);
    sheet.specimen_mark(66.0, 36.0, 6.5);
    sheet.portrait(portrait, PORTRAIT, (86.0, 28.0, 14.0));

    let (x, second) = (37.0, 66.0);
    sheet.field(x, 12.4, 62.0, wording.surname, &holder.family_name);
    sheet.field(x, 19.6, 62.0, wording.given_names, &holder.given_names);
    let birth = details.print(holder.birth);
    sheet.field(x, 26.8, 27.0, wording.birth_date, &birth);
    sheet.field(second, 26.8, 14.0, wording.sex, holder.sex.letter());
    sheet.field(x, 34.0, 27.0, wording.birth_place, &holder.birth_place);
    sheet.field(second, 34.0, 18.0, wording.nationality, "UTOPIAN");
    let issued = details.print(details.issued);
    sheet.field(x, 41.2, 27.0, wording.issue_date, &issued);
    let expires = details.print(details.expires);
    sheet.field(second, 41.2, 27.0, wording.expiry_date, &expires);

    // 36 characters of 2.54 mm, in the middle of the card.
    sheet.machine_lines(6.8, &[60.6, 66.95], &zone.lines);
    sheet.canvas.picture
}
