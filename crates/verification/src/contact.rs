//! Email addresses and telephone numbers that a flow wants verified. There is no way to reach them
//! from here yet, so such a check cannot pass.

use identity::{
    CheckStatus, ContactReport, ErrorCode, LastError, Options, ProvidedDetails, Reason,
};

/// The reports of an email address and of a telephone number, where they were asked for.
pub(crate) fn unverified(
    options: &Options,
    details: Option<&ProvidedDetails>,
) -> (Option<ContactReport>, Option<ContactReport>) {
    let report = |code, reason, value: Option<String>| ContactReport {
        status: CheckStatus::Unverified,
        error: Some(LastError { code, reason }),
        value,
    };
    let email = options.requires_email().then(|| {
        let value = details.and_then(|details| details.email.clone());
        report(
            ErrorCode::EmailUnverifiedOther,
            Reason::EmailUnchecked,
            value,
        )
    });
    let phone = options.requires_phone().then(|| {
        let value = details.and_then(|details| details.phone.clone());
        report(
            ErrorCode::PhoneUnverifiedOther,
            Reason::PhoneUnchecked,
            value,
        )
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
