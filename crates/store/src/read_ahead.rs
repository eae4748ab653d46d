//! What lists need of each of their rows, in one statement a table.

use std::collections::{BTreeSet, HashMap};

use identity::{FileLink, ReportId, SessionId};

use crate::{FileRecord, ReportRecord, SessionRecord, WrappedKey};

/// What a unit that reads will probably be asked for one by one, because it has listed what names it.
/// The first that is asked for is read together with all the others.
///
/// Changes no answer, for such a unit sees one snapshot. A unit that writes must keep none.
#[derive(Default)]
pub struct ReadAhead {
    /// Data keys, by owner.
    pub data_keys: Batch<WrappedKey>,
    /// Reports.
    pub reports: Batch<ReportRecord>,
    /// Sessions.
    pub sessions: Batch<SessionRecord>,
    /// Files.
    pub files: Batch<FileRecord>,
}

impl ReadAhead {
    /// A session's key opens it, and it names its last report.
    pub fn sessions_listed(&mut self, sessions: &[SessionRecord]) {
        let sessions = sessions.iter().map(|record| &record.session);
        self.data_keys
            .list(sessions.clone().map(|session| session.id.as_str()));
        let reports = sessions.filter_map(|session| session.last_report.as_ref());
        self.reports.list(reports.map(ReportId::as_str));
    }

    /// A report belongs to a session, whose key opens it.
    pub fn reports_listed(&mut self, reports: &[ReportRecord]) {
        let sessions = reports.iter().map(|record| record.session.as_str());
        self.data_keys.list(sessions.clone());
        self.sessions.list(sessions);
    }

    /// A file is opened by the key of its session, or by its own where it has none.
    pub fn files_listed(&mut self, files: &[FileRecord]) {
        let files = files.iter().map(|record| &record.file);
        let sessions = files.clone().filter_map(|file| file.session.as_ref());
        self.sessions.list(sessions.map(SessionId::as_str));
        self.data_keys.list(files.map(|file| {
            let session = file.session.as_ref().map(SessionId::as_str);
            session.unwrap_or(file.blob.as_str())
        }));
    }

    /// A link names a file.
    pub fn links_listed(&mut self, links: &[FileLink]) {
        self.files.list(links.iter().map(|link| link.file.as_str()));
    }
}

/// Rows of one table, by identifier.
pub struct Batch<V> {
    listed: BTreeSet<String>,
    read: HashMap<String, Option<V>>,
}

impl<V> Default for Batch<V> {
    fn default() -> Self {
        Self {
            listed: BTreeSet::new(),
            read: HashMap::new(),
        }
    }
}

impl<V: Clone> Batch<V> {
    /// Takes the place of what was listed before.
    fn list<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.listed = ids.map(str::to_owned).collect();
        self.read.clear();
    }

    /// What has to be read before this row is known, and [kept](Self::keep); `None` where it is known
    /// already, or where nothing was listed that it is part of.
    pub fn due(&mut self, id: &str) -> Option<Vec<String>> {
        let due = self.listed.contains(id);
        due.then(|| std::mem::take(&mut self.listed).into_iter().collect())
    }

    /// Keeps what was found of those that were due; the others are known not to be there.
    pub fn keep(&mut self, due: Vec<String>, found: impl IntoIterator<Item = (String, V)>) {
        self.read.extend(due.into_iter().map(|id| (id, None)));
        let found = found.into_iter().map(|(id, row)| (id, Some(row)));
        self.read.extend(found);
    }

    /// The row, or that there is none; `None` where it has to be asked for.
    pub fn known(&self, id: &str) -> Option<Option<V>> {
        self.read.get(id).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(ids: &[&str]) -> Batch<u8> {
        let mut batch = Batch::default();
        batch.list(ids.iter().copied());
        batch
    }

    #[test]
    fn the_first_that_is_asked_for_is_read_with_all_others() {
        let mut batch = listed(&["b", "a", "b"]);
        assert_eq!(batch.due("c"), None);
        let due = batch.due("b").unwrap();
        assert_eq!(due, ["a", "b"]);
        batch.keep(due, [("a".to_owned(), 1)]);
        assert_eq!(batch.due("a"), None);
        assert_eq!(
            ["a", "b", "c"].map(|id| batch.known(id)),
            [Some(Some(1)), Some(None), None]
        );
    }

    #[test]
    fn another_page_takes_the_place_of_the_one_before() {
        let mut batch = listed(&["a", "b"]);
        let due = batch.due("a").unwrap();
        batch.keep(due, [("a".to_owned(), 1)]);
        batch.list(["b"].into_iter());
        assert_eq!(batch.known("a"), None);
        assert_eq!(batch.due("b").unwrap(), ["b"]);
    }
}
