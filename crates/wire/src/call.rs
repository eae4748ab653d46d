use std::sync::Arc;

use http::request::Parts;
use identity::{KeyKind, Mode, Permission, RequestOrigin, Timestamp};
use store::{Scope, UnitOfWork};

use crate::{
    Access, ApiError, Caller, Host, KeyCaller, PersonCaller, RequestContext, Result,
    SensitiveResults, authenticate,
};

/// One call of somebody who may make it.
#[derive(Clone)]
pub struct Call {
    /// Who calls, with rights that were checked.
    pub caller: Caller,
    /// What the boundary knows of the request: its identifier, for one.
    pub request: Arc<RequestContext>,
    /// When the call arrived.
    pub now: Timestamp,
    /// What the caller asked to expand, unchecked; see [`Call::expand`].
    pub(crate) expand: Vec<String>,
    pub(crate) idempotency_key: Option<String>,
}

impl Call {
    /// Tells who calls and whether they may call this at all.
    pub(crate) async fn open<A: Access>(
        host: &Host,
        parts: &Parts,
        unit: &mut dyn UnitOfWork,
    ) -> Result<Self> {
        let request = RequestContext::of(parts)
            .ok_or_else(|| ApiError::internal("a router stands outside the boundary"))?;
        let caller = authenticate::authenticate(host, parts, unit).await?;
        // The first caller of a request is its only one.
        let _ = request.mode.set(caller.scope().mode);
        A::check(&caller)?;
        host.limits.check(&caller, parts.method.is_safe())?;
        Ok(Self {
            caller,
            request,
            now: host.services.now(),
            expand: Vec::new(),
            idempotency_key: None,
        })
    }

    /// The account and mode whose objects the call may see.
    pub fn scope(&self) -> &Scope {
        self.caller.scope()
    }

    /// Test or live, by the key or the session that the caller came with.
    pub fn mode(&self) -> Mode {
        self.scope().mode
    }

    /// How events name this call as their cause.
    pub fn origin(&self) -> RequestOrigin {
        match self.caller {
            Caller::Key(_) => RequestOrigin {
                id: Some(self.request.id.clone()),
                idempotency_key: self.idempotency_key.clone(),
            },
            // What persons do has no request of the account's.
            Caller::Person(_) => RequestOrigin::default(),
        }
    }

    /// The API key, for endpoints of back ends.
    pub fn key(&self) -> Result<&KeyCaller> {
        match &self.caller {
            Caller::Key(key) => Ok(key),
            Caller::Person(_) => Err(ApiError::internal(
                "an endpoint of back ends let a person in",
            )),
        }
    }

    /// The person, for endpoints of persons.
    pub fn person(&self) -> Result<&PersonCaller> {
        match &self.caller {
            Caller::Person(person) => Ok(person),
            Caller::Key(_) => Err(ApiError::internal("an endpoint of persons let a key in")),
        }
    }

    /// How much of the sensitive results the call may see; persons see none.
    pub fn sensitive_results(&self) -> SensitiveResults {
        match &self.caller {
            Caller::Key(key) => key.sensitive_results(),
            Caller::Person(_) => SensitiveResults::None,
        }
    }

    /// Whether the caller is a key with this permission.
    pub fn may(&self, permission: Permission) -> bool {
        matches!(&self.caller, Caller::Key(key) if key.may(permission))
    }

    /// Whether the caller is a key with permissions of its own, and not a secret one.
    pub fn is_restricted_key(&self) -> bool {
        matches!(&self.caller, Caller::Key(key) if key.kind == KeyKind::Restricted)
    }
}
