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
    advice: &Advice,
    forcible: bool,
) -> Problem {
    let name = match (advice.code, requirement) {
        ("wrong_side", Requirement::IdDocumentBack) => "front_for_back",
        ("wrong_side", _) => "back_for_front",
        (code, _) => code,
    };
    Problem {
        continue_button_text: forcible.then(|| context.text("problem-anyway")),
        ..problem(context, requirement, &format!("advice-{name}"))
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
