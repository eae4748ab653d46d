//! The back end of somebody who uses the server: clients, one webhook endpoint, sessions.

use std::path::Path;

use stripe::{Client, ClientBuilder};
use stripe_misc::ephemeral_key::CreateEphemeralKey;
use stripe_misc::identity_verification_session::{
    CreateIdentityVerificationSession, CreateIdentityVerificationSessionOptions,
    CreateIdentityVerificationSessionOptionsDocument, CreateIdentityVerificationSessionType,
};
use stripe_misc::webhook_endpoint::{CreateWebhookEndpoint, CreateWebhookEndpointEnabledEvents};
use stripe_misc::{IdentityVerificationSession, IdentityVerificationSessionId};
use stripe_webhook::Event;

use crate::{Person, Receiver, Server};

pub struct Merchant {
    pub server: Server,
    pub receiver: Receiver,
    /// Signed in with the secret key.
    pub client: Client,
    /// Signed in with the restricted key, which sees sensitive results.
    pub restricted: Client,
    pub webhook_secret: String,
}

impl Merchant {
    /// Signs up at a new server, and hears of all that happens to sessions.
    pub async fn start() -> Self {
        use CreateWebhookEndpointEnabledEvents::{All, IdentityVerificationSessionRedacted};

        let server = Server::start().await;
        let receiver = Receiver::start().await;
        let client = connect(&server.url, &server.keys.secret);
        let restricted = connect(&server.url, &server.keys.restricted);
        // Redactions are heard of by those alone who name them.
        let events = [All, IdentityVerificationSessionRedacted];
        let endpoint = CreateWebhookEndpoint::new(events, receiver.url.as_str())
            .send(&client)
            .await
            .expect("an endpoint");
        Self {
            webhook_secret: endpoint.secret.expect("shown to who creates it"),
            server,
            receiver,
            client,
            restricted,
        }
    }

    pub async fn create_session(&self, selfie: bool) -> IdentityVerificationSession {
        document_session()
            .options(CreateIdentityVerificationSessionOptions {
                document: Some(CreateIdentityVerificationSessionOptionsDocument {
                    require_matching_selfie: Some(selfie),
                    ..CreateIdentityVerificationSessionOptionsDocument::new()
                }),
            })
            .send(&self.client)
            .await
            .expect("a session")
    }

    /// Lets a person who was given an ephemeral key complete the session, and waits for the events
    /// that this makes, from the session's creation to its outcome.
    pub async fn finish(
        &self,
        session: &IdentityVerificationSessionId,
        front: &Path,
        selfie: Option<&Path>,
    ) -> Vec<Event> {
        let key = CreateEphemeralKey::new()
            .verification_session(session.as_str())
            .send(&self.client)
            .await
            .expect("an ephemeral key");
        let secret = key.secret.expect("shown to who creates it");
        let person = Person::new(&self.server.url, session.as_str(), &secret);
        person.complete(front, selfie).await;
        self.events(session, 3).await
    }

    /// The first `count` events about a session, once so many were delivered, each accepted by the
    /// library's signature check.
    pub async fn events(
        &self,
        session: &IdentityVerificationSessionId,
        count: usize,
    ) -> Vec<Event> {
        let deliveries = self.receiver.wait_for(session.as_str(), count).await;
        let events = deliveries
            .iter()
            .map(|delivery| delivery.event(&self.webhook_secret));
        events.collect()
    }
}

/// async-stripe, pointed here as its own builder allows.
pub fn connect(url: &str, key: &str) -> Client {
    ClientBuilder::new(key).url(url).build().expect("a client")
}

pub fn document_session() -> CreateIdentityVerificationSession {
    CreateIdentityVerificationSession::new().type_(CreateIdentityVerificationSessionType::Document)
}
