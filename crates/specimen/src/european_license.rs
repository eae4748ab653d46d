//! A European driving licence: Directive 2006/126/EC, annex I, in which fields go by their numbers.

use image::RgbImage;

use crate::{
    details::{Details, ISSUER},
    holder::Holder,
    layout::{Frame, ID_1, INK, Sheet},
    random::Random,
};

pub(crate) const PORTRAIT: Frame = Frame {
    x: 4.0,
    y: 14.0,
    width: 24.0,
    height: 31.0,
    scale: ID_1.scale,
};

/// Categories of vehicles, as field 9 and the table on the back name them.
const CATEGORIES: [&str; 4] = ["AM", "A1", "B", "L"];

/// Whether this issue states the holder's address: Member States choose.
pub(crate) fn has_address(random: &Random) -> bool {
    random.fork("address").chance(0.5)
}

pub(crate) fn draw_front(
    holder: &Holder,
    details: &Details,
    portrait: &RgbImage,
    random: &Random,
) -> RgbImage {
    let mut sheet = Sheet::front(ID_1, random);
    sheet.distinguishing_sign(3.5, 2.5, ISSUER);
    sheet.heading(13.5, 6.4, 2.6, "DRIVING LICENCE");
    sheet.heading(52.0, 6.4, 2.0, "UTOPIA");
    sheet.specimen_mark(58.0, 46.0, 5.0);
    sheet.portrait(portrait, PORTRAIT, (70.5, 32.0, 12.0));

    let mut lines = vec![
        ("1.", holder.family_name.clone()),
        ("2.", holder.given_names.clone()),
        (
            "3.",
            format!("{} {}", details.print(holder.birth), holder.birth_place),
        ),
        ("4a.", details.print(details.issued)),
        ("4b.", details.print(details.expires)),
        ("5.", details.number.clone()),
    ];
    if has_address(random) {
        let address = &holder.address;
        let town = format!("{} {}", address.postal_code, address.town);
        lines.push(("8.", format!("{}, {town}", address.street)));
    }
    let (x, mut y) = (30.5, 12.4);
    for (field, value) in lines {
        sheet.numbered(x, y, 51.0, field, &value);
        if field == "4a." {
            sheet.numbered(58.0, y, 25.0, "4c.", details.authority);
        }
        if field == "4b." && !details.personal_number.is_empty() {
            sheet.numbered(58.0, y, 25.0, "4d.", &details.personal_number);
        }
        y += 4.7;
    }
    sheet.numbered(30.5, 50.4, 40.0, "9.", &CATEGORIES.join("/"));
    sheet.numbered(4.0, 47.6, 6.0, "7.", "");
    sheet.signature(8.0, 49.8, 18.0, &mut random.fork("signature"));
    sheet.canvas.picture
}

pub(crate) fn draw_back(details: &Details, random: &Random) -> RgbImage {
    let mut sheet = Sheet::back(ID_1, random);
    sheet.specimen_mark(44.0, 46.0, 5.0);
    let columns = [30.0, 40.0, 56.0, 72.0];
    for (x, legend) in columns.into_iter().zip(["9.", "10.", "11.", "12."]) {
        sheet.numbered(x, 6.0, 10.0, legend, "");
    }
    for (row, category) in CATEGORIES.into_iter().enumerate() {
        let y = 11.0 + 5.0 * row as f32;
        sheet.line(28.0, y + 1.4, 82.0, INK);
        sheet.numbered(columns[0], y, 8.0, "", category);
        let short = |date: jiff::civil::Date| date.strftime("%d.%m.%y").to_string();
        sheet.numbered(columns[1], y, 15.0, "", &short(details.issued));
        sheet.numbered(columns[2], y, 15.0, "", &short(details.expires));
    }
    sheet.numbered(
        4.0,
        50.0,
        70.0,
        "",
        "1. Name 2. First name 3. Date and place of birth",
    );
    sheet.canvas.picture
}
