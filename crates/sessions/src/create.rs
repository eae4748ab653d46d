use identity::{
    EventType, Metadata, Options, ProvidedDetails, RelatedPerson, RequestOrigin, SessionPersonal,
    VerificationSession, VerificationType,
};
use store::{Scope, UnitOfWork};

use crate::{OpenedSession, Result, Services};

/// What a caller may say about a session at its creation.
pub struct NewSession {
    /// What is checked: a document, an ID number, or what a flow says.
    pub verification_type: VerificationType,
    /// What of it is asked for.
    pub options: Options,
    /// The caller's own, shown to nobody else.
    pub metadata: Metadata,
    /// The caller's own name for the person.
    pub client_reference_id: Option<String>,
    /// Shown again as it came.
    pub related_customer: Option<String>,
    /// Shown again as it came.
    pub related_customer_account: Option<String>,
    /// Shown again as it came.
    pub related_person: Option<RelatedPerson>,
    /// Where the page sends the person in the end.
    pub return_url: Option<String>,
    /// The flow that type and options are from.
    pub verification_flow: Option<String>,
    /// What the caller knows of the person; sealed.
    pub provided_details: Option<ProvidedDetails>,
}

impl NewSession {
    /// A session of this type with nothing else said.
    pub fn new(verification_type: VerificationType) -> Self {
        Self {
            verification_type,
            options: Options::default(),
            metadata: Metadata::new(),
            client_reference_id: None,
            related_customer: None,
            related_customer_account: None,
            related_person: None,
            return_url: None,
            verification_flow: None,
            provided_details: None,
        }
    }
}

impl Services {
    /// Creates a session with a data key of its own and emits `created`.
    pub async fn create(
        &self,
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        new: NewSession,
        origin: RequestOrigin,
    ) -> Result<OpenedSession> {
        let mut session = VerificationSession::new(
            self.random.as_ref(),
            scope.account.clone(),
            scope.mode,
            new.verification_type,
            self.now(),
        );
        session.options = new.options;
        session.metadata = new.metadata;
        session.client_reference_id = new.client_reference_id;
        session.related_customer = new.related_customer;
        session.related_customer_account = new.related_customer_account;
        session.related_person = new.related_person;
        session.return_url = new.return_url;
        session.verification_flow = new.verification_flow;
        let personal = SessionPersonal {
            provided_details: new.provided_details,
            ..SessionPersonal::default()
        };
        self.confirm_epoch(unit).await?;
        let (key, wrapped) = self.vault.create_data_key(session.id.as_str())?;
        unit.insert_data_key(session.id.as_str(), &wrapped).await?;
        let opened = OpenedSession {
            session,
            personal,
            key: Some(key),
        };
        unit.insert_session(&Self::record(&opened)?).await?;
        self.emit(unit, &opened.session, EventType::Created, origin)
            .await?;
        Ok(opened)
    }
}
