use identity::{EndpointHealth, SigningSecrets, WebhookEndpoint, WebhookEndpointId};
use store::EndpointRecord;

use crate::{Error, Result, Services};

fn context(id: &WebhookEndpointId) -> String {
    format!("endpoint/{id}")
}

impl Services {
    /// An endpoint's record with its secrets sealed.
    pub fn seal_endpoint(
        &self,
        endpoint: WebhookEndpoint,
        secrets: &SigningSecrets,
    ) -> Result<EndpointRecord> {
        let plain =
            serde_json::to_vec(secrets).map_err(|_| Error::Unreadable("endpoint secrets"))?;
        let sealed_secret = self.vault.own_key().seal(&context(&endpoint.id), &plain);
        Ok(EndpointRecord {
            endpoint,
            sealed_secret,
            health: EndpointHealth::default(),
        })
    }

    /// What `bonafide listen` signs with, the same for as long as the master key is.
    pub fn listen_secrets(&self) -> SigningSecrets {
        SigningSecrets::of_key(&self.vault.listen_key())
    }

    /// What deliveries to an endpoint are signed with.
    pub fn endpoint_secrets(&self, record: &EndpointRecord) -> Result<SigningSecrets> {
        let id = &record.endpoint.id;
        let plain = self
            .vault
            .own_key()
            .open(&context(id), &record.sealed_secret)?;
        serde_json::from_slice(&plain).map_err(|_| Error::Unreadable("endpoint secrets"))
    }
}
