use identity::{ErrorCode, SessionId, SessionPersonal, VerificationSession};
use store::{Scope, SessionRecord, UnitOfWork};
use vault::DataKey;

use crate::{Error, Result, Services};

/// A session with its personal part opened, as a unit of work sees it.
pub struct OpenedSession {
    /// Its row, which anybody with the database can read.
    pub session: VerificationSession,
    /// Empty after redaction.
    pub personal: SessionPersonal,
    /// `None` after redaction.
    pub(crate) key: Option<DataKey>,
}

impl OpenedSession {
    /// Its account and mode.
    pub fn scope(&self) -> Scope {
        Scope {
            account: self.session.account.clone(),
            mode: self.session.mode,
        }
    }

    /// Whether the back end was told that the person declined, and nothing else since.
    pub fn was_declined(&self) -> bool {
        let error = self.session.last_error.as_ref();
        error.is_some_and(|error| error.code == ErrorCode::ConsentDeclined)
    }

    /// Whether the person declined and has not thought better of it.
    pub fn stands_declined(&self) -> bool {
        self.was_declined() && self.personal.collected.consent.is_none()
    }

    /// The key that opens the session's pictures and report.
    pub fn key(&self) -> Result<&DataKey> {
        self.key.as_ref().ok_or(Error::Redacted)
    }
}

fn context(id: &SessionId) -> String {
    format!("session/{id}")
}

impl Services {
    /// The session with this identifier, within a scope.
    pub async fn find(
        &self,
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        id: &SessionId,
    ) -> Result<Option<OpenedSession>> {
        match unit.session(scope, id).await? {
            Some(record) => Ok(Some(self.open(unit, record).await?)),
            None => Ok(None),
        }
    }

    /// The session that a token or a job names.
    pub async fn find_anywhere(
        &self,
        unit: &mut dyn UnitOfWork,
        id: &SessionId,
    ) -> Result<Option<OpenedSession>> {
        match unit.session_anywhere(id).await? {
            Some(record) => Ok(Some(self.open(unit, record).await?)),
            None => Ok(None),
        }
    }

    /// The data key of a session; `None` after redaction.
    pub async fn session_key(
        &self,
        unit: &mut dyn UnitOfWork,
        id: &SessionId,
    ) -> Result<Option<DataKey>> {
        match unit.data_key(id.as_str()).await? {
            Some(wrapped) => {
                let key = self.vault.open_data_key(id.as_str(), &wrapped).await?;
                Ok(Some(key))
            }
            None => Ok(None),
        }
    }

    /// Opens a record's personal part.
    pub async fn open(
        &self,
        unit: &mut dyn UnitOfWork,
        record: SessionRecord,
    ) -> Result<OpenedSession> {
        let SessionRecord { session, sealed } = record;
        let owner = session.id.as_str();
        let Some(wrapped) = unit.data_key(owner).await? else {
            return Ok(OpenedSession {
                session,
                personal: SessionPersonal::default(),
                key: None,
            });
        };
        let key = self.vault.open_data_key(owner, &wrapped).await?;
        let personal = match sealed {
            Some(sealed) => {
                let plain = key.open(&context(&session.id), &sealed)?;
                serde_json::from_slice(&plain).map_err(|_| Error::Unreadable("session"))?
            }
            None => SessionPersonal::default(),
        };
        Ok(OpenedSession {
            session,
            personal,
            key: Some(key),
        })
    }

    /// Writes a session back, its personal part sealed.
    pub async fn write(&self, unit: &mut dyn UnitOfWork, opened: &OpenedSession) -> Result<()> {
        unit.update_session(&Self::record(opened)?).await?;
        Ok(())
    }

    pub(crate) fn record(opened: &OpenedSession) -> Result<SessionRecord> {
        let sealed = match &opened.key {
            Some(key) => {
                let plain = serde_json::to_vec(&opened.personal)
                    .map_err(|_| Error::Unreadable("session"))?;
                Some(key.seal(&context(&opened.session.id), &plain))
            }
            None => None,
        };
        Ok(SessionRecord {
            session: opened.session.clone(),
            sealed,
        })
    }
}
