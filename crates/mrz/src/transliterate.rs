//! Names in the letters of the machine readable zone (Doc 9303-3, section 6).

mod table;

/// How a printed name and a name of the machine readable zone compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameMatch {
    /// The same name, letter by letter, in one of its transliterations.
    Full,
    /// The zone has an abridgement of the printed name: later words cut short or left out.
    Truncated,
    Different,
}

/// A name in `A`–`Z`, its words parted by single spaces: the form that [`Fields`](crate::Fields)
/// has. Hyphens part words; apostrophes and full stops are left out, and so is whatever the
/// standard's table of Latin letters doesn't have.
pub fn transliterate(name: &str) -> String {
    let mut result = String::with_capacity(name.len());
    for character in name.chars() {
        if separates(character) {
            result.push(' ');
        } else if let Some(forms) = table::forms(character) {
            result.push_str(forms[0]);
        }
    }
    result.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `name` has a character that [`transliterate`] would leave out though it may carry
/// meaning: a digit, or a letter of another script.
pub(crate) fn has_unknown_letters(name: &str) -> bool {
    name.chars()
        .any(|character| character.is_alphanumeric() && table::forms(character).is_none())
}

/// Whether a printed name and a name of the machine readable zone are the same, also where the
/// zone's is abridged. See [`compare_names`].
pub fn name_matches(printed: &str, mrz: &str) -> bool {
    compare_names(printed, mrz) != NameMatch::Different
}

/// Compares a printed name with the name in the machine readable zone (fillers or spaces between
/// words). Case, punctuation and the spacing of words make no difference; every transliteration
/// of section 6 counts, and so does a printed letter that lost its umlaut or ring in reading.
pub fn compare_names(printed: &str, mrz: &str) -> NameMatch {
    let printed = words(printed);
    let mrz: Vec<String> = words(mrz).into_iter().map(String::from_iter).collect();
    let all_printed: Vec<char> = printed.iter().flatten().copied().collect();
    let all_mrz = mrz.concat();
    if all_printed.is_empty() || all_mrz.is_empty() {
        return NameMatch::Different;
    }
    let reached = reached(&all_printed, &all_mrz);
    if reached.full {
        return NameMatch::Full;
    }
    if (reached.prefix && all_mrz.len() >= LONG) || abridged(&printed, &mrz) {
        return NameMatch::Truncated;
    }
    NameMatch::Different
}

/// From this many letters on, a name that stops short is taken for a truncated one.
const LONG: usize = 12;

struct Reached {
    /// The whole name spells the whole text.
    full: bool,
    /// The beginning of the name spells the whole text.
    prefix: bool,
}

/// Walks all transliterations of `name` along `text` at once.
fn reached(name: &[char], text: &str) -> Reached {
    let mut positions = vec![false; text.len() + 1];
    positions[0] = true;
    let mut prefix = text.is_empty();
    for &character in name {
        let mut next = vec![false; text.len() + 1];
        for (position, _) in positions
            .iter()
            .enumerate()
            .filter(|(_, reached)| **reached)
        {
            for form in spellings(character) {
                let rest = &text[position..];
                if rest.starts_with(form) {
                    next[position + form.len()] = true;
                } else if form.starts_with(rest) {
                    // The text stops within the letter's form.
                    prefix = true;
                }
            }
        }
        prefix |= next[text.len()];
        positions = next;
    }
    Reached {
        full: positions[text.len()],
        prefix,
    }
}

/// Whether the first word is the same and the others are the printed ones, in order, cut short or
/// left out.
fn abridged(printed: &[Vec<char>], mrz: &[String]) -> bool {
    let (Some((first, printed)), Some((first_mrz, mrz))) =
        (printed.split_first(), mrz.split_first())
    else {
        return false;
    };
    let mut printed = printed.iter();
    reached(first, first_mrz).full
        && mrz
            .iter()
            .all(|word| printed.any(|candidate| reached(candidate, word).prefix))
}

/// Upper-case words with nothing but letters and digits.
fn words(name: &str) -> Vec<Vec<char>> {
    name.split(|character| character == '<' || separates(character))
        .map(|word| {
            word.chars()
                .filter(|character| character.is_alphanumeric())
                .collect()
        })
        .filter(|word: &Vec<char>| !word.is_empty())
        .collect()
}

fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '‐' | '‑' | '–' | '—' | '<' | ',' | '/')
}

fn spellings(character: char) -> &'static [&'static str] {
    match character.to_ascii_uppercase() {
        // Readers of print lose marks above letters more often than anything else.
        'A' => &["A", "AE", "AA"],
        'O' => &["O", "OE"],
        'U' => &["U", "UE"],
        _ => table::forms(character).unwrap_or(&[]),
    }
}

#[cfg(test)]
mod tests;
