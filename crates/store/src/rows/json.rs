use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::StoreError;

/// JSON as a database takes it and hands it over: as a value where it knows JSON, as text elsewhere.
pub trait StoredJson: Sized {
    /// What is stored of this.
    fn of(value: &impl Serialize) -> Result<Self, StoreError>;

    /// What this was stored of; `None` where it is something else.
    fn read<T: DeserializeOwned>(self) -> Option<T>;
}

impl StoredJson for String {
    fn of(value: &impl Serialize) -> Result<Self, StoreError> {
        serde_json::to_string(value).map_err(StoreError::database)
    }

    fn read<T: DeserializeOwned>(self) -> Option<T> {
        serde_json::from_str(&self).ok()
    }
}

impl StoredJson for Value {
    fn of(value: &impl Serialize) -> Result<Self, StoreError> {
        serde_json::to_value(value).map_err(StoreError::database)
    }

    fn read<T: DeserializeOwned>(self) -> Option<T> {
        serde_json::from_value(self).ok()
    }
}
