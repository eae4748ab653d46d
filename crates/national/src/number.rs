//! National identification numbers: form, check digits, and the date of birth, sex and letters of names
//! that are in them.
//!
//! A number that holds and says something else of its holder than the document that it is printed on shows
//! that one of the two was changed, or misread.

mod arithmetic;
mod baltic;
mod belgium;
mod birth;
mod bulgaria;
mod czechia;
mod denmark;
mod finland;
mod hungary;
mod iceland;
mod italy;
mod latvia;
mod netherlands;
mod norway;
mod poland;
mod portugal;
mod romania;
mod scheme;
mod spain;
mod sweden;
mod switzerland;
mod united_kingdom;

pub use birth::{Birth, Date, Year};
pub use scheme::{CheckDigits, Holder, Names, Number, Part, Scheme, Sex};

/// Every scheme.
pub const ALL: &[&Scheme] = &[
    &baltic::ESTONIA,
    &baltic::LITHUANIA,
    &belgium::SCHEME,
    &bulgaria::SCHEME,
    &czechia::SCHEME,
    &denmark::SCHEME,
    &finland::SCHEME,
    &hungary::SCHEME,
    &iceland::SCHEME,
    &italy::SCHEME,
    &latvia::SCHEME,
    &netherlands::SCHEME,
    &norway::SCHEME,
    &poland::SCHEME,
    &portugal::SCHEME,
    &romania::SCHEME,
    &spain::SCHEME,
    &sweden::SCHEME,
    &switzerland::SCHEME,
    &united_kingdom::SCHEME,
];

/// The schemes of a country, by its code of three letters (ISO 3166-1).
pub fn of(country: &str) -> impl Iterator<Item = &'static Scheme> {
    let schemes = ALL.iter().copied();
    schemes.filter(move |scheme| scheme.countries.contains(&country))
}

#[cfg(test)]
mod properties;
