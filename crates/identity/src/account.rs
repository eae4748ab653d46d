use crate::{AccountId, Timestamp};

/// One customer of the installation; most installations have a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub created: Timestamp,
    /// Shown to the people being verified.
    pub name: String,
}
