//! What an endpoint demands of its caller, as a type, so that no endpoint can forget it.

use identity::{KeyKind, Permission};

use crate::{ApiError, Caller, Code, KeyCaller, Result};

/// How the name of the cookie begins that binds a browser to a session; the session's identifier follows.
pub const PAGE_COOKIE: &str = "bonafide_";

const KEYS: &[&str] = &["basicAuth", "bearerAuth"];
const PERSONS: &[&str] = &["ephemeralKey", "pageCookie"];
const ALL: &[&str] = &["basicAuth", "bearerAuth", "ephemeralKey", "pageCookie"];

/// Whom an endpoint lets in.
pub trait Access: Send + Sync + 'static {
    /// How callers can identify themselves: names of security schemes.
    const CALLERS: &'static [&'static str];

    /// Refuses a caller who may not call, and says in the refusal what they would need.
    fn check(caller: &Caller) -> Result<()>;
}

/// Back ends that read.
pub struct Read;

/// Back ends that change something.
pub struct Write;

/// Back ends that make and change links to files: those who may write, and those who may see
/// pictures. Which files each of them may link to is for the endpoint to ask.
pub struct Links;

/// Back ends that may write, and persons.
pub struct Uploads;

/// Persons alone.
pub struct Persons;

impl Access for Read {
    const CALLERS: &'static [&'static str] = KEYS;

    fn check(caller: &Caller) -> Result<()> {
        needs(key(caller)?, &[Permission::Read])
    }
}

impl Access for Write {
    const CALLERS: &'static [&'static str] = KEYS;

    fn check(caller: &Caller) -> Result<()> {
        needs(key(caller)?, &[Permission::Write])
    }
}

impl Access for Links {
    const CALLERS: &'static [&'static str] = KEYS;

    fn check(caller: &Caller) -> Result<()> {
        needs(
            key(caller)?,
            &[Permission::Write, Permission::SensitiveResults],
        )
    }
}

impl Access for Uploads {
    const CALLERS: &'static [&'static str] = ALL;

    fn check(caller: &Caller) -> Result<()> {
        match caller {
            Caller::Person(_) => Ok(()),
            Caller::Key(key) => needs(key, &[Permission::Write]),
        }
    }
}

impl Access for Persons {
    const CALLERS: &'static [&'static str] = PERSONS;

    fn check(caller: &Caller) -> Result<()> {
        match caller {
            Caller::Person(_) => Ok(()),
            Caller::Key(_) => Err(ApiError::denied(
                "This endpoint belongs to the person being verified: call it with an ephemeral \
                 key made for the session.",
            )),
        }
    }
}

fn key(caller: &Caller) -> Result<&KeyCaller> {
    match caller {
        Caller::Key(key) => Ok(key),
        Caller::Person(_) => Err(ApiError::denied(
            "The provided ephemeral key does not have the required permissions for this endpoint: \
             it serves the verification of one session. Call this from your back end.",
        )),
    }
}

fn needs(key: &KeyCaller, any: &[Permission]) -> Result<()> {
    if key.kind == KeyKind::Publishable {
        let message = "This endpoint needs a secret key (`sk_…`), and a publishable key was sent.";
        return Err(ApiError::new(Code::SecretKeyRequired, message));
    }
    if any.iter().any(|permission| key.may(*permission)) {
        return Ok(());
    }
    let names: Vec<_> = any.iter().map(|permission| permission.as_str()).collect();
    let message = format!(
        "The restricted key in use lacks the permission this endpoint needs ({}).",
        names.join(" or ")
    );
    Err(ApiError::denied(message))
}
