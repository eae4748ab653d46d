//! A visa sticker with photo (ICAO 9303-7): MRV-A, on some issues the smaller MRV-B.

use image::RgbImage;
use mrz::{Format, Mrz};

use crate::{
    details::Details,
    holder::Holder,
    layout::{Frame, Sheet, Size},
    random::Random,
    wording::Wording,
};

const SCALE: f32 = 12.0;

/// Where the portrait goes on both sizes.
pub(crate) const PORTRAIT: Frame = Frame {
    x: 5.0,
    y: 12.5,
    width: 28.0,
    height: 36.0,
    scale: SCALE,
};

/// The format of this issue.
pub(crate) fn format(random: &Random) -> Format {
    if random.fork("format").chance(0.3) {
        Format::MrvB
    } else {
        Format::MrvA
    }
}

pub(crate) fn draw(
    holder: &Holder,
    details: &Details,
    zone: &Mrz,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    // MRV-A: 120 mm × 80 mm; MRV-B: 105 mm × 74 mm (ICAO 9303-7, 2.1 and 3.1).
    let small = zone.format == Format::MrvB;
    let (width, height) = if small { (105.0, 74.0) } else { (120.0, 80.0) };
    let size = Size {
        width: (width * SCALE) as u32,
        height: (height * SCALE) as u32,
        scale: SCALE,
    };
    let wording = Wording::draw(random);
    let mut sheet = Sheet::front(size, random);
    let band = height - 23.2;
    sheet.machine_band(band);
    sheet.heading(5.0, 6.4, 3.0, "UTOPIA");
    sheet.heading(27.0, 6.4, 3.0, "VISA");
    sheet.specimen_mark(width * 0.62, 33.0, 6.5);
    sheet.portrait(portrait, PORTRAIT, (width - 19.0, 22.0, 14.0));

    let (x, second) = (37.0, 37.0 + 0.33 * width);
    sheet.field(x, 9.6, 30.0, "Visa No.", &details.number);
    sheet.field(second, 9.6, 26.0, "Number of entries", "MULTIPLE");
    sheet.field(x, 16.8, 60.0, wording.surname, &holder.family_name);
    sheet.field(x, 24.0, 60.0, wording.given_names, &holder.given_names);
    let birth = details.print(holder.birth);
    sheet.field(x, 31.2, 32.0, wording.birth_date, &birth);
    sheet.field(second, 31.2, 10.0, wording.sex, holder.sex.letter());
    let issued = details.print(details.issued);
    sheet.field(x, 38.4, 32.0, wording.issue_date, &issued);
    let expires = details.print(details.expires);
    sheet.field(x, 45.6, 32.0, "Valid until", &expires);
    sheet.field(second, 38.4, 24.0, "Type", "C");

    let count = if small { 36.0 } else { 44.0 };
    let left = (width - count * 2.54) / 2.0;
    sheet.machine_lines(left, &[band + 9.4, band + 15.75], &zone.lines);
    sheet.canvas.picture
}
