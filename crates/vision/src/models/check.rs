use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::thread;

use sha2::{Digest, Sha256};

use super::{Model, ModelError, manifest};

/// Reads every network and compares its SHA-256 with the manifest.
///
/// # Errors
/// The first file that is missing, unreadable or altered.
pub fn check(models_dir: &Path) -> Result<(), ModelError> {
    thread::scope(|scope| {
        let checks: Vec<_> = manifest()
            .models
            .iter()
            .map(|model| scope.spawn(move || verified(models_dir, model).map(drop)))
            .collect();
        checks
            .into_iter()
            .try_for_each(|check| check.join().expect("hashing doesn't panic"))
    })
}

/// The bytes of one network, proven to be the pinned ones.
pub(crate) fn verified(models_dir: &Path, model: &Model) -> Result<Vec<u8>, ModelError> {
    let file = || models_dir.join(&model.file).display().to_string();
    let bytes = fs::read(models_dir.join(&model.file)).map_err(|source| match source.kind() {
        ErrorKind::NotFound => ModelError::Missing { file: file() },
        _ => ModelError::Unreadable {
            file: file(),
            source,
        },
    })?;
    if sha256_hex(&bytes) == model.sha256 {
        Ok(bytes)
    } else {
        Err(ModelError::Altered { file: file() })
    }
}

pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_named_with_the_command_that_mends_it() {
        let empty = tempfile::tempdir().unwrap();
        let message = check(empty.path()).unwrap_err().to_string();
        assert!(message.contains(&manifest().models[0].file), "{message}");
        assert!(message.contains("bonafide models install"), "{message}");
    }

    #[test]
    fn an_altered_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let model = &manifest().models[0];
        fs::write(folder.path().join(&model.file), b"something else").unwrap();
        let error = verified(folder.path(), model).unwrap_err();
        assert!(matches!(&error, ModelError::Altered { file } if file.ends_with(&model.file)));
        assert!(
            error.to_string().contains("bonafide models install"),
            "{error}"
        );
    }
}
