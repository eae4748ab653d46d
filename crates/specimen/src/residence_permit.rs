//! A residence permit: Regulation (EC) 1030/2002 as amended by (EU) 2017/1954; TD1, the machine
//! readable zone on the back (ICAO 9303-5).

use image::RgbImage;
use mrz::Mrz;

use crate::{
    details::Details,
    holder::Holder,
    layout::{Frame, ID_1, Sheet},
    random::Random,
    wording::Wording,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 4.0,
    y: 14.5,
    width: 24.8,
    height: 32.0,
    scale: ID_1.scale,
};

pub(crate) fn draw_front(
    holder: &Holder,
    details: &Details,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let wording = Wording::draw(random);
    let mut sheet = Sheet::front(ID_1, random);
    sheet.heading(4.0, 6.0, 2.6, "UTOPIA");
    sheet.heading(4.0, 10.6, 1.7, wording.residence_permit);
    sheet.note_right(82.0, 6.0, 2.2, &details.number);
    sheet.specimen_mark(57.0, 36.0, 6.0);
    sheet.portrait(portrait, PORTRAIT, (69.5, 35.0, 12.5));

    let x = 31.5;
    sheet.field(x, 15.2, 50.0, wording.surname, &holder.family_name);
    sheet.field(x, 22.0, 50.0, wording.given_names, &holder.given_names);
    sheet.field(x, 28.8, 15.0, wording.sex, holder.sex.letter());
    sheet.field(x + 18.0, 28.8, 32.0, wording.nationality, "UTOPIAN");
    let birth = details.print(holder.birth);
    sheet.field(x, 35.6, 34.0, wording.birth_date, &birth);
    sheet.field(x, 42.4, 34.0, "Type of permit", "LONG-TERM RESIDENT");
    let expires = details.print(details.expires);
    sheet.field(x, 49.2, 34.0, wording.expiry_date, &expires);
    sheet.signature(5.5, 50.8, 20.0, &mut random.fork("signature"));
    sheet.canvas.picture
}

pub(crate) fn draw_back(
    holder: &Holder,
    details: &Details,
    zone: &Mrz,
    random: &Random,
) -> RgbImage {
    let wording = Wording::draw(random);
    let mut sheet = Sheet::back(ID_1, random);
    // The machine readable zone takes the lowest 23.2 mm.
    sheet.machine_band(30.8);
    sheet.specimen_mark(60.0, 26.0, 5.0);
    let issued = details.print(details.issued);
    sheet.field(4.0, 4.6, 36.0, wording.issue_date, &issued);
    sheet.field(46.0, 4.6, 36.0, wording.authority, details.authority);
    sheet.field(4.0, 11.6, 36.0, wording.birth_place, &holder.birth_place);
    sheet.field(4.0, 18.6, 60.0, "Remarks", "EMPLOYMENT PERMITTED");
    // 30 characters of 2.54 mm, in the middle of the card.
    sheet.machine_lines(4.7, &[38.2, 43.9, 49.6], &zone.lines);
    sheet.canvas.picture
}
