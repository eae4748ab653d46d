//! Email addresses and telephone numbers that a flow wants verified. There is no way to reach them
//! from here yet, so such a check cannot pass.

use identity::{CheckStatus, ContactReport, ErrorCode, LastError, Options, ProvidedDetails};

/// The reports of an email address and of a telephone number, where they were asked for.
pub(crate) fn unverified(
    options: &Options,
    details: Option<&ProvidedDetails>,
) -> (Option<ContactReport>, Option<ContactReport>) {
    let report = |code, reason: &str, value: Option<String>| ContactReport {
        status: CheckStatus::Unverified,
        error: Some(LastError {
            code,
            reason: reason.to_owned(),
        }),
        value,
    };
    let email = options.requires_email().then(|| {
        let reason = "The email address cannot be checked here. Please use another way to verify.";
        let value = details.and_then(|details| details.email.clone());
        report(ErrorCode::EmailUnverifiedOther, reason, value)
    });
    let phone = options.requires_phone().then(|| {
        let reason =
            "The telephone number cannot be checked here. Please use another way to verify.";
        let value = details.and_then(|details| details.phone.clone());
        report(ErrorCode::PhoneUnverifiedOther, reason, value)
    });
    (email, phone)
}

#[cfg(test)]
mod tests {
    use identity::ContactOptions;

    use super::*;

    #[test]
    fn only_what_has_to_be_verified_is_reported() {
        let asks = |required| {
            Some(ContactOptions {
                require_verification: required,
            })
        };
        let options = Options {
            email: asks(Some(true)),
            phone: asks(Some(false)),
            ..Options::default()
        };
        let details = ProvidedDetails {
            email: Some("a@example.org".to_owned()),
            phone: Some("+15550100".to_owned()),
        };
        let (email, phone) = unverified(&options, Some(&details));
        let email = email.unwrap();
        assert_eq!(email.value.as_deref(), Some("a@example.org"));
        assert_eq!(
            email.error.map(|error| error.code),
            Some(ErrorCode::EmailUnverifiedOther)
        );
        assert!(phone.is_none());
    }
}
