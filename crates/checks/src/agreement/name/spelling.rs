//! Whether a printed text is a name of a zone or a barcode, in any spelling.

use mrz::{NameMatch, compare_names, transliterate};

use super::Name;
use crate::text::distance::{distance, reads_as};
use crate::text::fold::fold;

/// So many letters may be taken for ones that look like them, a quarter each.
pub(super) const MISREAD: f32 = 0.5;

/// Fewest letters of a beginning.
const BEGUN: usize = 3;

/// Whether the text is the beginning of the name. Where the end is hidden, the last letter is half seen, and
/// may be read as another one.
pub(super) fn is_begun(text: &str, expected: &str) -> bool {
    let begun = transliterate(text).replace(' ', "");
    let expected = expected.replace(' ', "");
    let whole = &begun[..begun.len().saturating_sub(1)];
    let is_half_seen =
        begun.len() < expected.len() && whole.len() >= BEGUN && expected.starts_with(whole);
    is_half_seen || (begun.len() >= BEGUN && expected.starts_with(&begun))
}

/// Whether the text is the name, up to what readers of print take for one another.
pub(super) fn same(text: &str, name: &Name) -> bool {
    match compare_names(text, &name.text) {
        NameMatch::Full => true,
        NameMatch::Truncated if name.cut => true,
        _ => {
            let most = if name.text.len() >= 4 { MISREAD } else { 0.0 };
            let mut spellings = spellings(text, &name.text).into_iter();
            spellings.any(|[printed, expected]| reads_as(&printed, &expected, most))
        }
    }
}

/// Letters by which the printed name differs, in the transliteration that suits it best.
pub(super) fn apart(printed: &str, expected: &str) -> f32 {
    let spellings = spellings(printed, expected).into_iter();
    let apart = spellings.map(|[printed, expected]| distance(&printed, &expected));
    apart.fold(f32::INFINITY, f32::min)
}

/// The printed name and the expected one, in every transliteration in which they can be the same.
fn spellings(printed: &str, expected: &str) -> [[String; 2]; 7] {
    let compact = |text: &str| text.replace(' ', "");
    let expected = compact(expected);
    let without_diacritics = |text: &str| {
        text.replace("AE", "A")
            .replace("OE", "O")
            .replace("UE", "U")
            .replace("AA", "A")
    };
    let folded = compact(&fold(printed));
    // Transliteration leaves digits out. A text with digits, which no name has, is compared as it is
    // folded.
    let has_digits = printed.contains(|c: char| c.is_ascii_digit());
    let spelled = if has_digits {
        folded.clone()
    } else {
        compact(&transliterate(printed))
    };
    // Readers that don't know thorn take it for a P, and the sharp s for a B; a breve is like a caron, and
    // half of an Æ like an E.
    let with_breve = compact(&fold(&printed.replace('Č', "Ğ")));
    let misread = |mrz: &str, seen: &str| {
        [
            folded.clone(),
            without_diacritics(&expected.replace(mrz, seen)),
        ]
    };
    [
        [folded.clone(), expected.clone()],
        [with_breve, expected.clone()],
        [spelled, expected.clone()],
        [folded.clone(), without_diacritics(&expected)],
        misread("TH", "P"),
        misread("SS", "B"),
        misread("AE", "E"),
    ]
}

pub(super) fn has_word(name: &str, word: &str) -> bool {
    name.split_whitespace()
        .any(|part| compare_names(word, part) == NameMatch::Full)
        || compare_names(word, name) == NameMatch::Full
}
