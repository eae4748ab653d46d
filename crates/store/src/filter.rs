use identity::{
    AccountId, EventType, FileId, FilePurpose, Mode, SessionId, Status, VerificationType,
};

/// Whose objects: test and live, and accounts, never mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The account the objects belong to.
    pub account: AccountId,
    /// Test or live.
    pub mode: Mode,
}

/// A part of a list, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// At most this many, 1 to 100.
    pub limit: u32,
    /// Where the page starts or ends; absent: at the newest.
    pub cursor: Option<Cursor>,
}

/// An object, named by its identifier, that bounds a page and is not part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// The page holds what is older.
    StartingAfter(String),
    /// The page holds what is newer, still newest first: those closest to the cursor.
    EndingBefore(String),
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing<T> {
    /// Newest first.
    pub items: Vec<T>,
    /// Whether there is more in the direction of travel.
    pub has_more: bool,
}

/// Bounds on `created`, in Unix seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CreatedRange {
    /// Later than.
    pub gt: Option<i64>,
    /// At or later than.
    pub gte: Option<i64>,
    /// Earlier than.
    pub lt: Option<i64>,
    /// At or earlier than.
    pub lte: Option<i64>,
}

impl CreatedRange {
    /// The same bounds as one closed interval.
    pub fn closed(self) -> (i64, i64) {
        let from = self
            .gt
            .map(|t| t.saturating_add(1))
            .max(self.gte)
            .unwrap_or(i64::MIN);
        let below = self.lt.map_or(i64::MAX, |t| t.saturating_sub(1));
        (from, below.min(self.lte.unwrap_or(i64::MAX)))
    }
}

/// Which sessions; every given member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionFilter {
    /// Of this status.
    pub status: Option<Status>,
    /// With this reference of the caller's.
    pub client_reference_id: Option<String>,
    /// Of this customer.
    pub related_customer: Option<String>,
    /// Of this customer account.
    pub related_customer_account: Option<String>,
    /// Created within.
    pub created: CreatedRange,
}

/// Which reports; every given member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportFilter {
    /// Of this type.
    pub verification_type: Option<VerificationType>,
    /// Of this session.
    pub session: Option<SessionId>,
    /// With this reference of the caller's.
    pub client_reference_id: Option<String>,
    /// Created within.
    pub created: CreatedRange,
}

/// Which files; every given member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFilter {
    /// For this purpose.
    pub purpose: Option<FilePurpose>,
    /// Created within.
    pub created: CreatedRange,
}

/// Which file links; every given member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileLinkFilter {
    /// To this file.
    pub file: Option<FileId>,
    /// Expired or not, at this Unix second.
    pub expired: Option<(bool, i64)>,
    /// Created within.
    pub created: CreatedRange,
}

/// Which events; every given member must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Of one of these types; `None`: of any type.
    pub types: Option<Vec<EventType>>,
    /// Whether every endpoint has answered.
    pub delivered: Option<bool>,
    /// Created within.
    pub created: CreatedRange,
}

#[cfg(test)]
mod tests {
    use super::CreatedRange;

    #[test]
    fn bounds_become_one_interval() {
        assert_eq!(CreatedRange::default().closed(), (i64::MIN, i64::MAX));
        let range = CreatedRange {
            gt: Some(3),
            gte: Some(2),
            lt: Some(9),
            lte: Some(20),
        };
        assert_eq!(range.closed(), (4, 8));
    }
}
