use crate::random::base62;
use crate::{AccountId, EphemeralKeyId, Mode, Random, SessionId, Timestamp, secret_hash};

/// A key for one session, handed to the client that shows the verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EphemeralKey {
    /// `ephkey_…`; names the key, doesn't open anything.
    pub id: EphemeralKeyId,
    /// The account whose secret key asked for it.
    pub account: AccountId,
    /// The mode of the session.
    pub mode: Mode,
    /// The only session that it opens.
    pub session: SessionId,
    /// When its secret was shown, once.
    pub created: Timestamp,
    /// [`EphemeralKey::LIFETIME`] after its creation; from then on it opens nothing.
    pub expires: Timestamp,
    /// [`secret_hash`] of `ek_test_…` or `ek_live_…`, 40 base-62 characters behind it.
    pub hash: [u8; 32],
}

impl EphemeralKey {
    /// How long a key lives, in seconds.
    pub const LIFETIME: i64 = 3600;

    /// The key and its secret, which is shown once.
    pub fn generate(
        random: &dyn Random,
        account: AccountId,
        mode: Mode,
        session: SessionId,
        now: Timestamp,
    ) -> (Self, String) {
        let secret = format!("ek_{}_{}", mode, base62(random, 40));
        let key = Self {
            id: EphemeralKeyId::generate(random),
            account,
            mode,
            session,
            created: now,
            expires: now.plus(Self::LIFETIME),
            hash: secret_hash(&secret),
        };
        (key, secret)
    }
}
