//! The letters that documents print with marks, by the plain letter they look like without.
//!
//! Languages of the EU and the EEA, of the United Kingdom, Turkey, the Balkans, Iceland and Albania.
//! The network's scores come in this order; `training/marks/alphabet.py` has the same table.

/// Each group begins with its plain letter.
const GROUPS: [&str; 38] = [
    "AÁÀÂÃÄÅĂĄĀ",
    "CĆČÇĊ",
    "DĎĐ",
    "EÉÈÊËĚĖĘĒ",
    "GĞĢĠ",
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
/// Most letters of one group.
pub(super) const MOST: usize = 10;
/// Letters of all groups.
pub(super) const LETTERS: usize = 186;

/// Letters that are the same but for their marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// The network's class of the first.
    pub(super) first: usize,
    pub(super) letters: Vec<char>,
}

pub(super) fn groups() -> Vec<Group> {
    let mut first = 0;
    let groups = GROUPS.iter().map(|letters| {
        let group = Group {
            first,
            letters: letters.chars().collect(),
        };
        first += group.letters.len();
        group
    });
    groups.collect()
}

/// What stands in the table for a letter that looks like one of it.
pub(super) fn alike(letter: char) -> char {
    match letter {
        'Ð' => 'Đ',
        // Before Ș and Ț had places of their own.
        'Ţ' => 'Ț',
        'ţ' => 'ț',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_one_place() {
        let mut letters: Vec<char> = GROUPS.iter().flat_map(|group| group.chars()).collect();
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
        assert_eq!(groups[1].letters, ['C', 'Ć', 'Č', 'Ç', 'Ċ']);
    }

    #[test]
    fn training_has_the_same_table() {
        let script = include_str!("../../../../../training/marks/alphabet.py");
        assert!(GROUPS.iter().all(|group| script.contains(group)));
    }
}
