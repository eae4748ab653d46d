use std::marker::PhantomData;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// An object that the API shows.
pub trait Resource: Serialize {
    /// The same type, borrowing nothing: what describes the object once it is rendered.
    type Described: JsonSchema + 'static;
}

/// An object as JSON that remembers its type, so that who answers it describes it as what it is.
pub struct Rendered<T> {
    value: Value,
    object: PhantomData<fn() -> T>,
}

impl<T> Rendered<T> {
    /// # Panics
    /// Where the object cannot be JSON: its keys are no strings.
    pub fn of<R: Resource<Described = T>>(resource: &R) -> Self {
        Self::described(json!(resource))
    }

    /// For values that are made of rendered ones.
    pub(super) fn described(value: Value) -> Self {
        Self {
            value,
            object: PhantomData,
        }
    }

    /// The object without its type.
    pub fn into_value(self) -> Value {
        self.value
    }
}

impl<T> Serialize for Rendered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
