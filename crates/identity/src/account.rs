use crate::{AccountId, Timestamp};

/// One customer of the installation; most installations have a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// `acct_…`; every other object carries it, and none is found under another's.
    pub id: AccountId,
    /// When the installation made it, at its first start or by the command line.
    pub created: Timestamp,
    /// Shown to the people being verified.
    pub name: String,
}
