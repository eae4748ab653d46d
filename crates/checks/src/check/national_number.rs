use identity::{Finding, FindingCode, Reason};
use national::number::Part;

use super::CheckInput;
use crate::document::{NationalNumber, Said};
use crate::finding::{FindingExt, failed, passed};

/// Whether the national numbers on the document say nothing else of its holder than the document: of the
/// date of birth, the sex and names that are in them. A number that is not there, or was not recognised,
/// says nothing.
pub(super) fn check(case: &CheckInput) -> Finding {
    let numbers = case.document.national_numbers(&case.policy.thresholds);
    let contradicts = |number: &&NationalNumber| matches!(number.said, Said::Contradicts(_));
    let unreadable = |number: &&NationalNumber| number.said == Said::Unreadable;
    let worst = numbers.iter().find(contradicts);
    let worst = worst.or_else(|| numbers.iter().find(unreadable));
    let Some(number) = worst.or(numbers.first()) else {
        return passed(
            FindingCode::NationalNumber,
            "No national number was recognised.",
        );
    };
    let name = number.name;
    let finding = match &number.said {
        Said::Agrees => passed(
            FindingCode::NationalNumber,
            format!("The {name} says of its holder what the document says."),
        ),
        Said::Contradicts(parts) => {
            let listed: Vec<&str> = parts.iter().copied().map(part_name).collect();
            failed(
                FindingCode::NationalNumber,
                format!(
                    "The {name} contradicts the document: {}.",
                    listed.join(", ")
                ),
                Reason::Contradiction,
            )
        }
        Said::Unreadable => failed(
            FindingCode::NationalNumber,
            format!("The check digits of the {name} do not hold."),
            Reason::NumberUnreadable,
        ),
    };
    match number.at {
        Some((side, area)) => finding.at(side.as_str(), area),
        None => finding,
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::BirthDate => "date of birth",
        Part::Sex => "sex",
        Part::Names => "names",
    }
}

#[cfg(test)]
mod tests;
