use identity::EventType;
use wire::{ApiError, Result};

/// Checks the names of `enabled_events`. Names of events of Stripe's other products are taken, so
/// that set-up scripts run unchanged; those events never happen here.
pub(super) fn check(names: Vec<String>) -> Result<Vec<String>> {
    if names.is_empty() {
        return Err(ApiError::missing("enabled_events"));
    }
    for (index, name) in names.iter().enumerate() {
        if !is_name(name) {
            let message = format!(
                "There are no events of this name. Verification sessions have `{}`; `*` stands \
                 for all but those that have to be named.",
                EventType::ALL
                    .iter()
                    .map(|event| event.as_str())
                    .collect::<Vec<_>>()
                    .join("`, `")
            );
            return Err(ApiError::invalid(
                format!("enabled_events[{index}]"),
                message,
            ));
        }
    }
    Ok(names)
}

fn is_name(name: &str) -> bool {
    if name == "*" {
        return true;
    }
    if name.starts_with("identity.") {
        return EventType::parse(name).is_some();
    }
    let mut parts = name.split('.');
    let is_word = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    name.contains('.') && name.len() <= 100 && parts.all(is_word)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_misspelt_event_of_ours_is_refused() {
        assert!(is_name("*"));
        assert!(is_name("identity.verification_session.verified"));
        assert!(is_name("checkout.session.completed"));
        for name in [
            "identity.verification_session.verifed",
            "identity.*",
            "",
            "verified",
            "a..b",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
