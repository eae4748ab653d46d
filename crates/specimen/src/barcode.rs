//! The barcode on the back of a driving licence: AAMVA DL/ID Card Design Standard, 2020.

use aamva::Header;
use image::{GrayImage, imageops};
use jiff::civil::Date;
use mrz::transliterate;
use zxingcpp::BarcodeFormat;

use crate::{
    Error,
    details::{Details, ISSUER},
    holder::{Holder, Sex},
};

/// No issuer has this number.
const UTOPIA: u32 = 999_999;
/// Version 10 of the standard, of 2020.
const VERSION: u8 = 10;
/// A made-up jurisdiction of Utopia.
pub(crate) const JURISDICTION: &str = "XX";
/// Pixels a module while it is drawn, before it is scaled to its size.
const FINE: i32 = 8;
const CENTIMETRES_AN_INCH: f32 = 2.54;

/// What the barcode says.
pub(crate) fn text(holder: &Holder, details: &Details) -> String {
    let given = transliterate(&holder.given_names);
    let (first, middle) = given.split_once(' ').unwrap_or((&given, "NONE"));
    let known = |text: &str| if text.is_empty() { "NONE" } else { text }.to_owned();
    let elements = [
        ("DAQ", details.number.clone()),
        ("DCS", transliterate(&holder.family_name)),
        ("DDE", "N".to_owned()),
        ("DAC", first.to_owned()),
        ("DDF", "N".to_owned()),
        ("DAD", middle.to_owned()),
        ("DDG", "N".to_owned()),
        ("DCA", "C".to_owned()),
        ("DCB", "NONE".to_owned()),
        ("DCD", "NONE".to_owned()),
        ("DBD", date(details.issued)),
        ("DBB", date(holder.birth)),
        ("DBA", date(details.expires)),
        (
            "DBC",
            if holder.sex == Sex::Male { "1" } else { "2" }.to_owned(),
        ),
        ("DAU", format!("{:03} IN", inches(holder))),
        ("DAY", "BRO".to_owned()),
        ("DAG", transliterate_line(&holder.address.street)),
        ("DAI", transliterate(&holder.address.town)),
        ("DAJ", JURISDICTION.to_owned()),
        ("DAK", format!("{:<11}", holder.address.postal_code)),
        ("DCF", known(&details.personal_number)),
        ("DCG", ISSUER.to_owned()),
        ("DDA", "F".to_owned()),
        ("DDB", "01012020".to_owned()),
    ];
    let header = Header {
        issuer: UTOPIA,
        version: VERSION,
        jurisdiction_version: Some(0),
        entries: 1,
    };
    aamva::generate(&header, "DL", &elements, None)
}

/// The symbol, `width` pixels wide and a third as high as that.
pub(crate) fn symbol(text: &str, width: u32) -> Result<GrayImage, Error> {
    let drawn = zxingcpp::create(BarcodeFormat::PDF417)
        .options("columns=13,ecLevel=5")
        .from_str(text)
        .and_then(|symbol| symbol.to_image_with(&zxingcpp::write().scale(FINE)))
        .map_err(|_| Error::Barcode)?;
    let size = (drawn.width().unsigned_abs(), drawn.height().unsigned_abs());
    let fine = GrayImage::from_raw(size.0, size.1, drawn.data()).ok_or(Error::Barcode)?;
    Ok(imageops::resize(
        &fine,
        width,
        width / 3,
        imageops::FilterType::Triangle,
    ))
}

pub(crate) fn inches(holder: &Holder) -> u32 {
    (holder.height_centimetres as f32 / CENTIMETRES_AN_INCH) as u32
}

/// Letters as names have them, digits as they are.
pub(crate) fn transliterate_line(text: &str) -> String {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            if word.bytes().any(|byte| byte.is_ascii_digit()) {
                word.to_owned()
            } else {
                transliterate(word)
            }
        })
        .collect();
    words.join(" ")
}

fn date(date: Date) -> String {
    date.strftime("%m%d%Y").to_string()
}
