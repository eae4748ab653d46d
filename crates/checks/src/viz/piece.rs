//! A line of text cut at the numbers of fields.

use super::numbered::starts_with_date;
use crate::template::{Field, Form, Template};

/// Part of a line: what follows a field's number, or what stands before the first.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) field: Option<&'static Field>,
    /// Behind the number, without the space around it.
    pub(super) text: &'a str,
    /// Where the piece begins and where its text does, as shares of the line's length.
    pub(super) start: f32,
    pub(super) text_start: f32,
}

/// The pieces of a line. A number of one digit counts at the line's beginning alone; `4a.` to `4d.`
/// stand in the middle too, where two fields share a row.
pub(super) fn pieces<'a>(line: &'a str, template: &'static Template) -> Vec<Piece<'a>> {
    // Beginning, end of the number, field.
    let mut cuts: Vec<(usize, usize, Option<&'static Field>)> = Vec::new();
    let mut word_begins = true;
    for (at, character) in line.char_indices() {
        if word_begins && !character.is_whitespace() {
            let first = cuts.is_empty();
            let in_address = cuts
                .last()
                .is_some_and(|(.., field)| field.is_some_and(|field| field.form == Form::Address));
            let marker = marker(&line[at..], template).filter(|marker| {
                first
                    || (!in_address
                        && marker.field.number.as_deref().is_some_and(is_lettered)
                        && marker.stopped)
            });
            match marker {
                Some(marker) => cuts.push((at, at + marker.length, Some(marker.field))),
                None if first => cuts.push((at, at, None)),
                None => {}
            }
        }
        word_begins = character.is_whitespace();
    }
    let share = |at: usize| at as f32 / line.len().max(1) as f32;
    let ends = cuts.iter().skip(1).map(|(begin, ..)| *begin);
    let ends = ends.chain([line.len()]);
    cuts.iter()
        .zip(ends)
        .map(|(&(begin, number_end, field), end)| {
            let text = &line[number_end.min(end)..end];
            let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || is_stop(c));
            Piece {
                field,
                text: trimmed.trim_end_matches([' ', ',', ':', ';']),
                start: share(begin),
                text_start: share(end - trimmed.len()),
            }
        })
        .collect()
}

struct Marker {
    field: &'static Field,
    /// In bytes.
    length: usize,
    /// Whether a full stop, or what is left of one, follows.
    stopped: bool,
}

/// The number of a field that the text begins with.
fn marker(text: &str, template: &'static Template) -> Option<Marker> {
    if starts_with_date(text) {
        return None;
    }
    template.fields.iter().find_map(|field| {
        let number = field.number.as_deref()?;
        let length = prefix(text, number)?;
        let next = text[length..].chars().next();
        let stopped = next.is_some_and(is_stop);
        let parted = stopped || next.is_none_or(char::is_whitespace);
        // `4b31.01.2028` has lost its full stop; `4bis` has none.
        let run_in = is_lettered(number) && next.is_some_and(|next| !next.is_lowercase());
        (parted || run_in).then_some(Marker {
            field,
            length,
            stopped,
        })
    })
}

fn is_lettered(number: &str) -> bool {
    number.len() == 2 && number.ends_with(|c: char| c.is_ascii_alphabetic())
}

fn is_stop(character: char) -> bool {
    matches!(character, '.' | ',' | ':' | ';' | ')' | '·')
}

/// How many bytes of `text` the number takes; `4 a.` and `4.a` are `4a` too.
fn prefix(text: &str, number: &str) -> Option<usize> {
    let same = |text: &str, number: &str| {
        let head = text.get(..number.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(number))
    };
    if same(text, number) {
        return Some(number.len());
    }
    let (digit, letter) = number.split_at(1);
    let rest = text.strip_prefix(digit)?;
    let rest = rest.strip_prefix([' ', '.'])?;
    let parted = rest
        .get(1..)?
        .starts_with(|c: char| is_stop(c) || c.is_whitespace());
    (!letter.is_empty() && parted && same(rest, letter)).then_some(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str) -> Vec<(&str, &str)> {
        let european = Template::printed(["FÜHRERSCHEIN"].into_iter()).unwrap();
        let number = |piece: &Piece| piece.field.and_then(|field| field.number.as_deref());
        pieces(line, european)
            .iter()
            .map(|piece| (number(piece).unwrap_or("-"), piece.text))
            .collect()
    }

    #[test]
    fn a_line_is_cut_at_its_numbers() {
        for (line, expected) in [
            ("1. MUSTERMANN", vec![("1", "MUSTERMANN")]),
            ("2.ERIKA", vec![("2", "ERIKA")]),
            ("3. 12.08.1964 BERLIN", vec![("3", "12.08.1964 BERLIN")]),
            ("3.12.08.1964 BERLIN", vec![("3", "12.08.1964 BERLIN")]),
            ("4b.31.01.2028", vec![("4b", "31.01.2028")]),
            ("4B31.01.2028", vec![("4b", "31.01.2028")]),
            ("4 a. 01.02.2013", vec![("4a", "01.02.2013")]),
            ("4.a. 01.02.2013", vec![("4a", "01.02.2013")]),
            ("5. B072RRE2I55", vec![("5", "B072RRE2I55")]),
            ("4a.", vec![("4a", "")]),
            (
                "4a. 01.02.2013 4c. LANDRATSAMT",
                vec![("4a", "01.02.2013"), ("4c", "LANDRATSAMT")],
            ),
            (
                "01.02.2013 4c. LANDRATSAMT",
                vec![("-", "01.02.2013"), ("4c", "LANDRATSAMT")],
            ),
            ("8. WEG 4a. 12345 ORT", vec![("8", "WEG 4a. 12345 ORT")]),
            ("9. AM/B", vec![("9", "AM/B")]),
            ("12.08.1964", vec![("-", "12.08.1964")]),
            ("UTOPIA", vec![("-", "UTOPIA")]),
            ("31 RUE HAUTE", vec![("-", "31 RUE HAUTE")]),
            ("4bis RUE", vec![("-", "4bis RUE")]),
            ("", vec![]),
        ] {
            assert_eq!(seen(line), expected, "{line}");
        }
    }
}
