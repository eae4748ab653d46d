//! Texts by themselves: how they are folded, how far two are apart, and which dates, months, sexes and names
//! they hold. Knows nothing of documents.

pub(crate) mod date;
pub(crate) mod distance;
pub(crate) mod fold;
pub(crate) mod name;
mod values;

#[cfg(test)]
pub(crate) use values::{FILE as VALUES, File as ValuesFile};
pub(crate) use values::{months, sexes};
