use http::request::Parts;
use store::UnitOfWork;

use crate::{ApiError, Caller, Code, Host, Result};

/// Asks every authenticator in turn.
pub(crate) async fn authenticate(
    host: &Host,
    parts: &Parts,
    unit: &mut dyn UnitOfWork,
) -> Result<Caller> {
    for authenticator in &host.authenticators {
        if let Some(caller) = authenticator
            .authenticate(&host.services, parts, unit)
            .await?
        {
            check_account(parts, &caller)?;
            host.known.remember(&parts.headers, &caller);
            return Ok(caller);
        }
    }
    let message = "No API key was sent. Send `Authorization: Bearer YOUR_KEY`, or the key as the \
                   user name of HTTP Basic authentication; `bonafide keys create` makes one.";
    Err(ApiError::new(Code::Unauthorized, message))
}

/// `Stripe-Account` and `Stripe-Context` may only name the account the caller acts for anyway.
fn check_account(parts: &Parts, caller: &Caller) -> Result<()> {
    for header in ["stripe-account", "stripe-context"] {
        let Some(named) = parts.headers.get(header) else {
            continue;
        };
        if named.as_bytes() != caller.scope().account.as_str().as_bytes() {
            let message = format!(
                "The key in use has no access to the account that `{header}` names, or that \
                 account does not exist."
            );
            return Err(ApiError::new(Code::AccountInvalid, message));
        }
    }
    Ok(())
}
