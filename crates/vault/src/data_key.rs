use std::fmt;
use std::sync::Arc;

use chacha20poly1305::{AeadInOut as _, KeyInit as _, Tag, XChaCha20Poly1305, XNonce};
use identity::Random;
use zeroize::Zeroizing;

use crate::layout::{HEADER_BYTES, TAG_BYTES};
use crate::{PlainBytes, VaultError, passthrough};

const VERSION_PLAIN: u8 = 0;
const VERSION_XCHACHA: u8 = 1;

/// A data key, itself sealed by the vault: what storage keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedKey {
    /// The epoch key that wraps it, by its name on the keyring.
    pub wrapped_by: String,
    /// Ciphertext.
    pub bytes: Vec<u8>,
}

/// A key that seals and opens the bytes of one owner. Zeroed when dropped.
#[derive(Clone)]
pub struct DataKey {
    owner: String,
    key: Zeroizing<[u8; 32]>,
    random: Arc<dyn Random>,
}

impl DataKey {
    pub(crate) fn new(owner: &str, key: Zeroizing<[u8; 32]>, random: Arc<dyn Random>) -> Self {
        Self {
            owner: owner.to_owned(),
            key,
            random,
        }
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.key
    }

    /// Seals bytes with XChaCha20-Poly1305 (RFC 8439, draft-irtf-cfrg-xchacha-03) under a random
    /// nonce: version byte, nonce of 24 bytes, ciphertext, tag of 16 bytes. The version, the key's
    /// owner and `context` (what the bytes are, `report vr_…` for example) have to be the same to
    /// open them.
    pub fn seal(&self, context: &str, plain: &[u8]) -> Vec<u8> {
        self.seal_in_place(context, PlainBytes::from(plain))
    }

    /// [`Self::seal`] without a second copy.
    pub fn seal_in_place(&self, context: &str, plain: PlainBytes) -> Vec<u8> {
        if passthrough::enabled() {
            return plain_form(&plain);
        }
        let mut sealed = plain.into_buffer();
        sealed[0] = VERSION_XCHACHA;
        self.random.fill(&mut sealed[1..HEADER_BYTES]);
        let (header, body) = sealed.split_at_mut(HEADER_BYTES);
        let nonce = XNonce::try_from(&header[1..]).expect("the header holds a nonce");
        let tag = self
            .cipher()
            .encrypt_inout_detached(&nonce, &self.associated(context), body.into())
            .expect("no text in memory exceeds the cipher's limit of 256 GiB");
        sealed.extend_from_slice(&tag);
        sealed
    }

    /// Opens what [`Self::seal`] made with the same key and context.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        self.open_with(passthrough::enabled(), context, sealed)
    }

    fn open_with(
        &self,
        plain_allowed: bool,
        context: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        match sealed.first() {
            Some(&VERSION_XCHACHA) => self.open_sealed(context, sealed),
            Some(&VERSION_PLAIN) if plain_allowed => Ok(Zeroizing::new(sealed[1..].to_vec())),
            Some(_) => Err(VaultError::Version),
            None => Err(VaultError::Sealed),
        }
    }

    fn open_sealed(&self, context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (header, rest) = sealed
            .split_at_checked(HEADER_BYTES)
            .ok_or(VaultError::Sealed)?;
        let body_bytes = rest
            .len()
            .checked_sub(TAG_BYTES)
            .ok_or(VaultError::Sealed)?;
        let (body, tag) = rest.split_at(body_bytes);
        let nonce = XNonce::try_from(&header[1..]).map_err(|_| VaultError::Sealed)?;
        let tag = Tag::try_from(tag).map_err(|_| VaultError::Sealed)?;
        let mut plain = Zeroizing::new(body.to_vec());
        self.cipher()
            .decrypt_inout_detached(
                &nonce,
                &self.associated(context),
                plain.as_mut_slice().into(),
                &tag,
            )
            .map_err(|_| VaultError::Sealed)?;
        Ok(plain)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }

    /// Version, owner and context, with the owner's length before it so that no two pairs give
    /// the same bytes.
    fn associated(&self, context: &str) -> Vec<u8> {
        let mut bytes = vec![VERSION_XCHACHA];
        bytes.extend_from_slice(&(self.owner.len() as u64).to_be_bytes());
        bytes.extend_from_slice(self.owner.as_bytes());
        bytes.extend_from_slice(context.as_bytes());
        bytes
    }
}

fn plain_form(plain: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1 + plain.len());
    bytes.push(VERSION_PLAIN);
    bytes.extend_from_slice(plain);
    bytes
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DataKey")
            .field("owner", &self.owner)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
