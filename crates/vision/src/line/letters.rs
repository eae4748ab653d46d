//! Where a line has letters that could carry a mark, and what the recogniser of print thinks of each.

use super::alphabet::{Group, MOST, alike, groups};
use super::ctc::Emission;

/// Classes of the recogniser by the letters of the table.
pub(crate) struct Classes {
    groups: Vec<Group>,
    /// For each group the recogniser's class of each of its letters.
    members: Vec<Vec<Option<usize>>>,
    /// For each class of the recogniser the group of its letter and the place in that group.
    places: Vec<Option<(usize, usize)>>,
    /// Classes of two letters that may be one, and the group of both.
    ligatures: Vec<([usize; 2], usize)>,
}

/// A letter of a line that could carry another mark than it was read with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Letter {
    /// Index of its first character in the text, and how many characters it was read as: two where a
    /// ligature may be meant.
    pub(super) at: usize,
    pub(super) length: usize,
    /// Where its middle is, 0 to 1 along the line.
    pub(super) place: f32,
    /// The letters that it could be.
    pub(super) group: Group,
    /// Index in the group of the letter it was read as, and the recogniser's probability of that.
    pub(super) read: usize,
    pub(super) probability: f32,
    /// The recogniser's probability of each letter of the group, at the step where that is highest.
    pub(super) seen: [f32; MOST],
}

impl Classes {
    /// `dictionary` has the character of class `n` at `n − 1`.
    pub(crate) fn of(dictionary: &[String]) -> Self {
        let groups = groups();
        let class_of = |letter: &&str| {
            let at = dictionary.iter().position(|entry| entry == letter);
            at.map(|at| at + 1)
        };
        let members = groups
            .iter()
            .map(|group| group.letters.iter().map(class_of).collect())
            .collect();
        let place = |entry: &String| {
            let letter = alike(entry);
            groups.iter().enumerate().find_map(|(at, group)| {
                let member = group.letters.iter().position(|&other| other == letter)?;
                Some((at, member))
            })
        };
        let places = std::iter::once(None)
            .chain(dictionary.iter().map(place))
            .collect();
        let parts = |letters: &str| {
            let mut parts = letters
                .char_indices()
                .map(|(at, _)| class_of(&&letters[at..=at]));
            Some([parts.next()??, parts.next()??])
        };
        let both = groups
            .iter()
            .enumerate()
            .filter(|(_, group)| group.letters[0].len() > 1);
        let ligatures = both.filter_map(|(at, group)| Some((parts(group.letters[0])?, at)));
        Self {
            ligatures: ligatures.collect(),
            groups,
            members,
            places,
        }
    }

    /// The letters among `emissions`, one for each character of a line of `length` steps' width, and
    /// what may be one letter read as two.
    pub(crate) fn letters(
        &self,
        emissions: &[Emission],
        probabilities: &[f32],
        length: f32,
    ) -> Vec<Letter> {
        let mut letters = Vec::new();
        for (at, emission) in emissions.iter().enumerate() {
            if let Some(&Some((group, read))) = self.places.get(emission.class) {
                let mut letter = self.letter(group, emission, probabilities, length);
                (letter.at, letter.read) = (at, read);
                letter.seen[read] = letter.seen[read].max(emission.probability);
                letters.push(letter);
            }
            let Some(next) = emissions.get(at + 1) else {
                continue;
            };
            let read = [emission.class, next.class];
            if let Some((_, group)) = self.ligatures.iter().find(|(parts, _)| *parts == read) {
                let both = Emission {
                    probability: emission.probability.min(next.probability),
                    last: next.last,
                    ..*emission
                };
                let mut letter = self.letter(*group, &both, probabilities, length);
                (letter.at, letter.length) = (at, 2);
                letter.seen[0] = both.probability;
                letters.push(letter);
            }
        }
        letters
    }

    /// What the recogniser thinks of a group's letters in the steps of an emission.
    fn letter(
        &self,
        group: usize,
        emission: &Emission,
        probabilities: &[f32],
        length: f32,
    ) -> Letter {
        let rows = || {
            let rows = probabilities.chunks_exact(self.places.len());
            rows.skip(emission.first)
                .take(emission.last + 1 - emission.first)
        };
        let mut seen = [0.0; MOST];
        for (seen, class) in seen.iter_mut().zip(&self.members[group]) {
            if let Some(class) = class {
                *seen = rows().map(|row| row[*class]).fold(0.0, f32::max);
            }
        }
        Letter {
            at: 0,
            length: 1,
            place: emission.middle() / length,
            group: self.groups[group].clone(),
            read: 0,
            probability: emission.probability,
            seen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_know_where_they_are_and_what_else_they_could_be() {
        let dictionary = ["A", "Ą", "x", "Ð", " "].map(str::to_owned);
        let classes = Classes::of(&dictionary);
        #[rustfmt::skip]
        let probabilities = [
            0.1, 0.9, 0.1, 0.0, 0.0, 0.0,
            0.0, 0.7, 0.3, 0.0, 0.0, 0.0,
            0.1, 0.0, 0.0, 0.9, 0.0, 0.0,
            0.2, 0.0, 0.0, 0.0, 0.8, 0.0,
        ];
        let emission = |class, probability, first, last| Emission {
            class,
            probability,
            first,
            last,
        };
        let emissions = [
            emission(1, 0.9, 0, 1),
            emission(3, 0.9, 2, 2),
            emission(4, 0.8, 3, 3),
        ];
        let letters = classes.letters(&emissions, &probabilities, 4.0);
        let places: Vec<_> = letters.iter().map(|l| (l.at, l.place, l.read)).collect();
        assert_eq!(places, [(0, 0.25, 0), (2, 0.875, 2)]);
        let ogonek = letters[0].group.letters.iter().position(|&l| l == "Ą");
        assert_eq!(letters[0].seen[ogonek.unwrap()], 0.3);
        assert_eq!(letters[1].group.letters[2], "Đ");
    }

    #[test]
    fn two_letters_may_be_one() {
        let dictionary = ["E", "A", "T"].map(str::to_owned);
        let classes = Classes::of(&dictionary);
        let probabilities = [0.25; 16];
        let emission = |class, at| Emission {
            class,
            probability: 0.9,
            first: at,
            last: at,
        };
        let emissions = [
            emission(3, 0),
            emission(2, 1),
            emission(1, 2),
            emission(2, 3),
        ];
        let letters = classes.letters(&emissions, &probabilities, 4.0);
        let both: Vec<_> = letters.iter().filter(|letter| letter.length == 2).collect();
        assert_eq!(both.len(), 1);
        assert_eq!((both[0].at, both[0].place), (1, 0.5));
        assert_eq!(both[0].group.letters, ["AE", "Æ"]);
        assert_eq!((both[0].read, both[0].seen[0]), (0, 0.9));
    }
}
