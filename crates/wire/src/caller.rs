use identity::{ApiKey, ApiKeyId, KeyKind, Permission, SessionId};
use store::Scope;

/// Who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// A back end with an API key.
    Key(KeyCaller),
    /// The client of the person being verified: an ephemeral key, or the page's cookie.
    Person(PersonCaller),
}

/// An API key, as far as its rights go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyCaller {
    /// Account and mode of the key.
    pub scope: Scope,
    /// Names the key without opening anything.
    pub id: ApiKeyId,
    /// Secret, restricted or publishable.
    pub kind: KeyKind,
    /// What a restricted key was given; of no account for the others, see [`Self::may`].
    pub permissions: Vec<Permission>,
    /// Whether the key only works from networks that its owner named.
    pub network_bound: bool,
}

/// Rights over one session alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCaller {
    /// Account and mode of the session.
    pub scope: Scope,
    /// The one session.
    pub session: SessionId,
}

/// How much of the sensitive results a caller may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SensitiveResults {
    /// Nobody who asks gets any.
    None,
    /// Those of verifications of the last 48 hours.
    Recent,
    /// Those of any verification, however long ago.
    All,
}

impl Caller {
    /// The account and mode whose objects the caller may see.
    pub fn scope(&self) -> &Scope {
        match self {
            Self::Key(key) => &key.scope,
            Self::Person(person) => &person.scope,
        }
    }
}

impl KeyCaller {
    pub(crate) fn from_key(key: ApiKey) -> Self {
        Self {
            scope: Scope {
                account: key.account,
                mode: key.mode,
            },
            id: key.id,
            kind: key.kind,
            permissions: key.permissions,
            network_bound: !key.allowed_networks.is_empty(),
        }
    }

    /// Whether the key may do this. Secret keys may do all but see sensitive results.
    pub fn may(&self, permission: Permission) -> bool {
        match self.kind {
            KeyKind::Publishable => false,
            KeyKind::Secret => permission != Permission::SensitiveResults,
            KeyKind::Restricted => {
                let mut held = self.permissions.iter();
                held.any(|held| held.brings(permission))
            }
        }
    }

    /// How much the permissions and the networks of the key allow.
    pub fn sensitive_results(&self) -> SensitiveResults {
        match (self.may(Permission::SensitiveResults), self.network_bound) {
            (false, _) => SensitiveResults::None,
            (true, false) => SensitiveResults::Recent,
            (true, true) => SensitiveResults::All,
        }
    }
}
