use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::Day;
use crate::document::Fields;
use crate::finding::{FindingExt, failed, passed};
use crate::template::{Label, Template};
use crate::viz::Column;

/// Whether a document that has nothing for machines shows a known template: every critical field in
/// its place and read without a doubt, dates that can be true together, and the photo beside them.
/// Says nothing where there is a zone or a barcode, or no such template.
pub(super) fn check(case: &CheckInput) -> Vec<Finding> {
    let document = case.document;
    let known = document.viz.template.filter(|known| known.suffices);
    let Some(template) = known.filter(|_| document.source().is_none()) else {
        return Vec::new();
    };
    let Some(column) = document.viz.column.as_ref() else {
        return vec![no_layout(template)];
    };
    vec![
        fields(case, template, column)
            .or_else(|| dates(case, &document.fields))
            .or_else(|| photo(case, column))
            .unwrap_or_else(|| read(case, template, column)),
    ]
}

fn no_layout(template: &Template) -> Finding {
    failed(
        FindingCode::TemplateFields,
        format!(
            "Not all critical numbered fields of a {} stand in their places.",
            template.name
        ),
        Reason::LicencePartlyUnreadable,
    )
}

/// The first thing that is wrong with the critical fields.
fn fields(case: &CheckInput, template: &Template, column: &Column) -> Option<Finding> {
    let needed = case.policy.thresholds.template_text;
    let critical = template.fields.iter().filter(|field| field.critical);
    for field in critical {
        let number = field.number.as_deref().unwrap_or_default();
        let missing = format!("Field {number} of the {} was not read.", template.name);
        let Some(entry) = column.entry(field.label) else {
            return Some(failed(
                FindingCode::TemplateFields,
                missing,
                Reason::LicencePartlyUnreadable,
            ));
        };
        let value = entry.whole();
        let finding = if value.confidence < needed {
            let doubtful = format!("Field {number} was read, but not without a doubt.");
            failed(
                FindingCode::TemplateFields,
                doubtful,
                Reason::LicencePartlyUnreadable,
            )
            .scored(value.confidence, needed)
        } else if entry.is_blank() || is_read(&case.document.fields, field.label) {
            continue;
        } else {
            failed(
                FindingCode::TemplateFields,
                missing,
                Reason::LicencePartlyUnreadable,
            )
        };
        return Some(finding.at(value.side.as_str(), value.bounds));
    }
    let names = [Label::Surname, Label::GivenNames];
    let nameless = names.into_iter().all(|label| {
        let entry = column.entry(label);
        entry.is_none_or(crate::viz::Entry::is_blank)
    });
    (nameless || !column.is_in_order()).then(|| no_layout(template))
}

fn is_read(fields: &Fields, label: Label) -> bool {
    match label {
        Label::Surname => fields.last_name.is_some(),
        Label::GivenNames => fields.first_name.is_some(),
        Label::BirthDate => fields.birth_date.is_some(),
        Label::IssueDate => fields.issue_date.is_some(),
        Label::ExpiryDate => fields.expiry_date.is_some(),
        Label::Number => fields.number.is_some(),
        _ => true,
    }
}

/// What is wrong with the order of dates: the holder is born, is old enough to drive, gets the licence,
/// and it expires; and it was issued by today.
fn dates(case: &CheckInput, fields: &Fields) -> Option<Finding> {
    let person = Reason::LicenceDatesImpossible;
    let day = |date: Option<identity::Date>| Day::earliest(date?);
    let dates = day(fields.birth_date)
        .zip(day(fields.issue_date))
        .zip(day(fields.expiry_date));
    let Some(((birth, issued), expires)) = dates else {
        return Some(failed(
            FindingCode::TemplateFields,
            "A date is not a day of the calendar.",
            person,
        ));
    };
    let age = case.policy.thresholds.licence_age;
    let wrong = if issued >= expires {
        "The licence expires before it was issued.".to_owned()
    } else if birth > issued.minus_years(age) {
        format!("The holder was younger than {age} when the licence was issued.")
    } else if issued > case.request.today.plus_days(1) {
        "The licence is issued in the future.".to_owned()
    } else {
        return None;
    };
    Some(failed(FindingCode::TemplateFields, wrong, person))
}

/// What is wrong with the photo, field 6 of the licence. A small second picture of the holder is not
/// it.
fn photo(case: &CheckInput, column: &Column) -> Option<Finding> {
    let is_photo = match case.document.photo() {
        Some((_, face)) => face.bounds.height > 2.0 * column.height(),
        // Where a selfie is to match it, a missing photo is the selfie's error.
        None => case.request.selfie.is_some(),
    };
    (!is_photo).then(|| {
        failed(
            FindingCode::TemplateFields,
            "There is no photo to the left of the numbered fields.",
            Reason::LicencePhotoMissing,
        )
    })
}

fn read(case: &CheckInput, template: &Template, column: &Column) -> Finding {
    let critical = template.fields.iter().filter(|field| field.critical);
    let weakest = critical
        .filter_map(|field| Some(column.entry(field.label)?.whole().confidence))
        .fold(1.0, f32::min);
    passed(
        FindingCode::TemplateFields,
        format!(
            "Every critical field of a {} stands in its place, read without a doubt; dates and photo \
             go with it.",
            template.name
        ),
    )
    .scored(weakest, case.policy.thresholds.template_text)
}

#[cfg(test)]
mod tests;
