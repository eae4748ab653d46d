use std::collections::BTreeMap;

/// The caller's own pairs of key and value. Calls are held to Stripe's limits: 50 pairs, keys of 40
/// characters, values of 500.
pub type Metadata = BTreeMap<String, String>;
