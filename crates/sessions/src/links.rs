use identity::resource::SessionLinks;
use identity::{
    FileLink, FileLinkId, FileLinkToken, LinkToken, LinkTokenKind, Status, Timestamp,
    VerificationSession,
};

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

    /// Where everybody finds a file while its link lives. Who may see this may hand the file on.
    pub fn file_link_url(&self, link: &FileLink) -> String {
        let token = FileLinkToken {
            mode: link.mode,
            link: link.id.clone(),
        };
        let token = token.encode(&self.vault.file_link_key());
        format!("{}/links/{token}", self.settings.public_url)
    }

    /// The link that the last part of such an address names; `None` where it is none of ours.
    pub fn read_file_link(&self, text: &str) -> Option<FileLinkId> {
        FileLinkToken::decode(text, &self.vault.file_link_key()).map(|token| token.link)
    }

    /// A token of this kind for the session as it stands.
    pub fn token(&self, session: &VerificationSession, kind: LinkTokenKind) -> String {
        LinkToken::derive(
            kind,
            session.mode,
            &session.id,
            session.links_spent,
            session.now(self.now()),
        )
        .encode(&self.vault.link_key())
    }

    /// Reads a token from outside. Whether it was spent or has expired shows in the session it
    /// names: see [`Services::is_spent`] and [`Services::has_expired`].
    pub fn read_token(&self, text: &str) -> Option<LinkToken> {
        let always = Timestamp(i64::MIN);
        LinkToken::decode(text, &self.vault.link_key(), always).ok()
    }

    /// Whether a token's time is over, by the time of its session.
    pub fn has_expired(&self, session: &VerificationSession, token: &LinkToken) -> bool {
        token.expires <= session.now(self.now())
    }

    /// Whether a link or client secret was spent since it was derived. A browser's cookie is
    /// never spent.
    pub fn is_spent(session: &VerificationSession, token: &LinkToken) -> bool {
        token.kind != LinkTokenKind::Browser && token.links_spent != session.links_spent
    }

    /// Spends the session's links: those derived so far die, and the person has begun. The caller
    /// writes the session.
    pub fn spend_links(&self, session: &mut VerificationSession) -> Result<()> {
        session.check_update()?;
        session.links_spent += 1;
        session.begin(self.now());
        Ok(())
    }
}
