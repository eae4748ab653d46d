use identity::resource::SessionLinks;
use identity::{LinkToken, LinkTokenError, LinkTokenKind, Status, VerificationSession};

use crate::{Result, Services};

impl Services {
    /// The links that open a session now: fresh at every attempt, none once it is closed.
    pub fn links(&self, session: &VerificationSession) -> SessionLinks {
        if session.status != Status::RequiresInput || session.redaction.is_some() {
            return SessionLinks::default();
        }
        let secret = self.token(session, LinkTokenKind::ClientSecret);
        let url = self.token(session, LinkTokenKind::Url);
        SessionLinks {
            client_secret: Some(format!("{}_secret_{secret}", session.id)),
            url: Some(format!("{}/start/{url}", self.settings.public_url)),
        }
    }

    /// A token of this kind for the session as it stands.
    pub fn token(&self, session: &VerificationSession, kind: LinkTokenKind) -> String {
        LinkToken::derive(
            kind,
            session.mode,
            &session.id,
            session.links_spent,
            self.now(),
        )
        .encode(&self.vault.link_key())
    }

    /// Reads a token from outside. Whether it was spent shows in the session it names:
    /// see [`Services::is_spent`].
    pub fn read_token(&self, text: &str) -> std::result::Result<LinkToken, LinkTokenError> {
        LinkToken::decode(text, &self.vault.link_key(), self.now())
    }

    /// Whether a link or client secret was spent since it was derived. A browser's cookie is
    /// never spent.
    pub fn is_spent(session: &VerificationSession, token: &LinkToken) -> bool {
        token.kind != LinkTokenKind::Browser && token.links_spent != session.links_spent
    }

    /// Spends the session's links: those derived so far die. The caller writes the session.
    pub fn spend_links(session: &mut VerificationSession) -> Result<()> {
        session.check_update()?;
        session.links_spent += 1;
        Ok(())
    }
}
