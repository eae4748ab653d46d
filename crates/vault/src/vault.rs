use std::fmt;
use std::sync::Arc;

use identity::{Random, Timestamp};
use zeroize::Zeroizing;

use crate::derive::derive;
use crate::epochs::Epochs;
use crate::{
    DataKey, DigestKey, KeyFileError, KeyFiles, MasterKey, ReceiptKey, VaultError, WrappedKey,
};

const WRAPPING: &str = "bonafide wrapping key v1";
const OWN: &str = "bonafide own key v1";
const LINK: &str = "bonafide link key v1";
const FILE_LINK: &str = "bonafide file link key v1";
const LISTEN: &str = "bonafide listen key v1";
const RECEIPT: &str = "bonafide receipt key v1";
const DIGEST: &str = "bonafide digest key v1";

/// For how many seconds a process may wrap under the newest epoch key it knows of before it asks
/// the database again. A key that is superseded for longer wraps nothing new.
pub const EPOCH_TRUSTED: i64 = 2;

/// What makes, wraps and unwraps data keys. The installation's root key gives the keys for what
/// belongs to no person; epoch keys, which come and go, wrap the data keys.
pub struct Vault {
    own: DataKey,
    link: Zeroizing<[u8; 32]>,
    file_link: Zeroizing<[u8; 32]>,
    listen: Zeroizing<[u8; 32]>,
    receipt: ReceiptKey,
    digest: Zeroizing<[u8; 32]>,
    epochs: Epochs,
    files: KeyFiles,
    random: Arc<dyn Random>,
}

impl Vault {
    /// A vault of this root key, which knows no epoch key yet.
    pub fn new(root: &[u8; 32], files: KeyFiles, random: Arc<dyn Random>) -> Self {
        let key = |label: &str| derive(root, label);
        Self {
            own: DataKey::new("vault/own", key(OWN), Arc::clone(&random)),
            link: key(LINK),
            file_link: key(FILE_LINK),
            listen: key(LISTEN),
            receipt: ReceiptKey::new(&key(RECEIPT)),
            digest: key(DIGEST),
            epochs: Epochs::default(),
            files,
            random,
        }
    }

    /// Where root and epoch keys lie.
    pub fn files(&self) -> &KeyFiles {
        &self.files
    }

    /// Makes an epoch key known, reading it if need be.
    pub async fn learn(&self, epoch: &str) -> Result<(), KeyFileError> {
        if self.epochs.get(epoch).is_none() {
            let key = self.files.load(epoch).await?;
            self.epochs.learn(epoch, self.wrapping(key));
        }
        Ok(())
    }

    /// Makes the wrapping key known that installations had before they had epoch keys: the master
    /// key's own, named by its fingerprint.
    pub fn learn_master(&self, master: &MasterKey) {
        let key = self.wrapping(master.derive(WRAPPING));
        self.epochs.learn(&master.fingerprint(), key);
    }

    /// Says under which epoch key, known already, new data keys are wrapped from now on.
    pub fn wrap_under(&self, epoch: &str, now: Timestamp) {
        self.epochs.set_current(epoch, now);
    }

    /// The epoch key in use, unless it was not confirmed for [`EPOCH_TRUSTED`] seconds.
    pub fn fresh_epoch(&self, now: Timestamp) -> Option<String> {
        let (id, _, seen) = self.epochs.current()?;
        ((now.0 - seen.0).abs() < EPOCH_TRUSTED).then_some(id)
    }

    /// Forgets every epoch key that is not named.
    pub fn forget_others(&self, epochs: &[String]) {
        self.epochs.retain(epochs);
    }

    /// A new data key for an owner (`vs_…`, `file_…`), and the same key wrapped for storage.
    pub fn create_data_key(&self, owner: &str) -> Result<(DataKey, WrappedKey), VaultError> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        self.random.fill(bytes.as_mut_slice());
        let wrapped = self.wrap(owner, &bytes)?;
        Ok((
            DataKey::new(owner, bytes, Arc::clone(&self.random)),
            wrapped,
        ))
    }

    /// Unwraps the data key of an owner, fetching the epoch key if this process does not know it.
    pub async fn open_data_key(
        &self,
        owner: &str,
        wrapped: &WrappedKey,
    ) -> Result<DataKey, VaultError> {
        let bytes = self.unwrap(owner, wrapped).await?;
        Ok(DataKey::new(owner, bytes, Arc::clone(&self.random)))
    }

    /// The same data key, wrapped under the epoch key in use.
    pub async fn rewrap(&self, owner: &str, old: &WrappedKey) -> Result<WrappedKey, VaultError> {
        let bytes = self.unwrap(owner, old).await?;
        self.wrap(owner, &bytes)
    }

    /// The vault's own key, derived and never stored: for what belongs to no person and so
    /// survives every redaction (webhook secrets, for example).
    pub fn own_key(&self) -> DataKey {
        self.own.clone()
    }

    /// The key of link tokens' MACs.
    pub fn link_key(&self) -> [u8; 32] {
        *self.link
    }

    /// The key of the MACs in the addresses of file links.
    pub fn file_link_key(&self) -> [u8; 32] {
        *self.file_link
    }

    /// The key that `bonafide listen` signs with: the same at every start, so that a receiver
    /// need not be configured anew.
    pub fn listen_key(&self) -> [u8; 32] {
        *self.listen
    }

    /// What erasure receipts are signed with.
    pub fn receipt_key(&self) -> &ReceiptKey {
        &self.receipt
    }

    /// The key by whose digests an owner's things are known again. Digests of the same thing under two
    /// owners' keys have nothing in common.
    pub fn digest_key(&self, owner: &str) -> DigestKey {
        DigestKey::new(derive(&self.digest, owner))
    }

    fn wrapping(&self, key: Zeroizing<[u8; 32]>) -> DataKey {
        DataKey::new("vault/wrapping", key, Arc::clone(&self.random))
    }

    fn wrap(&self, owner: &str, bytes: &[u8; 32]) -> Result<WrappedKey, VaultError> {
        let (wrapped_by, key, _) = self.epochs.current().ok_or(VaultError::NoEpoch)?;
        Ok(WrappedKey {
            wrapped_by,
            bytes: key.seal(owner, bytes),
        })
    }

    async fn unwrap(
        &self,
        owner: &str,
        wrapped: &WrappedKey,
    ) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let epoch = &wrapped.wrapped_by;
        if self.epochs.get(epoch).is_none() {
            self.learn(epoch).await.map_err(|error| {
                tracing::error!(%error, "an epoch key cannot be had");
                VaultError::EpochMissing
            })?;
        }
        let key = self.epochs.get(epoch).ok_or(VaultError::EpochMissing)?;
        let opened = key.open(owner, &wrapped.bytes)?;
        let mut bytes = Zeroizing::new([0_u8; 32]);
        if opened.len() != bytes.len() {
            return Err(VaultError::Sealed);
        }
        bytes.copy_from_slice(&opened);
        Ok(bytes)
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use identity::SeededRandom;

    use super::*;

    const NOW: Timestamp = Timestamp(1_760_000_000);

    /// Vaults of one installation share the files and have the same root.
    async fn vault(files: &KeyFiles, root: u8, epoch: &str) -> Vault {
        let random = Arc::new(SeededRandom::new(u64::from(root)));
        let vault = Vault::new(&[root; 32], files.clone(), random);
        vault.learn(epoch).await.unwrap();
        vault.wrap_under(epoch, NOW);
        vault
    }

    async fn files(epochs: &[&str]) -> KeyFiles {
        let files = KeyFiles::memory(Arc::new(SeededRandom::new(9)));
        for epoch in epochs {
            files.create(epoch).await.unwrap();
        }
        files
    }

    #[tokio::test]
    async fn a_wrapped_key_opens_to_the_same_key_in_a_later_process() {
        let files = files(&["epoch_1", "epoch_2"]).await;
        let one = vault(&files, 1, "epoch_1").await;
        let (key, wrapped) = one.create_data_key("vs_1").unwrap();
        let sealed = key.seal("report", b"secret");
        // This one has never met the first epoch.
        let later = vault(&files, 1, "epoch_2").await;
        let reopened = later.open_data_key("vs_1", &wrapped).await.unwrap();
        assert_eq!(reopened.open("report", &sealed).unwrap()[..], *b"secret");
        let anew = later.rewrap("vs_1", &wrapped).await.unwrap();
        assert_eq!(anew.wrapped_by, "epoch_2");
        let reopened = one.open_data_key("vs_1", &anew).await.unwrap();
        assert_eq!(reopened.open("report", &sealed).unwrap()[..], *b"secret");
    }

    #[tokio::test]
    async fn without_its_epoch_a_key_stays_shut() {
        let files = files(&["epoch_1", "epoch_2"]).await;
        let one = vault(&files, 1, "epoch_1").await;
        let (_, wrapped) = one.create_data_key("vs_1").unwrap();
        files.destroy("epoch_1").await.unwrap();
        one.forget_others(&["epoch_2".to_owned()]);
        let later = vault(&files, 1, "epoch_2").await;
        for vault in [&one, &later] {
            let shut = vault.open_data_key("vs_1", &wrapped).await;
            assert_eq!(shut.unwrap_err(), VaultError::EpochMissing);
        }
        let unwrapped = one.create_data_key("vs_2").map(|_| ());
        assert_eq!(unwrapped.unwrap_err(), VaultError::NoEpoch);
    }

    #[tokio::test]
    async fn keys_are_bound_to_owner_and_epoch() {
        let files = files(&["epoch_1", "epoch_2"]).await;
        let vault = vault(&files, 1, "epoch_1").await;
        let (_, wrapped) = vault.create_data_key("vs_1").unwrap();
        let other = vault.open_data_key("vs_2", &wrapped).await;
        assert_eq!(other.unwrap_err(), VaultError::Sealed);
        let renamed = WrappedKey {
            wrapped_by: "epoch_2".to_owned(),
            ..wrapped
        };
        let other = vault.open_data_key("vs_1", &renamed).await;
        assert_eq!(other.unwrap_err(), VaultError::Sealed);
    }

    #[tokio::test]
    async fn derived_keys_repeat_and_differ() {
        let files = files(&["epoch_1"]).await;
        let (one, same) = (
            vault(&files, 1, "epoch_1").await,
            vault(&files, 1, "epoch_1").await,
        );
        let other = vault(&files, 2, "epoch_1").await;
        assert_eq!(one.link_key(), same.link_key());
        assert_ne!(one.link_key(), other.link_key());
        assert_ne!(&one.link_key(), one.own_key().bytes());
        assert_ne!(one.link_key(), one.file_link_key());
        let digest = |vault: &Vault, owner: &str| vault.digest_key(owner).digest("frame");
        assert_eq!(digest(&one, "acct_1"), digest(&same, "acct_1"));
        assert_ne!(digest(&one, "acct_1"), digest(&one, "acct_2"));
        assert_ne!(digest(&one, "acct_1"), digest(&other, "acct_1"));
        let sealed = one.own_key().seal("endpoint", b"whsec");
        let opened = same.own_key().open("endpoint", &sealed).unwrap();
        assert_eq!(opened[..], *b"whsec");
        assert!(other.own_key().open("endpoint", &sealed).is_err());
    }

    #[tokio::test]
    async fn every_data_key_is_new_and_the_epoch_is_trusted_for_a_while() {
        let files = files(&["epoch_1"]).await;
        let vault = vault(&files, 1, "epoch_1").await;
        let (one, _) = vault.create_data_key("vs_1").unwrap();
        let (two, _) = vault.create_data_key("vs_1").unwrap();
        assert_ne!(one.bytes(), two.bytes());
        assert_eq!(vault.fresh_epoch(NOW).as_deref(), Some("epoch_1"));
        assert_eq!(vault.fresh_epoch(NOW.plus(EPOCH_TRUSTED)), None);
        assert_eq!(vault.fresh_epoch(NOW.plus(-EPOCH_TRUSTED)), None);
    }
}
