use std::fmt;
use std::sync::Arc;

use hmac::{Hmac, KeyInit as _, Mac as _};
use identity::Random;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{DataKey, MasterKey, VaultError, WrappedKey};

const WRAPPING: &str = "bonafide wrapping key v1";
const OWN: &str = "bonafide own key v1";
const LINK: &str = "bonafide link key v1";
const LISTEN: &str = "bonafide listen key v1";
const FINGERPRINT: &str = "bonafide key fingerprint v1";

/// What makes, wraps and unwraps data keys. Nothing sealed here is readable without the master key.
pub struct Vault {
    wrapping: DataKey,
    own: DataKey,
    link: Zeroizing<[u8; 32]>,
    listen: Zeroizing<[u8; 32]>,
    /// Names the master key without giving anything of it away.
    fingerprint: String,
    random: Arc<dyn Random>,
}

impl Vault {
    /// A vault under this master key.
    pub fn new(master: MasterKey, random: Arc<dyn Random>) -> Self {
        let key = |label: &str| derive(master.bytes(), label);
        Self {
            wrapping: DataKey::new("vault/wrapping", key(WRAPPING), Arc::clone(&random)),
            own: DataKey::new("vault/own", key(OWN), Arc::clone(&random)),
            link: key(LINK),
            listen: key(LISTEN),
            fingerprint: format!("master:{}", hex::encode(&key(FINGERPRINT)[..8])),
            random,
        }
    }

    /// A new data key for an owner (`vs_…`, `file_…`), and the same key wrapped for storage.
    pub fn create_data_key(&self, owner: &str) -> (DataKey, WrappedKey) {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        self.random.fill(bytes.as_mut_slice());
        let wrapped = WrappedKey {
            wrapped_by: self.fingerprint.clone(),
            bytes: self.wrapping.seal(owner, bytes.as_slice()),
        };
        let key = DataKey::new(owner, bytes, Arc::clone(&self.random));
        (key, wrapped)
    }

    /// Unwraps the data key of an owner.
    pub fn open_data_key(&self, owner: &str, wrapped: &WrappedKey) -> Result<DataKey, VaultError> {
        if wrapped.wrapped_by != self.fingerprint {
            return Err(VaultError::OtherMasterKey);
        }
        let opened = self.wrapping.open(owner, &wrapped.bytes)?;
        let mut bytes = Zeroizing::new([0_u8; 32]);
        if opened.len() != bytes.len() {
            return Err(VaultError::Sealed);
        }
        bytes.copy_from_slice(&opened);
        Ok(DataKey::new(owner, bytes, Arc::clone(&self.random)))
    }

    /// The vault's own key, derived and never stored: for what belongs to no person and so
    /// survives every redaction (webhook secrets, idempotent answers).
    pub fn own_key(&self) -> DataKey {
        self.own.clone()
    }

    /// The key of link tokens' MACs.
    pub fn link_key(&self) -> [u8; 32] {
        *self.link
    }

    /// The key that `bonafide listen` signs with: the same at every start, so that a receiver
    /// need not be configured anew.
    pub fn listen_key(&self) -> [u8; 32] {
        *self.listen
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault")
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

/// A key for one use: HMAC-SHA-256 over a label. The master key is uniformly random already, so
/// HKDF's extract step (RFC 5869, section 3.3) would add nothing.
fn derive(master: &[u8; 32], label: &str) -> Zeroizing<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(master).expect("HMAC takes keys of any length");
    mac.update(label.as_bytes());
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use identity::SeededRandom;

    use super::*;

    fn vault(seed: u64) -> Vault {
        let random = Arc::new(SeededRandom::new(seed));
        Vault::new(MasterKey::generate(&*random), random)
    }

    #[test]
    fn a_wrapped_key_opens_to_the_same_key_in_a_later_process() {
        let (key, wrapped) = vault(1).create_data_key("vs_1");
        let sealed = key.seal("report", b"secret");
        let reopened = vault(1).open_data_key("vs_1", &wrapped).unwrap();
        assert_eq!(
            reopened.open("report", &sealed).unwrap().as_slice(),
            b"secret"
        );
    }

    #[test]
    fn keys_are_bound_to_owner_and_master() {
        let (_, wrapped) = vault(1).create_data_key("vs_1");
        assert_eq!(
            vault(1).open_data_key("vs_2", &wrapped).unwrap_err(),
            VaultError::Sealed
        );
        assert_eq!(
            vault(2).open_data_key("vs_1", &wrapped).unwrap_err(),
            VaultError::OtherMasterKey
        );
        let renamed = WrappedKey {
            wrapped_by: vault(2).fingerprint,
            ..wrapped
        };
        assert_eq!(
            vault(2).open_data_key("vs_1", &renamed).unwrap_err(),
            VaultError::Sealed
        );
    }

    #[test]
    fn derived_keys_repeat_and_differ() {
        assert_eq!(vault(1).link_key(), vault(1).link_key());
        assert_ne!(vault(1).link_key(), vault(2).link_key());
        assert_ne!(&vault(1).link_key(), vault(1).own_key().bytes());
        let sealed = vault(1).own_key().seal("endpoint", b"whsec");
        assert_eq!(
            vault(1).own_key().open("endpoint", &sealed).unwrap()[..],
            *b"whsec"
        );
        assert!(vault(2).own_key().open("endpoint", &sealed).is_err());
    }

    #[test]
    fn every_data_key_is_new() {
        let vault = vault(1);
        let (one, _) = vault.create_data_key("vs_1");
        let (two, _) = vault.create_data_key("vs_1");
        assert_ne!(one.bytes(), two.bytes());
    }
}
