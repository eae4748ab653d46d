//! Where this server is knowingly not what Stripe's document says, each with its reason. An entry
//! that no longer applies makes the comparison fail.

/// A place that differs, and why that is right.
pub(crate) struct Departure {
    /// Where a place starts for this to apply.
    pub(crate) place: &'static str,
    pub(crate) why: &'static str,
}

/// Keys that answers hold beyond Stripe's, all of them only on request.
pub(crate) const KEYS: &[(&str, &str)] = &[
    ("identity.verification_report", "evidence"),
    ("verification_session_redaction", "receipt"),
    // The same, where it stands.
    ("redaction", "receipt"),
];

/// Values of keys that answers hold beyond Stripe's document; Stripe's own clients send this one.
pub(crate) const VALUES: &[(&str, &str)] = &[("purpose", "identity_private")];

const PAYMENTS: &str = "tells of payments, which do not exist here";
const CONNECT: &str = "tells of connected accounts, which do not exist here";
const PERSONS: &str = "is for the person's client, which uploads through the same endpoint";
const ANY_NAME: &str = "takes every well-formed name, also those of later versions";

pub(crate) const DEPARTURES: &[Departure] = &[
    Departure {
        place: "api_errors.advice_code",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.charge",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.decline_code",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.network_advice_code",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.network_decline_code",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.payment_method_type",
        why: PAYMENTS,
    },
    Departure {
        place: "api_errors.doc_url",
        why: "would lead to Stripe's pages, which do not describe this server",
    },
    Departure {
        place: "api_errors.message",
        why: "says something at every error",
    },
    Departure {
        place: "api_errors.user_message",
        why: "says nothing that `message` does not",
    },
    Departure {
        place: "event.account",
        why: CONNECT,
    },
    Departure {
        place: "event.context",
        why: CONNECT,
    },
    Departure {
        place: "notification_event_data.previous_attributes",
        why: "belongs to types of events that sessions do not have",
    },
    Departure {
        place: "file.purpose",
        why: PERSONS,
    },
    Departure {
        place: "GET /v1/files query purpose",
        why: PERSONS,
    },
    Departure {
        place: "POST /v1/files body.owned_by",
        why: PERSONS,
    },
    Departure {
        place: "POST /v1/files body.purpose",
        why: PERSONS,
    },
    Departure {
        place: "POST /v1/webhook_endpoints body.api_version",
        why: ANY_NAME,
    },
    Departure {
        place: "POST /v1/webhook_endpoints body.enabled_events",
        why: ANY_NAME,
    },
    Departure {
        place: "POST /v1/webhook_endpoints/{webhook_endpoint} body.enabled_events",
        why: ANY_NAME,
    },
];
