//! The data elements of a card, as encoded.

use std::fmt;

use crate::element::{form, is_known, is_own};
use crate::header::Subfile;

/// Ids and values in the order of the card. Values are as encoded, padding and all.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Elements(Vec<(String, String)>);

/// Line feed between elements and carriage return behind a subfile by the standard; cards also
/// have the separators of ISO/IEC 15434.
const SEPARATORS: [char; 5] = ['\n', '\r', '\x1c', '\x1d', '\x1e'];
/// From this many characters on, one line is several elements whose separators were lost.
const LOST_SEPARATORS: usize = 60;
/// How far a subfile may be from where its designator says.
const OFFSET_TOLERANCE: usize = 3;
const ID: usize = 3;

impl Elements {
    /// The value of the first element with this id that is not blank, trimmed.
    pub fn get(&self, id: &str) -> Option<&str> {
        self.0
            .iter()
            .filter(|(known, _)| known == id)
            .map(|(_, value)| value.trim())
            .find(|value| !value.is_empty())
    }

    /// Whether the element is there, perhaps blank.
    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|(known, _)| known == id)
    }

    /// All of them, as encoded.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(id, value)| (id.as_str(), value.as_str()))
    }

    pub(crate) fn push(&mut self, id: &str, value: &str) {
        self.0.push((id.to_owned(), value.to_owned()));
    }

    /// Reads what follows the designators, which end at `start`.
    pub(crate) fn read(text: &str, start: usize, subfiles: &[Subfile]) -> Self {
        let mut elements = Self::default();
        for part in parts(text, start, subfiles) {
            let lines: Vec<&str> = part
                .split(SEPARATORS)
                .filter(|line| !line.is_empty())
                .collect();
            for (at, line) in lines.iter().enumerate() {
                let line = if at == 0 { first_line(line) } else { line };
                let line = without_kind(line);
                let crowded = lines.len() <= 2 && line.len() > LOST_SEPARATORS;
                if crowded {
                    elements.read_crowded(line);
                } else if is_known(line) || is_own(line) {
                    elements.push(&line[..ID], &line[ID..]);
                }
            }
        }
        elements
    }

    /// A line that holds many elements, nothing between them: the next one begins where an id
    /// stands that has not been yet and leaves a value of the right form before it.
    fn read_crowded(&mut self, line: &str) {
        let Some(mut rest) = from_id(line) else {
            return;
        };
        loop {
            let id = &rest[..ID];
            let next = rest[ID..]
                .char_indices()
                .map(|(at, _)| at + ID)
                .find(|&at| self.may_follow(id, &rest[ID..at], &rest[at..]));
            let end = next.unwrap_or(rest.len());
            self.push(id, &rest[ID..end]);
            match next {
                Some(at) => rest = without_kind(&rest[at..]),
                None => return,
            }
        }
    }

    fn may_follow(&self, id: &str, value: &str, rest: &str) -> bool {
        let behind = without_kind(rest);
        let is_id = if behind.len() < rest.len() {
            is_own(behind) || is_known(behind)
        } else {
            is_known(rest) || (rest.starts_with('Z') && is_own(rest) && id.starts_with(&rest[..2]))
        };
        is_id
            && behind
                .get(..ID)
                .is_some_and(|next| next != id && !self.has(next))
            && form(id).allows(value)
    }
}

/// The subfiles, cut where the designators say if their names stand there.
fn parts<'a>(text: &'a str, start: usize, subfiles: &[Subfile]) -> Vec<&'a str> {
    let mut cuts: Vec<usize> = subfiles
        .iter()
        .filter_map(|subfile| {
            let from = subfile.offset.saturating_sub(OFFSET_TOLERANCE);
            let until = subfile.offset + OFFSET_TOLERANCE;
            (from..=until).find(|&at| {
                at >= start
                    && text
                        .get(at..)
                        .is_some_and(|rest| rest.starts_with(&subfile.kind) && begins(rest))
            })
        })
        .collect();
    cuts.push(start);
    cuts.push(text.len());
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| text.get(pair[0]..pair[1]))
        .collect()
}

/// Whether a subfile may begin here: its name, then an element.
fn begins(text: &str) -> bool {
    without_kind(text).len() < text.len()
}

/// Without what stands before the first element of a subfile.
fn first_line(line: &str) -> &str {
    if is_known(without_kind(line)) || is_own(without_kind(line)) {
        return line;
    }
    from_id(line).unwrap_or(line)
}

/// From the first element on that follows the name of a subfile, or else from the first.
fn from_id(line: &str) -> Option<&str> {
    let places = || line.char_indices().map(|(at, _)| &line[at..]);
    places()
        .find(|rest| begins(rest) && is_known(without_kind(rest)))
        .map(without_kind)
        .or_else(|| places().find(|rest| is_known(rest)))
}

/// Without the name of a subfile where an element follows it.
fn without_kind(line: &str) -> &str {
    let (Some(kind), Some(rest)) = (line.get(..2), line.get(2..)) else {
        return line;
    };
    let follows = match kind {
        "DL" | "ID" | "EN" => is_known(rest),
        // A jurisdiction's elements begin with the name of its subfile.
        _ => kind.starts_with('Z') && rest.starts_with(kind) && is_own(rest),
    };
    if follows { rest } else { line }
}

/// Shows which elements are there, not what they say.
impl fmt::Debug for Elements {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_set()
            .entries(self.0.iter().map(|(id, _)| id))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        Elements::read(text, 0, &[]).0
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected
            .iter()
            .map(|(id, value)| ((*id).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn lines_of_a_subfile_and_of_a_jurisdiction() {
        assert_eq!(
            read("DLDAQ123\nDCSPUBLIC \nDAD\n\rZVZVA01\nZVB\r"),
            pairs(&[
                ("DAQ", "123"),
                ("DCS", "PUBLIC "),
                ("DAD", ""),
                ("ZVA", "01"),
                ("ZVB", "")
            ])
        );
    }

    #[test]
    fn a_name_on_its_own_line_and_one_that_is_missing() {
        assert_eq!(read("DL\nDCAR\nDCB"), pairs(&[("DCA", "R"), ("DCB", "")]));
        assert_eq!(read("DCAR\nDCB"), pairs(&[("DCA", "R"), ("DCB", "")]));
        assert_eq!(read("DLabacDLDCSPUBLIC\n"), pairs(&[("DCS", "PUBLIC")]));
    }

    #[test]
    fn lost_separators() {
        let text = "DLDCACDCBNONEDCDNONEDBA08042015DCSPUBLICDCTJANEDBD08192014DBB02081977DBC1\
            DAYBLKDAU 65 INDAG12 ROCK STDAIAUSTINDAJTXDAK44556      DCGUSADCHNONEDCUZTZTA130ZTBA";
        assert_eq!(
            read(text),
            pairs(&[
                ("DCA", "C"),
                ("DCB", "NONE"),
                ("DCD", "NONE"),
                ("DBA", "08042015"),
                ("DCS", "PUBLIC"),
                ("DCT", "JANE"),
                ("DBD", "08192014"),
                ("DBB", "02081977"),
                ("DBC", "1"),
                ("DAY", "BLK"),
                ("DAU", " 65 IN"),
                ("DAG", "12 ROCK ST"),
                ("DAI", "AUSTIN"),
                ("DAJ", "TX"),
                ("DAK", "44556      "),
                ("DCG", "USA"),
                ("DCH", "NONE"),
                ("DCU", ""),
                ("ZTA", "130"),
                ("ZTB", "A"),
            ])
        );
    }

    #[test]
    fn a_subfile_is_cut_where_its_designator_says() {
        let text = "DLDAQ1\nDDB03162012MZWZWA541";
        let subfile = Subfile {
            kind: "ZW".to_owned(),
            offset: 17,
            length: 8,
        };
        let elements = Elements::read(text, 0, &[subfile]);
        assert_eq!(elements.get("DDB"), Some("03162012M"));
        assert_eq!(elements.get("ZWA"), Some("541"));
    }

    #[test]
    fn debug_output_has_no_values() {
        let shown = format!("{:?}", Elements::read("DLDAQ98765\n", 0, &[]));
        assert_eq!(shown, r#"{"DAQ"}"#);
    }
}
