//! What is wrong with what was just handed in. Plain text: clients show it as it is.

use checks::Advice;
use identity::Requirement;

use crate::page_data::Problem;

fn problem(requirement: Requirement, title: &str, body: &str) -> Problem {
    Problem {
        requirement,
        title: title.to_owned(),
        body: body.to_owned(),
        back_button_text: "Try again".to_owned(),
        continue_button_text: None,
    }
}

pub(crate) fn consent_declined() -> Problem {
    Problem {
        back_button_text: "Go back".to_owned(),
        ..problem(
            Requirement::BiometricConsent,
            "You said no",
            "That\u{2019}s fine: what you sent is deleted. Ask for another way to show who you \
             are, or go back and agree.",
        )
    }
}

/// A picture that should be taken again; `forcible` offers to use it as it is.
pub(crate) fn picture(requirement: Requirement, advice: &Advice, forcible: bool) -> Problem {
    Problem {
        continue_button_text: forcible.then(|| "Use this picture anyway".to_owned()),
        ..problem(requirement, advice.title, advice.body)
    }
}

pub(crate) fn not_a_picture(requirement: Requirement) -> Problem {
    problem(
        requirement,
        "We can\u{2019}t open this picture",
        "Take it again with the camera, or choose a JPEG, PNG or WebP file.",
    )
}

/// A challenge that was answered too late, or once before.
pub(crate) fn challenge_over() -> Problem {
    problem(
        Requirement::Face,
        "That took too long",
        "For your safety the instructions are new each time. Start again, and follow each one when it \
         appears.",
    )
}

pub(crate) fn name_invalid() -> Problem {
    problem(
        Requirement::Name,
        "Your name is not complete",
        "Write your first and last name as they stand on your ID.",
    )
}

pub(crate) fn date_invalid() -> Problem {
    problem(
        Requirement::Dob,
        "This date can\u{2019}t be right",
        "Check day, month and year of your birth, and try again.",
    )
}

pub(crate) fn id_number_invalid() -> Problem {
    problem(
        Requirement::IdNumber,
        "This number can\u{2019}t be right",
        "Check its country and every digit, and try again.",
    )
}
