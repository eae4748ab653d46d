//! Takes what was collected into the session. No I/O.

use identity::{
    Collected, Consent, Date, DocumentSide, FileId, Guards, IdNumberInput, LivenessLevel, Name,
    Requirement, Timestamp,
};
use wire::{ApiError, Result};

use super::form::{ClearData, DataForm, DateForm, IdNumberForm, NameForm};
use super::pictures::ReviewResults;
use super::recording::{self, Taken};
use crate::copy::{self, Context};
use crate::id_number;
use crate::page_data::Problem;
use crate::review::{ReviewResult, Verdict};

/// From this piece of advice on, the picture may be used as it is.
const FORCIBLE_FROM: u32 = 2;
/// A face is advised against this often; the next one is taken as it is, since the protocol
/// cannot offer that.
const MOST_FACE_ADVICE: u32 = 2;
/// Characters of a name.
const NAME_LIMIT: usize = 200;
const EARLIEST_YEAR: u32 = 1900;

pub(super) fn clear(collected: &mut Collected, clear: &ClearData) {
    let wanted = |flag: Option<bool>| flag == Some(true);
    if wanted(clear.biometric_consent) {
        collected.consent = None;
    }
    if wanted(clear.id_document_type) {
        collected.document_type = None;
    }
    if wanted(clear.id_document_front) {
        collected.front = None;
        collected.back_not_needed = false;
    }
    if wanted(clear.id_document_back) {
        collected.back = None;
    }
    if wanted(clear.face) {
        collected.face = None;
    }
    if wanted(clear.name) {
        collected.name = None;
    }
    if wanted(clear.dob) {
        collected.dob = None;
    }
    if wanted(clear.id_number) {
        collected.id_number = None;
    }
}

pub(super) fn collect(
    (collected, guards): (&mut Collected, &mut Guards),
    form: &DataForm,
    reviews: &ReviewResults,
    words: &Context<'_>,
    (now, level): (Timestamp, LivenessLevel),
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let data = &form.collected_data;
    if data.biometric_consent == Some(true) {
        consent(collected, words, now);
    }
    if let Some(document_type) = data.id_document_type {
        collected.document_type = Some(document_type);
    }
    if let Some(front) = &data.id_document_front {
        let side = front.read().ok_or_else(unread)?;
        if collected.front.as_ref() != Some(&side) {
            let requirement = Requirement::IdDocumentFront;
            collected.front = judge_side(
                collected,
                words,
                side,
                (requirement, reviews.front),
                problems,
            );
            collected.back_not_needed = collected.front.is_some() && !reviews.front.needs_back;
        }
    }
    if let Some(back) = &data.id_document_back {
        let side = back.read().ok_or_else(unread)?;
        if collected.back.as_ref() != Some(&side) {
            let requirement = Requirement::IdDocumentBack;
            collected.back = judge_side(
                collected,
                words,
                side,
                (requirement, reviews.back),
                problems,
            );
        }
    }
    if let Some(face) = &data.face {
        match recording::face((collected, guards), face, level, now)? {
            Taken::Same => {}
            Taken::New(face) => {
                let taken = judge_face(
                    collected,
                    words,
                    (&face.best_high_res_image, reviews.face),
                    problems,
                );
                collected.face = taken.then_some(*face);
            }
            Taken::Late => {
                collected.face = None;
                problems.push(copy::challenge_over(words));
            }
        }
    }
    if let Some(form) = &data.name {
        collected.name = name(form);
        if collected.name.is_none() {
            problems.push(copy::name_invalid(words));
        }
    }
    if let Some(form) = &data.dob {
        collected.dob = date(form, now);
        if collected.dob.is_none() {
            problems.push(copy::date_invalid(words));
        }
    }
    if let Some(form) = &data.id_number {
        collected.id_number = number(form);
        if collected.id_number.is_none() {
            problems.push(copy::id_number_invalid(words));
        }
    }
    Ok(())
}

fn unread() -> ApiError {
    ApiError::internal("a file's identifier was not checked")
}

/// Records a consent; one to the same text stands as it was given.
fn consent(collected: &mut Collected, words: &Context<'_>, now: Timestamp) {
    let text_version = copy::consent_version(words);
    let stands = |given: &Consent| given.text_version == text_version;
    if !collected.consent.as_ref().is_some_and(stands) {
        collected.consent = Some(Consent {
            given_at: now,
            language: words.language.tag().to_owned(),
            text_version,
            text: copy::consent_text(words),
        });
    }
}

/// The side if its picture is taken; a problem otherwise.
fn judge_side(
    collected: &mut Collected,
    words: &Context<'_>,
    side: DocumentSide,
    (requirement, reviewed): (Requirement, ReviewResult),
    problems: &mut Vec<Problem>,
) -> Option<DocumentSide> {
    if side.force_confirm {
        return Some(side);
    }
    match reviewed.verdict {
        Verdict::Usable => return Some(side),
        Verdict::NotAPicture => problems.push(copy::not_a_picture(words, requirement)),
        Verdict::Poor(advice) => {
            let forcible = advise(collected, requirement, &side.high_res_image) >= FORCIBLE_FROM;
            problems.push(copy::picture(words, requirement, advice, forcible));
        }
    }
    None
}

fn judge_face(
    collected: &mut Collected,
    words: &Context<'_>,
    (file, reviewed): (&FileId, ReviewResult),
    problems: &mut Vec<Problem>,
) -> bool {
    let requirement = Requirement::Face;
    match reviewed.verdict {
        Verdict::Usable => return true,
        Verdict::NotAPicture => problems.push(copy::not_a_picture(words, requirement)),
        Verdict::Poor(advice) => {
            if advise(collected, requirement, file) > MOST_FACE_ADVICE {
                return true;
            }
            problems.push(copy::picture(words, requirement, advice, false));
        }
    }
    false
}

/// How many pictures were advised against, this one included. Clients repeat what they sent, and one
/// picture counts once.
fn advise(collected: &mut Collected, requirement: Requirement, file: &FileId) -> u32 {
    let before = collected.advised_against.insert(requirement, file.clone());
    let times = collected.advised.entry(requirement).or_default();
    if before.as_ref() != Some(file) {
        *times += 1;
    }
    *times
}

fn name(form: &NameForm) -> Option<Name> {
    let (first, last) = (form.first_name.trim(), form.last_name.trim());
    let fits = |part: &str| !part.is_empty() && part.chars().count() <= NAME_LIMIT;
    (fits(first) && fits(last)).then(|| Name {
        first_name: first.to_owned(),
        last_name: last.to_owned(),
    })
}

/// A day that was, in the Gregorian calendar.
fn date(form: &DateForm, now: Timestamp) -> Option<Date> {
    let leap = form.year.is_multiple_of(4)
        && (!form.year.is_multiple_of(100) || form.year.is_multiple_of(400));
    let days = match form.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return None,
    };
    // A mean year has 365.2425 days; a day more or less at its end makes no difference here.
    let this_year = 1970 + now.0.div_euclid(31_556_952);
    let fits = (1..=days).contains(&form.day)
        && form.year >= EARLIEST_YEAR
        && i64::from(form.year) <= this_year;
    fits.then_some(Date {
        day: Some(form.day as u8),
        month: Some(form.month as u8),
        year: Some(form.year as u16),
    })
}

fn number(form: &IdNumberForm) -> Option<IdNumberInput> {
    let country = form.country.to_ascii_uppercase();
    let given = match country.as_str() {
        "US" => form.partial_value.as_ref().or(form.value.as_ref()),
        _ => form.value.as_ref(),
    };
    let value = id_number::normalised(&country, given?)?;
    Some(IdNumberInput { country, value })
}
