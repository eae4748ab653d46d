//! The data page of a passport, after the zones of ICAO 9303-4 (TD3).

use image::RgbImage;
use mrz::Mrz;

use crate::{
    details::{Details, ISSUER},
    holder::Holder,
    layout::{Frame, Sheet, Size},
    random::Random,
};

/// 125 mm × 88 mm at 12 pixels to the millimetre.
const SIZE: Size = Size {
    width: 1500,
    height: 1056,
    scale: 12.0,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 6.0,
    y: 15.5,
    width: 35.0,
    height: 45.0,
    scale: SIZE.scale,
};

pub(crate) fn draw(
    holder: &Holder,
    details: &Details,
    zone: &Mrz,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let mut sheet = Sheet::front(SIZE, random);
    // The machine readable zone takes the lowest 23.2 mm.
    sheet.machine_band(64.8);

    sheet.heading(6.0, 7.6, 3.2, "UTOPIA");
    sheet.heading(6.0, 12.6, 1.75, "PASSPORT / PASSEPORT");
    sheet.specimen_mark(84.0, 47.0, 7.5);
    sheet.portrait(portrait, PORTRAIT, (101.0, 33.0, 18.0));

    let x = 45.0;
    let second = 83.0;
    sheet.field(x, 6.2, 10.0, "Type / Type", "P");
    sheet.field(x + 14.0, 6.2, 20.0, "Country code / Code du pays", ISSUER);
    sheet.field(
        second,
        6.2,
        36.0,
        "Passport No. / Passeport n°",
        &details.number,
    );
    sheet.field(x, 13.6, 74.0, "Surname / Nom", &holder.family_name);
    sheet.field(x, 21.0, 74.0, "Given names / Prénoms", &holder.given_names);
    sheet.field(x, 28.4, 34.0, "Nationality / Nationalité", "UTOPIAN");
    let personal = if details.personal_number.is_empty() {
        "–"
    } else {
        &details.personal_number
    };
    sheet.field(second, 28.4, 34.0, "Personal No. / N° personnel", personal);
    sheet.field(
        x,
        35.8,
        34.0,
        "Date of birth / Date de naissance",
        &details.print(holder.birth),
    );
    sheet.field(x, 43.2, 10.0, "Sex / Sexe", holder.sex.letter());
    sheet.field(
        x + 14.0,
        43.2,
        38.0,
        "Place of birth / Lieu de naissance",
        &holder.birth_place,
    );
    let issued = details.print(details.issued);
    sheet.field(x, 50.6, 34.0, "Date of issue / Date de délivrance", &issued);
    let expires = details.print(details.expires);
    sheet.field(
        x,
        58.0,
        34.0,
        "Date of expiry / Date d’expiration",
        &expires,
    );
    sheet.field(
        second,
        50.6,
        17.0,
        "Authority / Autorité",
        details.authority,
    );
    sheet.field(
        second,
        58.0,
        36.0,
        "Holder’s signature / Signature du titulaire",
        "",
    );
    sheet.signature(second + 3.0, 62.0, 28.0, &mut random.fork("signature"));

    // 44 characters of 2.54 mm, in the middle of the page.
    sheet.machine_lines(6.6, &[75.0, 81.35], &zone.lines);
    sheet.canvas.picture
}
