//! Reads the zone of the French national identity card of 1988 to 2021.

use super::{name, without_fillers};
use crate::check_digit::holds;
use crate::layout::french_card::{
    BIRTH_DATE, BIRTH_DATE_CHECK, CODE, COMPOSITE_CHECK, GIVEN_NAMES, LINE, NUMBER, NUMBER_CHECK,
    OFFICE, PARTING, SEX, STATE, SURNAME,
};
use crate::{Checks, Fields};

/// The elements of lines that have the format's shape and alphabet.
pub(crate) fn fields<S: AsRef<str>>(lines: &[S]) -> Fields {
    let (surname, given_names) = (SURNAME.of(lines), GIVEN_NAMES.of(lines));
    let given: Vec<String> = given_names
        .split(PARTING)
        .map(name)
        .filter(|given| !given.is_empty())
        .collect();
    Fields {
        document_code: without_fillers(CODE.of(lines)),
        issuing_state: without_fillers(STATE.of(lines)),
        document_number: without_fillers(NUMBER.of(lines)),
        birth_date: BIRTH_DATE.of(lines).to_owned(),
        sex: SEX.of(lines).to_owned(),
        surname: name(surname),
        given_names: given.join(", "),
        optional1: without_fillers(OFFICE.of(lines)),
        names_truncated: !(surname.ends_with('<') && given_names.ends_with('<')),
        ..Fields::default()
    }
}

/// What its check digits say.
pub(crate) fn checks<S: AsRef<str>>(lines: &[S]) -> Checks {
    let all = lines.iter().map(AsRef::as_ref).collect::<String>();
    Checks {
        document_number: holds(NUMBER.of(lines), NUMBER_CHECK.character(lines)),
        birth_date: holds(BIRTH_DATE.of(lines), BIRTH_DATE_CHECK.character(lines)),
        expiry_date: None,
        composite: Some(holds(
            &all[..2 * LINE - 1],
            COMPOSITE_CHECK.character(lines),
        )),
        personal_number: None,
    }
}
