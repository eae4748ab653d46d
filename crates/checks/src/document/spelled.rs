//! The spelling of a name that the machine readable zone has in plain letters (ICAO Doc 9303-3, section
//! 6): its marks are in print, and where print was read in pieces or with a letter wrong, the zone says
//! how they go together.

use mrz::transliterate;

/// Misreadings that stand for one letter alone, and that letter. `E` for `Æ` and letters without their
/// umlaut or ring are not among them: the zone has `AE`, `UE` and `AA` in `MICHAEL`, `SAMUEL` and
/// `HAAKON` too, of which readers may lose a letter.
const TAKEN_FOR: [(&str, char); 2] = [("/E", 'Æ'), ("P", 'Þ')];
/// Fewest letters that have to be left of a word, and most that may be missing at one end.
const LEFT: usize = 5;
const MISSING: usize = 2;

/// The zone's name word by word as `printed` has it, in capitals; words that print doesn't have as the
/// zone does. Its transliteration is the zone's name, always.
pub(super) fn spelled<'a>(name: &str, printed: impl Iterator<Item = &'a str>) -> String {
    let printed: Vec<&str> = printed
        .flat_map(|text| text.split([' ', '-']))
        .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
        .filter(|word| word.len() >= 2 && !word.contains(char::is_lowercase))
        .collect();
    let words = name.split_whitespace().map(|word| {
        [exact, mended, completed]
            .iter()
            .find_map(|spelling| printed.iter().find_map(|printed| spelling(printed, word)))
            .unwrap_or_else(|| word.to_owned())
    });
    words.collect::<Vec<_>>().join(" ")
}

fn exact(printed: &str, word: &str) -> Option<String> {
    (transliterate(printed) == word).then(|| printed.to_owned())
}

/// The printed word with one misread letter put right, if that makes it the zone's word.
fn mended(printed: &str, word: &str) -> Option<String> {
    TAKEN_FOR.iter().find_map(|(seen, letter)| {
        printed.match_indices(seen).find_map(|(at, _)| {
            let (before, after) = (&printed[..at], &printed[at + seen.len()..]);
            exact(&format!("{before}{letter}{after}"), word)
        })
    })
}

/// The printed word with the zone's letters at the end that was not seen, if that makes it the zone's
/// word.
fn completed(printed: &str, word: &str) -> Option<String> {
    let seen = transliterate(printed);
    let missing = word.len().checked_sub(seen.len())?;
    if seen.len() < LEFT || !(1..=MISSING).contains(&missing) {
        return None;
    }
    let end = word.strip_prefix(&seen);
    let end = end.map(|end| format!("{printed}{end}"));
    let start = word.strip_suffix(&seen);
    end.or_else(|| start.map(|start| format!("{start}{printed}")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_found_wherever_they_were_read() {
        for (name, printed, expected) in [
            ("ZEYNEP CIGDEM", vec!["ÇIĞDEM", "ZEYNEP"], "ZEYNEP ÇIĞDEM"),
            (
                "BOZENA MALGORZATA",
                vec!["BOŻENA MAŁGORZAT"],
                "BOŻENA MAŁGORZATA",
            ),
            ("MALGORZATA", vec!["AŁGORZATA,"], "MAŁGORZATA"),
            ("KJAER", vec!["KJ/ER"], "KJÆR"),
            (
                "HAAKAN SAEMUNDUR",
                vec!["HÅKAN SEMUNDUR"],
                "HÅKAN SAEMUNDUR",
            ),
            ("THORA", vec!["PORA"], "ÞORA"),
            (
                "MUELLER LUEDENSCHEIDT",
                vec!["MULLER-LÜDENSCHEIDT"],
                "MUELLER LÜDENSCHEIDT",
            ),
            ("ANNE MARIE", vec!["ANNÉ-MARIE"], "ANNÉ MARIE"),
            ("OMALLEY", vec!["O'MALLEY"], "O'MALLEY"),
        ] {
            assert_eq!(spelled(name, printed.into_iter()), expected, "{name}");
        }
    }

    #[test]
    fn other_words_change_nothing() {
        for (name, printed) in [
            ("SAMUEL", vec!["SAMU", "SAMUELSON", "Samuél"]),
            ("ZAK", vec!["ŽA", "ZAKOPANE", "", "-"]),
            ("MONICA", vec!["MONICOECIMEN"]),
            ("MICHAEL SAMUEL", vec!["MICHEL", "SAMUL"]),
            ("HAAKON", vec!["HAKON"]),
            ("LEE", vec!["LEEDS"]),
        ] {
            assert_eq!(spelled(name, printed.into_iter()), name);
        }
    }

    proptest! {
        #[test]
        fn the_zone_is_never_contradicted(
            name in "[A-Z]{1,9}( [A-Z]{1,9}){0,2}",
            printed in proptest::collection::vec("[A-ZÄÅÆÇÐÑØÞŁŞȘŻ/' -]{0,12}", 0..6),
        ) {
            let spelled = spelled(&name, printed.iter().map(String::as_str));
            prop_assert_eq!(transliterate(&spelled), name);
        }

        #[test]
        fn a_name_in_print_keeps_its_marks(
            words in proptest::collection::vec("[A-ZÄÅÆÇÐÑØÞŁŞȘŻ]{2,9}", 1..4),
        ) {
            let printed = words.join(" ");
            let name = transliterate(&printed);
            let spelled = spelled(&name, words.iter().map(String::as_str));
            prop_assert_eq!(transliterate(&spelled), name);
            // Two words that are spelled alike in the zone may stand for each other.
            let plain: std::collections::HashSet<_> = words.iter().map(|w| transliterate(w)).collect();
            if plain.len() == words.len() {
                prop_assert_eq!(spelled, printed);
            }
        }
    }
}
