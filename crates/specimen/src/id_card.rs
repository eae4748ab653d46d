//! An identity card, after the zones of ICAO 9303-5 (TD1): machine readable zone on the back.

use image::RgbImage;
use mrz::Mrz;

use crate::{
    details::Details,
    holder::Holder,
    layout::{Frame, ID_1, Sheet},
    random::Random,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 4.0,
    y: 13.0,
    width: 25.6,
    height: 33.0,
    scale: ID_1.scale,
};

pub(crate) fn draw_front(
    holder: &Holder,
    details: &Details,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let mut sheet = Sheet::front(ID_1, random);
    sheet.heading(4.0, 6.2, 2.9, "UTOPIA");
    sheet.heading(4.0, 10.4, 1.7, "IDENTITY CARD / CARTE D’IDENTITÉ");
    sheet.note_right(82.0, 6.2, 2.2, &details.number);
    sheet.specimen_mark(56.0, 35.0, 6.0);
    sheet.portrait(portrait, PORTRAIT, (68.5, 33.0, 13.5));

    let x = 32.5;
    let wide = 49.5;
    sheet.field(x, 14.6, wide, "Surname / Nom", &holder.family_name);
    sheet.field(x, 21.6, wide, "Given names / Prénoms", &holder.given_names);
    sheet.field(x, 28.6, 12.0, "Sex / Sexe", holder.sex.letter());
    sheet.field(x + 14.0, 28.6, 22.0, "Nationality / Nationalité", "UTOPIAN");
    let birth = details.print(holder.birth);
    sheet.field(x, 35.6, 34.0, "Date of birth / Date de naissance", &birth);
    sheet.field(
        x,
        42.6,
        34.0,
        "Place of birth / Lieu de naissance",
        &holder.birth_place,
    );
    let expires = details.print(details.expires);
    sheet.field(
        x,
        49.0,
        34.0,
        "Date of expiry / Date d’expiration",
        &expires,
    );
    sheet.signature(5.5, 50.3, 21.0, &mut random.fork("signature"));
    sheet.canvas.picture
}

pub(crate) fn draw_back(
    holder: &Holder,
    details: &Details,
    zone: &Mrz,
    random: &Random,
) -> RgbImage {
    let mut sheet = Sheet::back(ID_1, random);
    // The machine readable zone takes the lowest 23.2 mm.
    sheet.machine_band(30.8);
    sheet.specimen_mark(62.0, 26.0, 5.0);

    let address = &holder.address;
    sheet.field(4.0, 4.6, 40.0, "Address / Adresse", &address.street);
    let town = format!("{} {}", address.postal_code, address.town);
    sheet.field(4.0, 8.4, 40.0, "", &town);
    sheet.field(46.0, 4.6, 36.0, "Authority / Autorité", details.authority);
    let issued = details.print(details.issued);
    sheet.field(
        46.0,
        11.6,
        36.0,
        "Date of issue / Date de délivrance",
        &issued,
    );
    let height = format!("{} cm", holder.height_centimetres);
    sheet.field(4.0, 16.4, 18.0, "Height / Taille", &height);
    let personal = if details.personal_number.is_empty() {
        "–"
    } else {
        &details.personal_number
    };
    sheet.field(4.0, 23.4, 34.0, "Personal No. / N° personnel", personal);

    // 30 characters of 2.54 mm, in the middle of the card.
    sheet.machine_lines(4.7, &[38.2, 43.9, 49.6], &zone.lines);
    sheet.canvas.picture
}
