use identity::{WebhookEndpoint, WebhookEndpointId};
use store::EndpointRecord;

use crate::{Error, Result, Services};

fn context(id: &WebhookEndpointId) -> String {
    format!("endpoint/{id}")
}

impl Services {
    /// An endpoint's record with its secret sealed.
    pub fn seal_endpoint(&self, endpoint: WebhookEndpoint, secret: &str) -> EndpointRecord {
        let sealed_secret = self
            .vault
            .own_key()
            .seal(&context(&endpoint.id), secret.as_bytes());
        EndpointRecord {
            endpoint,
            sealed_secret,
        }
    }

    /// An endpoint's signing secret.
    pub fn endpoint_secret(&self, record: &EndpointRecord) -> Result<String> {
        let id = &record.endpoint.id;
        let plain = self
            .vault
            .own_key()
            .open(&context(id), &record.sealed_secret)?;
        String::from_utf8(plain.to_vec()).map_err(|_| Error::Unreadable("endpoint secret"))
    }
}
