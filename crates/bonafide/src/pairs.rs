//! Pairs of pictures, as rows of a CSV.

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub a: String,
    pub b: String,
    /// Whether both show the same person, where the row says so with `1` or `0`.
    pub same: Option<bool>,
}

/// The pairs of a CSV: a header is passed over, columns beyond the third are ignored.
pub fn rows(lines: impl Iterator<Item = String>) -> impl Iterator<Item = Pair> {
    lines
        .enumerate()
        .filter(|(index, line)| {
            let header = *index == 0
                && line
                    .trim_start_matches('\u{feff}')
                    .starts_with("file_a,file_b");
            !header && !line.trim().is_empty()
        })
        .map(|(_, line)| {
            let mut cells = cells(&line).into_iter();
            Pair {
                a: cells.next().unwrap_or_default(),
                b: cells.next().unwrap_or_default(),
                same: match cells.next().as_deref().map(str::trim) {
                    Some("1") => Some(true),
                    Some("0") => Some(false),
                    _ => None,
                },
            }
        })
}

/// The cells of one CSV row (RFC 4180): quotes around a cell, doubled inside.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = row.chars().peekable();
    while let Some(character) = characters.next() {
        let last = cells.len() - 1;
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cells[last].push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells[last].push(other),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_two_paths_a_truth_and_anything() {
        let csv = [
            "file_a,file_b,same",
            "a.jpg,b.jpg,1",
            "\"c,1.jpg\",d.jpg",
            "",
            "f.jpg,g.jpg,0,x",
            "e.jpg",
        ];
        let read: Vec<_> = rows(csv.iter().map(|line| (*line).to_owned())).collect();
        let expected = [
            ("a.jpg", "b.jpg", Some(true)),
            ("c,1.jpg", "d.jpg", None),
            ("f.jpg", "g.jpg", Some(false)),
            ("e.jpg", "", None),
        ];
        let expected = expected.map(|(a, b, same)| Pair {
            a: a.to_owned(),
            b: b.to_owned(),
            same,
        });
        assert_eq!(read, expected);
    }
}
