//! Fields whose number was lost in reading, by their place between the others.

use super::{Column, Entry, Line, Piece};
use crate::template::Field;

/// How far outside of the column a field's value can begin, in line heights.
const ASIDE: f32 = 1.5;
/// How far from the rows above and below it is at least, in line heights.
const BETWEEN_ROWS: f32 = 0.5;

impl<'a> Column<'a> {
    /// Adds critical fields that have no number but stand alone in a row between the fields before
    /// and after them, aligned with these.
    pub(super) fn find_lost(&mut self, lines: &[Line<'a>], cut: &[Vec<Piece<'a>>]) {
        let template = self.template;
        let critical: Vec<&'static Field> = template
            .fields
            .iter()
            .filter(|field| field.critical)
            .collect();
        let found: Vec<Entry> = (0..critical.len())
            .filter(|&at| self.entry(critical[at].label).is_none())
            .filter_map(|at| {
                let beside = |at: Option<usize>| {
                    let field = critical.get(at?)?;
                    Some(self.entry(field.label).map(|entry| self.place(entry).1))
                };
                // Where two neighbouring fields are lost, nothing tells which is which.
                let (before, after) = match (beside(at.checked_sub(1)), beside(Some(at + 1))) {
                    (Some(None), _) | (_, Some(None)) => return None,
                    (before, after) => (before.flatten(), after.flatten()),
                };
                self.between(before, after, critical[at], lines, cut)
            })
            .collect();
        self.entries.extend(found);
        let order = |entry: &Entry| {
            let number = entry.field.number.as_deref();
            let mut fields = template.fields.iter();
            fields.position(|field| field.number.as_deref() == number)
        };
        self.entries.sort_by_key(order);
    }

    /// The one line between two rows that can be the field.
    fn between(
        &self,
        before: Option<f32>,
        after: Option<f32>,
        field: &'static Field,
        lines: &[Line<'a>],
        cut: &[Vec<Piece<'a>>],
    ) -> Option<Entry<'a>> {
        let height = self.height();
        let pitch = self.pitch()?;
        let (top, bottom) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (Some(before), None) => (before, before + 1.5 * pitch),
            (None, Some(after)) => (after - 1.5 * pitch, after),
            (None, None) => return None,
        };
        let lefts = || self.entries.iter().filter(|entry| entry.field.critical);
        let left = lefts()
            .map(|entry| self.place(entry).0)
            .fold(f32::INFINITY, f32::min);
        let values = lefts().map(|entry| self.turned(entry.value.quad.0[0]).0);
        let right = values.fold(f32::NEG_INFINITY, f32::max);
        let is_used = |line: usize| self.entries.iter().any(|entry| entry.line == line);
        let mut candidates = lines.iter().enumerate().filter_map(|(at, line)| {
            // What stands before another field's number in the same row counts too.
            let piece = cut[at].first().filter(|piece| piece.field.is_none())?;
            let (along, across) = self.turned(line.middle_at(piece.text_start));
            let aligned = along > left - ASIDE * height && along < right + ASIDE * height;
            let placed =
                across > top + BETWEEN_ROWS * height && across < bottom - BETWEEN_ROWS * height;
            let value = line.part(&Piece {
                text: without_ruins(piece.text, field),
                ..*piece
            });
            let fits = Entry::fits(field, &value.text) && !self.template.titles_line(line.text);
            (aligned && placed && fits && !is_used(at)).then(|| Entry {
                field,
                value,
                more: Vec::new(),
                line: at,
                is_placed: true,
                start: line.middle_at(piece.start),
                height: line.height,
            })
        });
        let only = candidates.next()?;
        // A second line of the field before is none of this one's.
        candidates.next().is_none().then_some(only)
    }

    /// The usual distance of rows.
    fn pitch(&self) -> Option<f32> {
        let mut rows: Vec<f32> = self
            .entries
            .iter()
            .map(|entry| self.place(entry).1)
            .collect();
        rows.sort_by(f32::total_cmp);
        let height = self.height();
        let steps = rows.windows(2).map(|pair| pair[1] - pair[0]);
        let mut steps: Vec<f32> = steps.filter(|step| *step > BETWEEN_ROWS * height).collect();
        steps.sort_by(f32::total_cmp);
        steps.get(steps.len() / 2).copied()
    }
}

/// The text without what is left of its number: `I. HARTLEY`, `.13.08.2022`.
fn without_ruins<'a>(text: &'a str, field: &Field) -> &'a str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let ruins: &[&str] = match field.number.as_deref() {
        Some("1") => &["I", "l", "i", "t", "J"],
        Some("2") => &["Z", "z"],
        Some("4a") => &["48", "4o", "4e", "4s"],
        Some("4b") => &["46", "48", "4h"],
        Some("5") => &["S", "s"],
        _ => &[],
    };
    let rest = ruins.iter().find_map(|ruin| text.strip_prefix(ruin));
    rest.and_then(|rest| rest.strip_prefix(['.', ',']))
        .map_or(text, str::trim_start)
}

#[cfg(test)]
mod tests {
    use crate::Side;
    use crate::samples::european_rows;
    use crate::template::Label;
    use crate::viz::Viz;

    const ROWS: [&str; 6] = [
        "1. BJÖRKLUND",
        "2. ANNA MARIA",
        "3. 12.08.1974 UPPSALA",
        "4a. 15.04.2020",
        "4b. 14.04.2030",
        "5. B072RRE2I55",
    ];
    const FIELDS: [Label; 6] = [
        Label::Surname,
        Label::GivenNames,
        Label::BirthDate,
        Label::IssueDate,
        Label::ExpiryDate,
        Label::Number,
    ];

    /// The fields without numbers of these rows, whether they are read, and whether all are in order.
    fn without(lost: &[usize]) -> (bool, bool) {
        let rows: Vec<&str> = ROWS
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let value = row.split_once(' ').unwrap().1;
                if lost.contains(&at) { value } else { row }
            })
            .collect();
        let seen = european_rows(&rows);
        let column = Viz::of(&[(Side::Front, &seen)]).column.unwrap();
        let read = lost.iter().all(|&at| {
            let entry = column.entry(FIELDS[at]);
            entry.is_some_and(|entry| ROWS[at].ends_with(&*entry.value.text))
        });
        (read, column.is_in_order())
    }

    #[test]
    fn one_lost_number_is_made_up_for_by_its_place() {
        for at in 0..ROWS.len() {
            assert_eq!(without(&[at]), (true, true), "{at}");
        }
    }

    #[test]
    fn of_two_lost_numbers_the_values_may_be_read_and_prove_nothing() {
        assert_eq!(without(&[0, 2]), (true, false));
        assert_eq!(without(&[3, 4]), (false, false));
        assert_eq!(without(&[0, 1, 2, 3, 4]), (false, false));
    }

    #[test]
    fn ruins_of_a_number_are_no_part_of_the_value() {
        let mut rows = ROWS;
        rows[0] = "I. BJÖRKLUND";
        let seen = european_rows(&rows);
        let column = Viz::of(&[(Side::Front, &seen)]).column.unwrap();
        assert_eq!(
            column.entry(Label::Surname).unwrap().value.text,
            "BJÖRKLUND"
        );
    }
}
