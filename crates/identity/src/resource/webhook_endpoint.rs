use serde_json::{Value, json};

use crate::{WebhookEndpoint, WebhookEndpointId};

/// A `webhook_endpoint`; its secret is shown once, at creation.
pub fn webhook_endpoint(endpoint: &WebhookEndpoint, secret: Option<&str>) -> Value {
    let mut object = json!({
        "id": endpoint.id,
        "object": "webhook_endpoint",
        "api_version": endpoint.api_version,
        "application": null,
        "created": endpoint.created,
        "description": endpoint.description,
        "enabled_events": endpoint.enabled_events,
        "livemode": endpoint.mode.livemode(),
        "metadata": endpoint.metadata,
        "status": endpoint.status,
        "url": endpoint.url,
    });
    if let (Some(secret), Some(map)) = (secret, object.as_object_mut()) {
        map.insert("secret".to_owned(), json!(secret));
    }
    object
}

/// The answer to a deletion.
pub fn deleted_webhook_endpoint(id: &WebhookEndpointId) -> Value {
    json!({ "id": id, "object": "webhook_endpoint", "deleted": true })
}
