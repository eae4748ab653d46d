use identity::Metadata;

use crate::{ApiError, MetadataParameter, Patch, Result};

const PAIRS_LIMIT: usize = 50;
const KEY_LIMIT: usize = 40;
const VALUE_LIMIT: usize = 500;

/// The metadata of a new object.
pub fn new_metadata(given: MetadataParameter) -> Result<Metadata> {
    let mut metadata = Metadata::new();
    change_metadata(&mut metadata, given)?;
    Ok(metadata)
}

/// Merges what a request says into what is stored: an empty value deletes its key, empty as a
/// whole deletes all.
pub fn change_metadata(stored: &mut Metadata, given: MetadataParameter) -> Result<()> {
    let changes = match given {
        Patch::Keep => return Ok(()),
        Patch::Clear => {
            stored.clear();
            return Ok(());
        }
        Patch::Set(changes) => changes,
    };
    for (key, value) in changes.0 {
        let param = format!("metadata[{key}]");
        if key.is_empty() || key.chars().count() > KEY_LIMIT || key.contains(['[', ']']) {
            let message = format!(
                "Metadata keys have 1 to {KEY_LIMIT} characters, square brackets not among them."
            );
            return Err(ApiError::invalid("metadata", message));
        }
        if value.0.chars().count() > VALUE_LIMIT {
            let message = format!("Metadata values have at most {VALUE_LIMIT} characters.");
            return Err(ApiError::invalid(param, message));
        }
        if value.0.is_empty() {
            stored.remove(&key);
        } else {
            stored.insert(key, value.0);
        }
    }
    if stored.len() > PAIRS_LIMIT {
        let message = format!("An object can have at most {PAIRS_LIMIT} metadata keys.");
        return Err(ApiError::invalid("metadata", message));
    }
    Ok(())
}
