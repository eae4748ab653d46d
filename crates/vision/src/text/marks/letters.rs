//! Where a line has letters that could carry a mark, and what the recogniser of print thinks of each.

use super::alphabet::{Group, MOST, alike, groups};
use crate::text::ctc::Emission;

/// Classes of the recogniser by the letters of the table.
pub(crate) struct Classes {
    groups: Vec<Group>,
    /// For each group the recogniser's class of each of its letters.
    members: Vec<Vec<Option<usize>>>,
    /// For each class its group and its place there.
    places: Vec<Option<(usize, usize)>>,
}

/// A letter of a line that could carry another mark than it was read with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Letter {
    /// Which character of the text.
    pub(super) at: usize,
    /// Where its middle is, 0 to 1 along the line.
    pub(super) place: f32,
    /// Network's class of the first of its group, and the letters of the group.
    pub(super) group: Group,
    /// Which of the group it was read as, and how sure.
    pub(super) read: usize,
    pub(super) probability: f32,
    /// What the recogniser gives each of the group, at its best step.
    pub(super) seen: [f32; MOST],
}

impl Classes {
    /// `dictionary` has the character of class `n` at `n − 1`.
    pub(crate) fn of(dictionary: &[String]) -> Self {
        let groups = groups();
        let class_of = |letter: &char| {
            let is = |entry: &String| entry.chars().eq([*letter]);
            dictionary.iter().position(is).map(|at| at + 1)
        };
        let members = groups
            .iter()
            .map(|group| group.letters.iter().map(class_of).collect())
            .collect();
        let place = |entry: &String| {
            let letter = alike(entry.chars().next()?);
            groups.iter().enumerate().find_map(|(at, group)| {
                let member = group.letters.iter().position(|&other| other == letter)?;
                Some((at, member))
            })
        };
        let places = std::iter::once(None)
            .chain(dictionary.iter().map(place))
            .collect();
        Self {
            groups,
            members,
            places,
        }
    }

    /// The letters among `emissions`, one for each character of a line of `length` steps' width.
    pub(crate) fn letters(
        &self,
        emissions: &[Emission],
        probabilities: &[f32],
        length: f32,
    ) -> Vec<Letter> {
        let classes = self.places.len();
        let found = emissions.iter().enumerate().filter_map(|(at, emission)| {
            let (group, read) = (*self.places.get(emission.class)?)?;
            let steps = || {
                let rows = probabilities.chunks_exact(classes);
                rows.skip(emission.first)
                    .take(emission.last + 1 - emission.first)
            };
            let mut seen = [0.0; MOST];
            for (seen, class) in seen.iter_mut().zip(&self.members[group]) {
                if let Some(class) = class {
                    *seen = steps().map(|row| row[*class]).fold(0.0, f32::max);
                }
            }
            seen[read] = seen[read].max(emission.probability);
            let middle = f32::midpoint(emission.first as f32, emission.last as f32) + 0.5;
            Some(Letter {
                at,
                place: middle / length,
                group: self.groups[group].clone(),
                read,
                probability: emission.probability,
                seen,
            })
        });
        found.collect()
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
        let ogonek = letters[0].group.letters.iter().position(|&l| l == 'Ą');
        assert_eq!(letters[0].seen[ogonek.unwrap()], 0.3);
        assert_eq!(letters[1].group.letters[2], 'Đ');
    }
}
