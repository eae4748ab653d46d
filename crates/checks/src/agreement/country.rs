//! The country that issued the document.

use aamva::{Country, Jurisdiction};

use super::{Place, Seen};
use crate::kind::Kind;
use crate::template::{is_same_country, may_speak, names_any_country_but, names_country};
use crate::text::fold::fold;
use crate::viz::{Line, Viz};

/// Digits of a postal code of the United States.
const ZIP: usize = 5;
/// Letters of a country's code.
const CODE: usize = 3;

/// Whether print shows each country that the source names, by a name or by its code. Words of the
/// holder's own name count as no code.
///
/// Residence permits of the European Union need not name it (Regulation (EC) 1030/2002), and of American cards
/// only the state's name, often a drawing, tells it: there nothing is asked for unless another country is named,
/// which is not the holder's, or a permit is titled in languages of others alone.
pub(super) fn compare(viz: &Viz, countries: &[String], nationality: &str, holder: &[&str]) -> Seen {
    let shown = |code: &String| viz.lines.iter().find(|line| shows(line, code, holder));
    let Some((first, others)) = countries.split_first() else {
        return Seen::NotStated;
    };
    match shown(first) {
        Some(line) if others.iter().all(|code| shown(code).is_some()) => {
            Seen::Agrees(Place::of(&line.value()))
        }
        None if others.is_empty() && need_not_be_named(viz, first, nationality) => Seen::NotStated,
        _ => Seen::Nothing,
    }
}

fn need_not_be_named(viz: &Viz, code: &str, nationality: &str) -> bool {
    let Some(template) = viz.template else {
        return false;
    };
    let names_another = |but: &str| {
        viz.lines
            .iter()
            .any(|line| names_any_country_but(line.text, but))
    };
    if template.barcode {
        return is_north_american(code) && !names_another(code);
    }
    template.kind == Kind::ResidencePermit
        && !names_another(nationality)
        && is_in_language_of(viz, code)
}

/// Barcodes of AAMVA's standard are on cards of these countries.
fn is_north_american(code: &str) -> bool {
    [Country::UnitedStates, Country::Canada, Country::Mexico]
        .iter()
        .any(|country| country.alpha3() == code)
}

fn is_in_language_of(viz: &Viz, code: &str) -> bool {
    let texts = viz.lines.iter().map(|line| line.text);
    let languages = viz.template.map(|template| template.languages(texts));
    languages.is_none_or(|languages| may_speak(code, &languages))
}

fn shows(line: &Line, code: &str, holder: &[&str]) -> bool {
    has_code(line.text, code, holder) || has_part(line.text, code) || names_country(line.text, code)
}

/// The code as a word among others that are as short, or numbers: `P NOR L4519C027`, `NOR/NOR`. Nothing but
/// labels is in small letters, such as a `Nom` that is read as `Nor`.
fn has_code(text: &str, code: &str, holder: &[&str]) -> bool {
    if text.contains(char::is_lowercase) {
        return false;
    }
    let folded = fold(text);
    let is_code =
        |word: &str| word.len() == CODE && is_same_country(word, code) && !holder.contains(&word);
    let beside = |word: &str| word.len() <= CODE || word.bytes().any(|b| b.is_ascii_digit());
    folded.split_whitespace().any(is_code) && folded.split_whitespace().all(beside)
}

/// A state's abbreviation before a postal code, as the last line of an address has them: `PHOENIX, AZ 85007`.
fn has_part(text: &str, code: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let part = Jurisdiction::of_code(pair[0]);
        let postal = pair[1].len() >= ZIP && pair[1].bytes().all(|byte| byte.is_ascii_digit());
        postal && part.is_some_and(|part| part.country.alpha3() == code)
    })
}
