//! What a document says about itself: number, dates, issuing office.

use jiff::{ToSpan as _, civil::Date};

use crate::{
    Error, Kind,
    names::{AUTHORITIES, MONTHS},
    random::Random,
};

/// The issuing state and nationality of every specimen: Utopia, the code that ICAO 9303-3
/// (section 5, part D) keeps for examples.
pub(crate) const ISSUER: &str = "UTO";

/// How a document prints dates; every date of one document alike.
#[derive(Clone, Copy)]
enum DateStyle {
    /// `12 AUG/AOÛT 1974`
    BothLanguages,
    /// `12 AUG 1974`
    English,
    /// `12 08 1974`
    Digits,
    /// `12.08.1974`
    Dotted,
    /// `08/12/1974`, month first.
    American,
}

pub(crate) struct Details {
    /// Nine characters, letters and digits.
    pub(crate) number: String,
    pub(crate) issued: Date,
    pub(crate) expires: Date,
    pub(crate) authority: &'static str,
    /// Goes to the optional data of the machine readable zone; empty where the holder has none.
    pub(crate) personal_number: String,
    date_style: DateStyle,
}

impl Details {
    /// A document valid for ten years: issued within the last four, or run out one to six years
    /// before `today`.
    pub(crate) fn draw(
        random: &mut Random,
        kind: Kind,
        today: Date,
        expired: bool,
    ) -> Result<Self, Error> {
        let issued = if expired {
            let since_expiry = 365 * random.whole(1, 5) + random.whole(1, 364);
            today.checked_sub(10.years().days(since_expiry))
        } else {
            today.checked_sub(i64::from(random.whole(30, 4 * 365)).days())
        };
        let issued = issued.map_err(|_| Error::Today)?;
        let expires = issued.checked_add(10.years()).map_err(|_| Error::Today)?;

        let digits = |random: &mut Random, count| -> String {
            (0..count)
                .map(|_| char::from(b'0' + random.whole(0, 9) as u8))
                .collect()
        };
        let letter = |random: &mut Random| *random.pick(b"ACDEFHKLMNPRTUVXYZ") as char;
        let number = match kind {
            Kind::Passport | Kind::DrivingLicense | Kind::EuropeanDrivingLicense | Kind::Visa => {
                format!("{}{}", letter(random), digits(random, 8))
            }
            Kind::IdCard | Kind::IdCardTd2 | Kind::ResidencePermit => {
                format!("{}{}{}", letter(random), letter(random), digits(random, 7))
            }
        };
        let personal_number = if random.chance(0.5) {
            digits(random, 10)
        } else {
            String::new()
        };

        let authority = *random.pick(AUTHORITIES);
        let date_style = *random.pick(&[
            DateStyle::BothLanguages,
            DateStyle::English,
            DateStyle::Digits,
            DateStyle::Dotted,
        ]);
        Ok(Self {
            number,
            issued,
            expires,
            authority,
            personal_number,
            date_style: match kind {
                Kind::DrivingLicense => DateStyle::American,
                Kind::EuropeanDrivingLicense => DateStyle::Dotted,
                _ => date_style,
            },
        })
    }

    /// `date` as this document prints dates.
    pub(crate) fn print(&self, date: Date) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        let (english, french) = MONTHS[month as usize - 1];
        match self.date_style {
            DateStyle::BothLanguages if english == french => format!("{day:02} {english} {year}"),
            DateStyle::BothLanguages => format!("{day:02} {english}/{french} {year}"),
            DateStyle::English => format!("{day:02} {english} {year}"),
            DateStyle::Digits => format!("{day:02} {month:02} {year}"),
            DateStyle::Dotted => format!("{day:02}.{month:02}.{year}"),
            DateStyle::American => format!("{month:02}/{day:02}/{year}"),
        }
    }
}
