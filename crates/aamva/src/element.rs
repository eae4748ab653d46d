//! Which data elements there are (annex D, tables D.3 and D.4, of every version), and what their
//! values look like.

/// The form of an element's value, where that tells it from the text of a neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    /// Eight digits.
    Date,
    /// One character.
    Code,
    /// Three letters.
    Country,
    /// Two letters.
    Jurisdiction,
}

/// Element ids by their first two letters, and third letters in use.
const KNOWN: [(&str, &str); 4] = [
    ("DA", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("DB", "ABCDEFGHIJKLMNOPQRS"),
    ("DC", "ABCDEFGHIJKLMNOPQRSTU"),
    ("DD", "ABCDEFGHIJKLMNO"),
];
const ID: usize = 3;

/// Whether `text` begins with the id of an element that the standard knows.
pub(crate) fn is_known(text: &str) -> bool {
    let (Some(family), Some(last)) = (text.get(0..2), text.get(2..ID)) else {
        return false;
    };
    KNOWN
        .iter()
        .any(|(first, thirds)| *first == family && thirds.contains(last))
}

/// Whether `text` begins with the id of an element of a jurisdiction's own: `Z` and two more.
pub(crate) fn is_own(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= ID
        && bytes[0] == b'Z'
        && bytes[1].is_ascii_uppercase()
        && (bytes[2].is_ascii_uppercase() || bytes[2].is_ascii_digit())
}

pub(crate) fn form(id: &str) -> Form {
    match id {
        "DBA" | "DBB" | "DBD" | "DDB" | "DDC" | "DDH" | "DDI" | "DDJ" => Form::Date,
        "DBC" | "DDA" | "DDD" | "DDE" | "DDF" | "DDG" | "DDK" | "DDL" => Form::Code,
        "DCG" => Form::Country,
        "DAJ" | "DAO" => Form::Jurisdiction,
        _ => Form::Text,
    }
}

impl Form {
    /// Whether a whole value may look like this; empty ones may stand anywhere.
    pub(crate) fn allows(self, value: &str) -> bool {
        let value = value.trim_end();
        let letters = || value.bytes().all(|byte| byte.is_ascii_alphabetic());
        value.is_empty()
            || match self {
                Self::Text => true,
                Self::Date => value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit()),
                Self::Code => value.len() == 1,
                Self::Country => value.len() == 3 && letters(),
                Self::Jurisdiction => value.len() == 2 && letters(),
            }
    }
}
