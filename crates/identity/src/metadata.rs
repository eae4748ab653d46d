use std::collections::BTreeMap;

/// Key and value pairs of the caller's own.
pub type Metadata = BTreeMap<String, String>;
