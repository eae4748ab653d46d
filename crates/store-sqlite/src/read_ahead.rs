use async_trait::async_trait;
use identity::{FileId, ReportId, SessionId};
use store::rows::StoredJson as _;
use store::{ReadAhead, StoreError, Wanted};

use crate::rows::session;
use crate::unit::Unit;
use crate::{data_keys, files, reports};

#[async_trait]
impl ReadAhead for Unit {
    async fn read_ahead(&mut self, wanted: &Wanted) -> Result<(), StoreError> {
        if !self.reads() {
            return Ok(());
        }
        if !wanted.data_keys.is_empty() {
            let found = data_keys::of_owners(self, &String::of(&wanted.data_keys)?).await?;
            self.ahead.know_data_keys(&wanted.data_keys, found);
        }
        if !wanted.reports.is_empty() {
            let ids: Vec<_> = wanted.reports.iter().map(ReportId::as_str).collect();
            for record in reports::of_ids(self, &String::of(&ids)?).await? {
                let id = record.id.as_str().to_owned();
                self.ahead.reports.insert(id, record);
            }
        }
        if !wanted.sessions.is_empty() {
            let ids: Vec<_> = wanted.sessions.iter().map(SessionId::as_str).collect();
            for record in session::of_ids(self.connection().await?, &String::of(&ids)?).await? {
                let id = record.session.id.as_str().to_owned();
                self.ahead.sessions.insert(id, record);
            }
        }
        if !wanted.files.is_empty() {
            let ids: Vec<_> = wanted.files.iter().map(FileId::as_str).collect();
            for record in files::of_ids(self, &String::of(&ids)?).await? {
                let id = record.file.id.as_str().to_owned();
                self.ahead.files.insert(id, record);
            }
        }
        Ok(())
    }
}
