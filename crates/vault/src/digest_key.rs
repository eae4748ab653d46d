use zeroize::Zeroizing;

use crate::derive::derive;

/// Bytes of a digest: that two of a thousand million are the same by chance has odds of one to 10²⁰.
const LENGTH: usize = 16;

/// Names things by digests that say nothing to who has not the key: HMAC-SHA-256, cut off.
pub struct DigestKey(Zeroizing<[u8; 32]>);

impl DigestKey {
    pub(crate) fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self(key)
    }

    /// The digest of something, hex.
    pub fn digest(&self, what: &str) -> String {
        hex::encode(&derive(&self.0, what)[..LENGTH])
    }
}
