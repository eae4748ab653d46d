use identity::{Date, Finding, FindingCode, Reason};

use super::CheckInput;
use crate::Day;
use crate::finding::{failed, passed};

/// Whether the date of birth can be one, and whether the person is old enough. Where the document
/// leaves parts open, or the day depends on the place on earth, the person is favoured.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    // It is tomorrow already in UTC+14.
    let today = case.request.today.plus_days(1);
    let fields = &case.document.fields;
    let Some(birth) = fields.birth_date else {
        return vec![
            unread(case),
            passed(FindingCode::Age, "No date of birth: the age is not known."),
        ];
    };
    vec![
        plausible(case, birth, today),
        old_enough(case, birth, today),
    ]
}

/// The finding about a date of birth that was not read. A zone whose check digit holds may leave the
/// date open altogether.
fn unread(case: &CheckInput) -> Finding {
    let open = case.document.mrz.as_ref().is_some_and(|mrz| {
        mrz.parsed.checks.birth_date && mrz.parsed.fields.birth_date == "<<<<<<"
    });
    if open {
        return passed(
            FindingCode::BirthDate,
            "The document leaves the date of birth open.",
        );
    }
    failed(
        FindingCode::BirthDate,
        "No date of birth could be read with certainty.",
        Reason::BirthDateUnreadable,
    )
}

fn plausible(case: &CheckInput, birth: Date, today: Day) -> Finding {
    let person = Reason::BirthDateImpossible;
    let Some(earliest) = Day::earliest(birth) else {
        return passed(
            FindingCode::BirthDate,
            "The document leaves the year of birth open.",
        );
    };
    let oldest = today.minus_years(case.policy.thresholds.maximum_age);
    let expiry = case.document.fields.expiry_date.and_then(Day::latest);
    let latest = Day::latest(birth).unwrap_or(earliest);
    if earliest > today {
        failed(
            FindingCode::BirthDate,
            "The date of birth is in the future.",
            person,
        )
    } else if latest < oldest {
        failed(
            FindingCode::BirthDate,
            "The date of birth is too long ago.",
            person,
        )
    } else if expiry.is_some_and(|expiry| earliest > expiry) {
        failed(
            FindingCode::BirthDate,
            "The document expires before the date of birth.",
            person,
        )
    } else {
        passed(FindingCode::BirthDate, "The date of birth is possible.")
    }
}

fn old_enough(case: &CheckInput, birth: Date, today: Day) -> Finding {
    let minimum = case.policy.thresholds.minimum_age;
    let Some(earliest) = Day::earliest(birth) else {
        return passed(
            FindingCode::Age,
            "The document leaves the year of birth open.",
        );
    };
    if minimum <= 0 || earliest <= today.minus_years(minimum) {
        passed(FindingCode::Age, "The person is old enough.")
    } else {
        failed(
            FindingCode::Age,
            format!("The person is younger than {minimum}."),
            Reason::TooYoung,
        )
    }
}
