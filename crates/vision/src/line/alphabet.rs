//! The letters with marks that documents print, grouped by the plain letter that each looks like
//! without its mark.
//!
//! Languages of the EU and the EEA, of the United Kingdom, Turkey, the Balkans, Iceland and Albania.
//! The network's scores come in this order; `training/diacritics/alphabet.py` has the same table.

/// Each group begins with its plain letter. `C` and `G` are together, because the recogniser takes `Ğ`
/// for `Č`.
const GROUPS: [&str; 37] = [
    "AÁÀÂÃÄÅĂĄĀ",
    "CĆČÇĊGĞĢĠ",
    "DĎĐ",
    "EÉÈÊËĚĖĘĒ",
    "HĦ",
    "IÍÌÎÏİĮĪ",
    "KĶ",
    "LŁĹĽĻ",
    "NŃŇÑŅ",
    "OÓÒÔÕÖŐØ",
    "PÞ",
    "RŘŔ",
    "SŚŠŞȘ",
    "TŤȚ",
    "UÚÙÛÜŮŰŲŪ",
    "WŴ",
    "YÝŸŶ",
    "ZŹŽŻ",
    "aáàâãäåăąā",
    "cćčçċ",
    "dďđ",
    "eéèêëěėęē",
    "gğģġ",
    "hħ",
    "iíìîïıįī",
    "kķ",
    "lłĺľļ",
    "nńňñņ",
    "oóòôõöőø",
    "pþ",
    "rřŕ",
    "sśšşș",
    "tťț",
    "uúùûüůűųū",
    "wŵ",
    "yýÿŷ",
    "zźžż",
];
/// Two letters, and what they look like when they are one.
const LIGATURES: [[&str; 2]; 2] = [["AE", "Æ"], ["OE", "Œ"]];
/// Most letters of one group.
pub(super) const MOST: usize = 10;
/// Letters of all groups, and both forms of each ligature.
pub(super) const LETTERS: usize = 190;

/// Letters that are the same but for their marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// The network's class of the group's first letter; the others follow.
    pub(super) first: usize,
    /// The letters of the group; the plain one first, and in the last two groups both forms of a
    /// ligature.
    pub(super) letters: Vec<&'static str>,
}

pub(super) fn groups() -> Vec<Group> {
    let single = GROUPS.iter().map(|letters| {
        let ends = letters
            .char_indices()
            .map(|(at, letter)| (at, at + letter.len_utf8()));
        ends.map(|(start, end)| &letters[start..end]).collect()
    });
    let both = LIGATURES.iter().map(|both| both.to_vec());
    let mut first = 0;
    let groups = single.chain(both).map(|letters: Vec<&str>| {
        let group = Group { first, letters };
        first += group.letters.len();
        group
    });
    groups.collect()
}

/// The letter of the table that a letter looks like: itself where it is in the table.
pub(super) fn alike(letter: &str) -> &str {
    match letter {
        "Ð" => "Đ",
        // Before Ș and Ț had places of their own.
        "Ţ" => "Ț",
        "ţ" => "ț",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_one_place() {
        let mut letters: Vec<&str> = groups()
            .into_iter()
            .flat_map(|group| group.letters)
            .collect();
        assert_eq!(letters.len(), LETTERS);
        assert!(groups().iter().all(|group| group.letters.len() <= MOST));
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), LETTERS);
    }

    #[test]
    fn groups_begin_with_the_plain_letter() {
        let groups = groups();
        assert!(groups.iter().all(|group| group.letters[0].is_ascii()));
        assert_eq!(groups[1].first, 10);
        assert_eq!(groups[2].first, 19);
        assert_eq!(groups[2].letters, ["D", "Ď", "Đ"]);
        assert_eq!(groups[37].first, 186);
        assert_eq!(groups[37].letters, ["AE", "Æ"]);
    }

    #[test]
    fn training_has_the_same_table() {
        let script = include_str!("../../../../training/diacritics/alphabet.py");
        assert!(GROUPS.iter().all(|group| script.contains(group)));
        let both = LIGATURES.map(|both| both.concat());
        assert!(both.iter().all(|both| script.contains(both)));
    }
}
