//! Texts for symbols, as annex D, clause D.12 writes them.

use crate::header::Header;

const COMPLIANCE: &str = "@\n\x1e\r";
const FILE_TYPE: &str = "ANSI ";
const DESIGNATOR: usize = 10;

/// The text of a symbol: the elements of a licence (`DL`) or identification card (`ID`), then those
/// of the jurisdiction (`Z` and a letter), if any. The number of entries in `header` is not used.
pub fn generate(
    header: &Header,
    kind: &str,
    elements: &[(&str, String)],
    own: Option<(&str, &[(&str, String)])>,
) -> String {
    let subfiles: Vec<String> = std::iter::once(subfile(kind, elements))
        .chain(own.map(|(kind, elements)| subfile(kind, elements)))
        .collect();
    let entries = subfiles.len();
    let jurisdiction_version = match header.version {
        ..=1 => String::new(),
        _ => format!("{:02}", header.jurisdiction_version.unwrap_or(0)),
    };
    let start = format!(
        "{COMPLIANCE}{FILE_TYPE}{:06}{:02}{jurisdiction_version}{entries:02}",
        header.issuer, header.version
    );
    let mut offset = start.len() + entries * DESIGNATOR;
    let designators = subfiles.iter().map(|subfile| {
        let designator = format!("{}{offset:04}{:04}", &subfile[..2], subfile.len());
        offset += subfile.len();
        designator
    });
    let designators: String = designators.collect();
    start + &designators + &subfiles.concat()
}

fn subfile(kind: &str, elements: &[(&str, String)]) -> String {
    let elements: Vec<String> = elements
        .iter()
        .map(|(id, value)| format!("{id}{value}"))
        .collect();
    format!("{kind}{}\r", elements.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn what_is_written_is_read_and_designators_are_right() {
        let header = Header {
            issuer: 636_026,
            version: 10,
            jurisdiction_version: Some(2),
            entries: 2,
        };
        let elements = [
            ("DAQ", "D12345678".to_owned()),
            ("DCS", "SAMPLE".to_owned()),
        ];
        let own = [("ZAA", "01".to_owned())];
        let text = generate(&header, "DL", &elements, Some(("ZA", &own)));
        let card = parse(&text).unwrap();
        assert_eq!(card.header.as_ref(), Some(&header));
        for subfile in &card.subfiles {
            let there = &text[subfile.offset..subfile.offset + subfile.length];
            assert!(there.starts_with(&subfile.kind) && there.ends_with('\r'));
        }
        let read: Vec<_> = card.elements.iter().collect();
        assert_eq!(
            read,
            [("DAQ", "D12345678"), ("DCS", "SAMPLE"), ("ZAA", "01")]
        );
    }
}
