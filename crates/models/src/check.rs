use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::thread;

use sha2::{Digest, Sha256};

use crate::runtime::Runtime;
use crate::{Library, Model, ModelError, library, manifest};

/// Reads every network, and the library of a runtime that has one, and compares their SHA-256 with
/// the manifest.
///
/// # Errors
/// The first file that is missing, unreadable or altered.
pub fn check(models_dir: &Path, runtime: Runtime) -> Result<(), ModelError> {
    if runtime == Runtime::OnnxRuntime {
        verified_library(models_dir)?;
    }
    check_networks(models_dir, runtime)
}

/// Reads every network that `runtime` runs and compares its SHA-256 with the manifest; leaves a library
/// out.
///
/// # Errors
/// The first network that is missing, unreadable or altered.
pub fn check_networks(models_dir: &Path, runtime: Runtime) -> Result<(), ModelError> {
    thread::scope(|scope| {
        let checks: Vec<_> = manifest()
            .models_of(runtime)
            .map(|model| scope.spawn(move || verified_file(models_dir, model).map(drop)))
            .collect();
        checks
            .into_iter()
            .try_for_each(|check| check.join().expect("hashing doesn't panic"))
    })
}

/// The bytes of one network, proven to be the pinned ones.
pub fn verified(models_dir: &Path, model: &Model) -> Result<Vec<u8>, ModelError> {
    let path = models_dir.join(&model.file);
    let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
    if sha256_hex(&bytes) == model.sha256 {
        Ok(bytes)
    } else {
        Err(altered(&path))
    }
}

/// Where the library for this machine lies, proven to be the pinned one.
pub fn verified_library(models_dir: &Path) -> Result<PathBuf, ModelError> {
    let Library { file, sha256, .. } = library().ok_or(ModelError::NoLibrary)?;
    let path = models_dir.join(file);
    hashed(&path, sha256)?;
    // A name alone would be looked for elsewhere.
    path.canonicalize()
        .map_err(|source| unreadable(&path, source))
}

/// Where a network lies, proven to be the pinned one.
pub fn verified_file(models_dir: &Path, model: &Model) -> Result<PathBuf, ModelError> {
    let path = models_dir.join(&model.file);
    hashed(&path, &model.sha256)?;
    Ok(path)
}

/// Compares a file with its hash a piece at a time.
fn hashed(path: &Path, sha256: &str) -> Result<(), ModelError> {
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    let mut file = File::open(path).map_err(|source| unreadable(path, source))?;
    loop {
        let read = file.read(&mut piece);
        match read.map_err(|source| unreadable(path, source))? {
            0 => break,
            length => hasher.update(&piece[..length]),
        }
    }
    if hex::encode(hasher.finalize()) == sha256 {
        Ok(())
    } else {
        Err(altered(path))
    }
}

fn unreadable(path: &Path, source: io::Error) -> ModelError {
    let file = path.display().to_string();
    match source.kind() {
        ErrorKind::NotFound => ModelError::Missing { file },
        _ => ModelError::Unreadable { file, source },
    }
}

fn altered(path: &Path) -> ModelError {
    let file = path.display().to_string();
    ModelError::Altered { file }
}

/// In small letters, as the manifest has it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_named_with_the_command_that_mends_it() {
        let empty = tempfile::tempdir().unwrap();
        let message = check(empty.path(), Runtime::Rten).unwrap_err().to_string();
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
