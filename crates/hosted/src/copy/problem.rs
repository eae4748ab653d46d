//! What is wrong with what was just handed in. Plain text: clients show it as it is.

use checks::Advice;
use identity::Requirement;

use super::Context;
use crate::page_data::Problem;

fn problem(context: &Context<'_>, requirement: Requirement, name: &str) -> Problem {
    Problem {
        requirement,
        title: context.text(&format!("{name}-title")),
        body: context.text(&format!("{name}-body")),
        back_button_text: context.text("problem-again"),
        continue_button_text: None,
    }
}

pub(crate) fn consent_declined(context: &Context<'_>) -> Problem {
    Problem {
        back_button_text: context.text("problem-back"),
        ..problem(context, Requirement::BiometricConsent, "problem-declined")
    }
}

/// A picture that should be taken again; `forcible` offers to use it as it is.
pub(crate) fn picture(
    context: &Context<'_>,
    requirement: Requirement,
    advice: Advice,
    forcible: bool,
) -> Problem {
    Problem {
        continue_button_text: forcible.then(|| context.text("problem-anyway")),
        ..problem(context, requirement, &format!("advice-{}", advice.as_str()))
    }
}

pub(crate) fn not_a_picture(context: &Context<'_>, requirement: Requirement) -> Problem {
    problem(context, requirement, "problem-unreadable")
}

/// A challenge that was answered too late, or once before.
pub(crate) fn challenge_over(context: &Context<'_>) -> Problem {
    problem(context, Requirement::Face, "problem-challenge")
}

pub(crate) fn name_invalid(context: &Context<'_>) -> Problem {
    problem(context, Requirement::Name, "problem-name")
}

pub(crate) fn date_invalid(context: &Context<'_>) -> Problem {
    problem(context, Requirement::Dob, "problem-dob")
}

pub(crate) fn id_number_invalid(context: &Context<'_>) -> Problem {
    problem(context, Requirement::IdNumber, "problem-number")
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentArgs;

    use super::*;
    use crate::copy::Language;

    #[test]
    fn every_advice_is_given_in_every_language() {
        let nothing = FluentArgs::new();
        for advice in Advice::ALL {
            for part in ["title", "body"] {
                let id = format!("advice-{}-{part}", advice.as_str());
                let english = Language::ENGLISH.message(&id, &nothing);
                assert!(english.is_some(), "{id}");
                for language in Language::all().filter(|one| *one != Language::ENGLISH) {
                    let text = language.message(&id, &nothing);
                    assert!(
                        text.is_some() && text != english,
                        "{}: {id}",
                        language.tag()
                    );
                }
            }
        }
    }
}
