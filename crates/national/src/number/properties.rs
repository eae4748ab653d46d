//! What holds of every scheme.

use proptest::prelude::*;

use super::{ALL, CheckDigits, Date, Holder, Part, Scheme, Sex, Year};

fn scheme() -> impl Strategy<Value = &'static Scheme> {
    prop::sample::select(ALL.to_vec())
}

fn holder() -> impl Strategy<Value = Holder> {
    let born = (1930_u16..2026, 1_u8..=12, 1_u8..=28);
    let names = ("[A-Z]{2,9}", "[A-Z]{2,9}( [A-Z]{2,9})?");
    (born, any::<bool>(), names).prop_map(|((year, month, day), male, (surname, given_names))| {
        Holder {
            birth: Some(Date { year, month, day }),
            sex: Some(if male { Sex::Male } else { Sex::Female }),
            surname: vec![surname],
            given_names: vec![given_names],
        }
    })
}

proptest! {
    #[test]
    fn a_number_that_is_made_says_who_it_was_made_for(
        scheme in scheme(), holder in holder(), serial in any::<u32>(),
    ) {
        if let Some(text) = scheme.make(&holder, serial) {
            let number = scheme.read(&text);
            prop_assert!(number.is_some(), "{scheme:?}");
            let number = number.unwrap();
            prop_assert_ne!(number.holds, Some(false), "{:?}", scheme);
            prop_assert_eq!(scheme.differing(&number, &holder), vec![]);
            if let Some(birth) = number.birth {
                prop_assert!(birth.is(holder.birth.unwrap()));
            }
        }
    }

    #[test]
    fn another_day_of_birth_is_noticed(
        scheme in scheme(), holder in holder(), other in holder(), serial in any::<u32>(),
    ) {
        let number = scheme.make(&holder, serial).and_then(|text| scheme.read(&text));
        if let Some(number) = number && let Some(birth) = number.birth {
            let (own, date) = (holder.birth.unwrap(), other.birth.unwrap());
            let century_is_open = matches!(birth.year, Year::Short(_));
            let years = if century_is_open { own.year % 100 == date.year % 100 } else { own.year == date.year };
            let same = years && own.month == date.month && (own.day == date.day || scheme.day_may_differ);
            let otherwise = Holder { birth: Some(date), ..Holder::default() };
            let differs = scheme.differing(&number, &otherwise) == vec![Part::BirthDate];
            prop_assert_eq!(differs, !same);
        }
    }

    #[test]
    fn a_changed_digit_is_noticed_or_makes_another_form(
        scheme in scheme(), holder in holder(), serial in any::<u32>(),
        at in any::<prop::sample::Index>(), digit in b'0'..=b'9',
    ) {
        // Weights of the first year of a Czech number are no multiples of eleven, and so on: of one changed
        // digit every check digit of these tells. Hungarian, Icelandic and Latvian ones have weights of ten
        // or remainders that share a digit, Romanian and Baltic ones as well.
        let sharp = ["personnummer", "henkilötunnus", "fødselsnummer", "PESEL", "DNI / NIE",
            "burgerservicenummer", "AHV-Nummer / numéro AVS"];
        if sharp.contains(&scheme.name) && let Some(text) = scheme.make(&holder, serial) {
            let at = at.index(text.len());
            let mut changed = text.clone().into_bytes();
            if changed[at].is_ascii_digit() && changed[at] != digit {
                changed[at] = digit;
                let read = scheme.read(&String::from_utf8(changed).unwrap());
                prop_assert_ne!(read.and_then(|read| read.holds), Some(true), "{:?}", scheme);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_not(scheme in scheme(), text in "[ -~À-ž]{0,20}") {
        let read = scheme.read(&text);
        if scheme.check_digits == CheckDigits::None {
            prop_assert!(read.is_none_or(|read| read.holds.is_none()));
        }
    }
}

#[test]
fn every_scheme_says_where_it_is_from() {
    for scheme in ALL {
        assert!(!scheme.source.is_empty() && !scheme.countries.is_empty());
        let made = (0..40).any(|serial| {
            let holder = Holder {
                birth: Some(Date {
                    year: 1985,
                    month: 6,
                    day: 15,
                }),
                sex: Some(Sex::Female),
                surname: vec!["BAUMANN".to_owned()],
                given_names: vec!["ANNA".to_owned()],
            };
            scheme.make(&holder, serial).is_some()
        });
        assert!(made, "{scheme:?}");
    }
}
