//! The header of the symbol (annex D, clause D.12.3) and the designators behind it.

/// What precedes the subfiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Issuer identification number, six digits.
    pub issuer: u32,
    /// 1 (2000), 2 (2003), 3 (2005), 4 (2009), 5 (2010), 6 (2011), 7 (2012), 8 (2013), 9 (2016),
    /// 10 (2020), 11 (2025).
    pub version: u8,
    /// `None` in version 1, which has none.
    pub jurisdiction_version: Option<u8>,
    /// How many subfiles the card says it has.
    pub entries: u8,
}

/// Where a subfile is said to be. Often wrong on real cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subfile {
    /// `DL`, `ID`, `EN`, or `Z` and a letter of the jurisdiction.
    pub kind: String,
    /// In bytes from the start of the text.
    pub offset: usize,
    /// In bytes.
    pub length: usize,
}

/// How far into the text the file type may begin: compliance indicator and separators precede it.
const LATEST_START: usize = 16;
const DESIGNATOR: usize = 10;

/// Header, designators, and where the elements begin.
pub(crate) fn read(text: &str) -> Option<(Header, Vec<Subfile>, usize)> {
    let start = file_type_end(text)?;
    // Some cards have a blank behind either file type, or two.
    let start = start + text[start..].len() - text[start..].trim_start_matches(' ').len();
    let digits: String = text[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .take(12)
        .collect();
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse().ok();
    let issuer = digits.get(0..6)?.parse().ok()?;
    let version = number(6..8)?;
    // Version 1 has no version of the jurisdiction's.
    let (jurisdiction_version, entries, length) = match number(10..12) {
        Some(entries) => (Some(number(8..10)?), entries, 12),
        None => (None, number(8..10)?, 10),
    };
    let header = Header {
        issuer,
        version,
        jurisdiction_version,
        entries,
    };
    let mut at = start + length;
    let mut subfiles = Vec::new();
    while let Some(subfile) = text.get(at..at + DESIGNATOR).and_then(designator) {
        subfiles.push(subfile);
        at += DESIGNATOR;
    }
    Some((header, subfiles, at))
}

fn file_type_end(text: &str) -> Option<usize> {
    ["ANSI ", "AAMVA", "ANSI"].iter().find_map(|file_type| {
        let at = text.find(file_type).filter(|&at| at <= LATEST_START)?;
        let end = at + file_type.len();
        text[end..]
            .trim_start_matches(' ')
            .starts_with(|first: char| first.is_ascii_digit())
            .then_some(end)
    })
}

fn designator(text: &str) -> Option<Subfile> {
    let (kind, rest) = (text.get(0..2)?, text.get(2..10)?);
    let is_kind = kind.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_number = rest.bytes().all(|byte| byte.is_ascii_digit());
    if !is_kind || !is_number {
        return None;
    }
    Some(Subfile {
        kind: kind.to_owned(),
        offset: rest[..4].parse().ok()?,
        length: rest[4..].parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_one_has_no_jurisdiction_version() {
        let (header, subfiles, at) =
            read("@\n\x1e\rANSI 6360000102DL00390187ZV02260032DLDAQ").unwrap();
        assert_eq!(
            header,
            Header {
                issuer: 636_000,
                version: 1,
                jurisdiction_version: None,
                entries: 2,
            }
        );
        assert_eq!(subfiles.len(), 2);
        assert_eq!((subfiles[1].offset, subfiles[1].length), (226, 32));
        assert_eq!(at, 39);
    }

    #[test]
    fn later_versions_and_spoilt_separators() {
        for text in [
            "@\n\x1e\rANSI 636000100002DL00410278ZV03190008DLDAQ",
            "@ANSI 636000100002DL00410278ZV03190008DLDAQ",
            "@\n6MANSI 636000100002DL00410278ZV03190008DLDAQ",
            "AAMVA636000100002DL00410278ZV03190008DLDAQ",
            "AAMVA 636000100002DL00410278ZV03190008DLDAQ",
            "@\n\x1e\rANSI  636000100002DL00410278ZV03190008DLDAQ",
        ] {
            let (header, subfiles, at) = read(text).unwrap();
            assert_eq!((header.version, header.jurisdiction_version), (10, Some(0)));
            assert_eq!(subfiles[0].kind, "DL");
            assert_eq!(&text[at..], "DLDAQ");
        }
    }

    #[test]
    fn other_texts_have_no_header() {
        for text in [
            "",
            "@",
            "ANSI",
            "ANSI 6360",
            "https://example.com/ANSI 636000100002DL",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
