//! The fictional person a document speaks of.

use jiff::{ToSpan as _, civil::Date};

use crate::{
    Error,
    names::{LANGUAGES, STREETS, TOWNS, capitals},
    random::Random,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    /// As printed.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Self::Female => "F",
            Self::Male => "M",
        }
    }
}

/// A home address as printed, in capitals.
#[derive(Clone)]
pub(crate) struct Address {
    pub(crate) street: String,
    pub(crate) postal_code: String,
    pub(crate) town: String,
}

/// Names are in capitals, with their diacritics, as documents print them.
#[derive(Clone)]
pub(crate) struct Holder {
    pub(crate) family_name: String,
    pub(crate) given_names: String,
    pub(crate) sex: Sex,
    pub(crate) birth: Date,
    pub(crate) birth_place: String,
    pub(crate) height_centimetres: u32,
    pub(crate) address: Address,
}

impl Holder {
    /// Somebody who is `youngest` to 75 years old on `today`.
    pub(crate) fn draw(random: &mut Random, today: Date, youngest: u32) -> Result<Self, Error> {
        let language = random.pick(LANGUAGES);
        let sex = if random.chance(0.5) {
            Sex::Female
        } else {
            Sex::Male
        };
        let given = match sex {
            Sex::Female => language.female,
            Sex::Male => language.male,
        };

        let mut family_name = (*random.pick(language.family)).to_owned();
        if random.chance(language.double_family) {
            let second = random.pick(language.family);
            if *second != family_name {
                family_name = format!("{family_name} {second}");
            }
        }
        let mut given_names = (*random.pick(given)).to_owned();
        if random.chance(0.4) {
            let second = random.pick(given);
            if *second != given_names {
                given_names = format!("{given_names} {second}");
            }
        }

        let age = 365 * random.whole(youngest, 74) + random.whole(18, 364);
        let birth = today
            .checked_sub(i64::from(age).days())
            .map_err(|_| Error::Today)?;
        let height_centimetres = match sex {
            Sex::Female => random.whole(152, 182),
            Sex::Male => random.whole(162, 196),
        };

        Ok(Self {
            family_name: capitals(&family_name),
            given_names: capitals(&given_names),
            sex,
            birth,
            birth_place: capitals(random.pick::<&str>(TOWNS)),
            height_centimetres,
            address: Address {
                street: capitals(&format!(
                    "{} {}",
                    random.whole(1, 148),
                    random.pick(STREETS)
                )),
                postal_code: format!("{:04}", random.whole(1000, 9899)),
                town: capitals(random.pick::<&str>(TOWNS)),
            },
        })
    }
}
