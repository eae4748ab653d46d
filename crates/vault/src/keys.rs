//! Where root and epoch keys lie: outside the database, each wrapped by the master key.

use std::sync::Arc;

use identity::{Random, Timestamp};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{BlobError, Blobs, DataKey, MasterKey, VaultError};

const WRAPPING: &str = "bonafide key file wrapping v1";

/// The key files of an installation: one for each name on its keyring. They must not be where
/// backups of the database or of the pictures are taken from.
#[derive(Clone)]
pub struct KeyFiles {
    blobs: Blobs,
    wrapping: DataKey,
    fingerprint: String,
    random: Arc<dyn Random>,
}

/// A key file could not be used.
#[derive(Debug, Error)]
pub enum KeyFileError {
    /// It is not there.
    #[error(
        "the key {id} is missing where the keys lie; without it what it sealed cannot be read. Put \
         back the folder of keys that belongs to this database"
    )]
    Missing {
        /// Name on the keyring.
        id: String,
    },
    /// The master key in use did not wrap it.
    #[error(
        "the key {id} was wrapped by another master key ({wrapped_by}, and {in_use} is in use): \
         give the master key that this installation was made with"
    )]
    OtherMasterKey {
        /// Name on the keyring.
        id: String,
        /// Fingerprint in the file.
        wrapped_by: String,
        /// Fingerprint of the master key in use.
        in_use: String,
    },
    /// It is not what was written.
    #[error("the key {id} was changed or damaged where the keys lie")]
    Damaged {
        /// Name on the keyring.
        id: String,
    },
    /// The place where keys lie failed.
    #[error("the place where the keys lie failed")]
    Blob(#[from] BlobError),
}

impl KeyFiles {
    /// Keys that lie in `blobs`, wrapped by `master`.
    pub fn new(blobs: Blobs, master: &MasterKey, random: Arc<dyn Random>) -> Self {
        Self {
            blobs,
            wrapping: DataKey::new("vault/keys", master.derive(WRAPPING), Arc::clone(&random)),
            fingerprint: master.fingerprint(),
            random,
        }
    }

    /// Keys in memory, gone with the process; for tests.
    pub fn memory(random: Arc<dyn Random>) -> Self {
        let master = MasterKey::generate(random.as_ref());
        Self::new(Blobs::memory(), &master, random)
    }

    /// A name that no other key has, with the time in it: names sort by age.
    pub fn name(&self, kind: &str, now: Timestamp) -> String {
        let mut suffix = [0_u8; 8];
        self.random.fill(&mut suffix);
        format!("{kind}_{:012}_{}", now.0, hex::encode(suffix))
    }

    /// Makes a key and keeps it. When this returns it survives a power loss.
    pub async fn create(&self, id: &str) -> Result<Zeroizing<[u8; 32]>, KeyFileError> {
        let mut key = Zeroizing::new([0_u8; 32]);
        self.random.fill(key.as_mut_slice());
        self.keep(id, &key).await?;
        Ok(key)
    }

    /// Keeps a key that exists: one that another master key wrapped so far, or the root of an
    /// installation that had none.
    pub async fn keep(&self, id: &str, key: &[u8; 32]) -> Result<(), KeyFileError> {
        let sealed = hex::encode(self.wrapping.seal(id, key));
        let text = format!("{}\n{sealed}\n", self.fingerprint);
        Ok(self.blobs.put(id, text.into_bytes()).await?)
    }

    /// Keeps a copy of the master key under a name.
    pub async fn keep_master(&self, id: &str, master: &MasterKey) -> Result<(), KeyFileError> {
        self.keep(id, master.bytes()).await
    }

    /// The key of this name.
    pub async fn load(&self, id: &str) -> Result<Zeroizing<[u8; 32]>, KeyFileError> {
        let damaged = || KeyFileError::Damaged { id: id.to_owned() };
        let text = self.blobs.get(id).await?;
        let text = text.ok_or_else(|| KeyFileError::Missing { id: id.to_owned() })?;
        let text = std::str::from_utf8(&text).map_err(|_| damaged())?;
        let mut lines = text.lines();
        let wrapped_by = lines.next().unwrap_or_default();
        let sealed = lines.next().unwrap_or_default();
        let sealed = hex::decode(sealed).map_err(|_| damaged())?;
        if wrapped_by != self.fingerprint {
            return Err(KeyFileError::OtherMasterKey {
                id: id.to_owned(),
                wrapped_by: wrapped_by.to_owned(),
                in_use: self.fingerprint.clone(),
            });
        }
        let opened = self.wrapping.open(id, &sealed);
        let opened = opened.map_err(|_: VaultError| damaged())?;
        let mut key = Zeroizing::new([0_u8; 32]);
        if opened.len() != key.len() {
            return Err(damaged());
        }
        key.copy_from_slice(&opened);
        Ok(key)
    }

    /// Destroys a key; destroying what is not there is no error. When this returns it stays
    /// destroyed after a power loss.
    pub async fn destroy(&self, id: &str) -> Result<(), KeyFileError> {
        Ok(self.blobs.delete(id).await?)
    }

    /// The names of all keys that are there, oldest first, and when each was written.
    pub async fn list(&self) -> Result<Vec<(String, Timestamp)>, KeyFileError> {
        let found = self.blobs.list().await?;
        let mut names: Vec<_> = found
            .into_iter()
            .map(|entry| (entry.name, entry.modified))
            .collect();
        names.sort();
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use identity::SeededRandom;

    use super::*;

    fn files(blobs: &Blobs, seed: u64) -> KeyFiles {
        let random = Arc::new(SeededRandom::new(seed));
        KeyFiles::new(blobs.clone(), &MasterKey::generate(&*random), random)
    }

    #[tokio::test]
    async fn keys_are_read_again_with_the_same_master_key_alone() {
        let blobs = Blobs::memory();
        let key = files(&blobs, 1).create("epoch_1").await.unwrap();
        let kept = blobs.get("epoch_1").await.unwrap().unwrap();
        assert!(!kept.windows(32).any(|window| window == key.as_slice()));
        assert_eq!(files(&blobs, 1).load("epoch_1").await.unwrap(), key);
        let refused = files(&blobs, 2).load("epoch_1").await;
        assert!(matches!(refused, Err(KeyFileError::OtherMasterKey { .. })));
        files(&blobs, 2).keep("epoch_1", &key).await.unwrap();
        assert_eq!(files(&blobs, 2).load("epoch_1").await.unwrap(), key);
    }

    #[tokio::test]
    async fn damaged_and_swapped_keys_are_told() {
        let blobs = Blobs::memory();
        let files = files(&blobs, 1);
        files.create("epoch_1").await.unwrap();
        let kept = blobs.get("epoch_1").await.unwrap().unwrap();
        blobs.put("epoch_2", kept.to_vec()).await.unwrap();
        let swapped = files.load("epoch_2").await;
        assert!(matches!(swapped, Err(KeyFileError::Damaged { .. })));
        for broken in [&kept[..kept.len() - 20], b"", b"\xff\xfe"] {
            blobs.put("epoch_2", broken.to_vec()).await.unwrap();
            assert!(files.load("epoch_2").await.is_err());
        }
        files.destroy("epoch_1").await.unwrap();
        files.destroy("epoch_1").await.unwrap();
        let missing = files.load("epoch_1").await;
        assert!(matches!(missing, Err(KeyFileError::Missing { .. })));
    }

    #[tokio::test]
    async fn names_sort_by_age() {
        let files = files(&Blobs::memory(), 1);
        let mut names = Vec::new();
        for time in [999_999_999, 1_000_000_000, 1_000_000_001] {
            names.push(files.name("epoch", Timestamp(time)));
        }
        assert!(names.is_sorted());
        for name in names.iter().rev() {
            files.create(name).await.unwrap();
        }
        let listed = files.list().await.unwrap();
        let listed: Vec<_> = listed.into_iter().map(|(name, _)| name).collect();
        assert_eq!(listed, names);
    }
}
