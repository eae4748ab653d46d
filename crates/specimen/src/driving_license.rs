//! A driving licence, after the AAMVA DL/ID Card Design Standard: barcode on the back.

use image::RgbImage;

use crate::{
    Error, barcode,
    details::Details,
    holder::Holder,
    layout::{Frame, ID_1, Sheet},
    random::Random,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 3.5,
    y: 13.0,
    width: 24.0,
    height: 31.0,
    scale: ID_1.scale,
};

/// Where the barcode goes, in millimetres: left, top, width.
pub(crate) const SYMBOL: (f32, f32, f32) = (5.8, 7.0, 74.0);

pub(crate) fn draw_front(
    holder: &Holder,
    details: &Details,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let mut sheet = Sheet::front(ID_1, random);
    sheet.heading(3.5, 6.2, 2.9, "UTOPIA");
    sheet.heading(3.5, 10.4, 1.9, "DRIVER LICENSE");
    sheet.specimen_mark(56.0, 36.0, 6.0);
    sheet.portrait(portrait, PORTRAIT, (70.0, 34.0, 12.0));

    let height = barcode::inches(holder);
    let height = format!("{}'-{:02}\"", height / 12, height % 12);
    let address = &holder.address;
    let street = barcode::transliterate_line(&address.street);
    let town = format!(
        "{}, {} {}",
        mrz::transliterate(&address.town),
        barcode::JURISDICTION,
        address.postal_code
    );
    let x = 30.5;
    let second = 58.0;
    sheet.field(x, 4.0, 26.0, "4d DL NO.", &details.number);
    sheet.field(second, 4.0, 12.0, "9 CLASS", "C");
    sheet.field(x, 10.8, 26.0, "4b EXP", &details.print(details.expires));
    sheet.field(second, 10.8, 24.0, "4a ISS", &details.print(details.issued));
    sheet.field(
        x,
        17.6,
        50.0,
        "1 LN",
        &mrz::transliterate(&holder.family_name),
    );
    sheet.field(
        x,
        24.0,
        50.0,
        "2 FN",
        &mrz::transliterate(&holder.given_names),
    );
    sheet.field(x, 30.4, 46.0, "8 ADDRESS", &street);
    sheet.field(x, 34.2, 46.0, "", &town);
    sheet.field(x, 41.2, 26.0, "3 DOB", &details.print(holder.birth));
    sheet.field(x, 47.6, 8.0, "15 SEX", holder.sex.letter());
    sheet.field(x + 10.0, 47.6, 12.0, "16 HGT", &height);
    sheet.field(x + 24.0, 47.6, 10.0, "18 EYES", "BRO");
    sheet.signature(5.0, 49.0, 20.0, &mut random.fork("signature"));
    sheet.canvas.picture
}

pub(crate) fn draw_back(text: &str, random: &Random) -> Result<RgbImage, Error> {
    let mut sheet = Sheet::back(ID_1, random);
    let (left, top, width) = SYMBOL;
    let symbol = barcode::symbol(text, (width * ID_1.scale) as u32)?;
    sheet.symbol(&symbol, left, top);
    sheet.specimen_mark(44.0, 42.5, 5.0);
    sheet.field(4.0, 45.6, 40.0, "9 CLASS", "C: NON-COMMERCIAL");
    sheet.field(46.0, 45.6, 36.0, "12 RESTRICTIONS", "NONE");
    Ok(sheet.canvas.picture)
}
