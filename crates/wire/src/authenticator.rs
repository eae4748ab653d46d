use async_trait::async_trait;
use http::request::Parts;
use identity::secret_hash;
use sessions::Services;
use store::{Scope, UnitOfWork};

use crate::caller::KeyCaller;
use crate::network::TrustedProxies;
use crate::{ApiError, Caller, Code, PersonCaller, Result, credentials, network};

/// One way to tell who calls.
#[async_trait]
pub trait Authenticator: Send + Sync {
    /// The caller; `None` where the request carries nothing of the kind this knows, an error
    /// where it carries something that is not valid.
    async fn authenticate(
        &self,
        services: &Services,
        parts: &Parts,
        unit: &mut dyn UnitOfWork,
    ) -> Result<Option<Caller>>;
}

/// API keys and ephemeral keys in the `Authorization` header.
#[derive(Default)]
pub(crate) struct KeyAuthenticator {
    pub(crate) proxies: TrustedProxies,
}

#[async_trait]
impl Authenticator for KeyAuthenticator {
    async fn authenticate(
        &self,
        services: &Services,
        parts: &Parts,
        unit: &mut dyn UnitOfWork,
    ) -> Result<Option<Caller>> {
        let Some(text) = credentials::presented_key(&parts.headers)? else {
            return Ok(None);
        };
        let hash = secret_hash(&text);
        if text.starts_with("ek_") {
            return ephemeral(services, unit, &hash).await.map(Some);
        }
        let Some(key) = unit.api_key_by_hash(&hash).await? else {
            return Err(unknown(&text));
        };
        if key.revoked.is_some() {
            let message = "This API key was revoked. Use another one, or make one with \
                           `bonafide keys create`.";
            return Err(ApiError::new(Code::ApiKeyExpired, message));
        }
        let client = self.proxies.client(&parts.extensions, &parts.headers);
        if !network::admits(&key.allowed_networks, client) {
            let message = "This API key works only from the networks its owner named, and this \
                           call comes from elsewhere.";
            return Err(ApiError::denied(message));
        }
        Ok(Some(Caller::Key(KeyCaller::from_key(key))))
    }
}

async fn ephemeral(
    services: &Services,
    unit: &mut dyn UnitOfWork,
    hash: &[u8; 32],
) -> Result<Caller> {
    let Some(key) = unit.ephemeral_key_by_hash(hash).await? else {
        return Err(unknown("ek_"));
    };
    if key.expires <= services.now() {
        let message = "This ephemeral key has expired; ask the back end for a fresh one.";
        return Err(ApiError::new(Code::ApiKeyExpired, message));
    }
    Ok(Caller::Person(PersonCaller {
        scope: Scope {
            account: key.account,
            mode: key.mode,
        },
        session: key.session,
    }))
}

/// Says what looks wrong with a key without repeating it.
fn unknown(text: &str) -> ApiError {
    let kind = [
        "sk_test_", "sk_live_", "rk_test_", "rk_live_", "pk_test_", "pk_live_", "ek_",
    ]
    .into_iter()
    .find(|prefix| text.starts_with(prefix));
    let message = match kind {
        Some(prefix) => format!("This server does not know the API key provided ({prefix}…)."),
        None => "What was provided as an API key is none: keys start with `sk_`, `rk_`, `pk_` or \
                 `ek_`."
            .to_owned(),
    };
    ApiError::new(Code::Unauthorized, message)
}
