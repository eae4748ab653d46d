use std::collections::HashMap;

use async_trait::async_trait;
use identity::{FileId, ReportId, SessionId};

use crate::{FileRecord, ReportRecord, SessionRecord, StoreError, WrappedKey};

/// Rows that a unit is about to be asked for one by one.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Owners whose data keys are wanted.
    pub data_keys: Vec<String>,
    /// Reports, within the scope that the unit will name.
    pub reports: Vec<ReportId>,
    /// Sessions.
    pub sessions: Vec<SessionId>,
    /// Files, within the scope that the unit will name.
    pub files: Vec<FileId>,
}

/// Reading ahead: what a list needs of each of its rows, in one statement a table.
#[async_trait]
pub trait ReadAhead {
    /// Reads rows that `data_key`, `report`, `file` and `session_anywhere` then answer from memory. Changes
    /// no answer: a unit that reads sees one snapshot anyway, and one that writes reads nothing
    /// ahead.
    async fn read_ahead(&mut self, wanted: &Wanted) -> Result<(), StoreError>;
}

/// What a unit has read ahead.
#[derive(Default)]
pub struct Ahead {
    /// By owner; `None` where there is no key.
    pub data_keys: HashMap<String, Option<WrappedKey>>,
    /// By identifier.
    pub reports: HashMap<String, ReportRecord>,
    /// By identifier.
    pub sessions: HashMap<String, SessionRecord>,
    /// By identifier.
    pub files: HashMap<String, FileRecord>,
}

impl Ahead {
    /// Owners without a key are known to have none.
    pub fn know_data_keys(&mut self, owners: &[String], found: Vec<(String, WrappedKey)>) {
        let none = owners.iter().map(|owner| (owner.clone(), None));
        self.data_keys.extend(none);
        let some = found.into_iter().map(|(owner, key)| (owner, Some(key)));
        self.data_keys.extend(some);
    }

    /// A report of this scope.
    pub fn report(&self, scope: &crate::Scope, id: &ReportId) -> Option<ReportRecord> {
        let record = self.reports.get(id.as_str())?;
        let same = record.account == scope.account && record.mode == scope.mode;
        same.then(|| record.clone())
    }

    /// A file of this scope.
    pub fn file(&self, scope: &crate::Scope, id: &FileId) -> Option<FileRecord> {
        let record = self.files.get(id.as_str())?;
        let same = record.file.account == scope.account && record.file.mode == scope.mode;
        same.then(|| record.clone())
    }
}
