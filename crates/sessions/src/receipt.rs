//! Erasure receipts: signed statements that a session is gone, to be checked offline.
//!
//! A receipt is a JSON Web Signature in compact form (RFC 7515) with Ed25519 (`EdDSA`, RFC 8037);
//! its payload is a [`Receipt`], its header names the public key by its thumbprint (RFC 7638).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use identity::{Timestamp, VerificationSession};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::{Erased, ErasureReceiptRecord, Scope};
use vault::ReceiptKey;

use crate::{Error, Result, Services};

const TYPE: &str = "erasure-receipt+jwt";

/// What a receipt says. Times are Unix seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The installation, by its public URL.
    pub iss: String,
    /// The session.
    pub sub: String,
    /// When the erasure was complete, in backups too.
    pub iat: i64,
    /// The account whose session it was.
    pub account: String,
    /// Whether it was one of live mode.
    pub livemode: bool,
    /// When it was asked for, and what lay in the live system was destroyed.
    pub requested: i64,
    /// What went with it.
    pub erased: Counts,
}

/// What was erased beside the session's data key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Pictures and other contents.
    pub files: u64,
    /// Reports, with their evidence.
    pub reports: u64,
    /// Events that showed the session.
    pub events: u64,
    /// Answers that were kept for repetitions.
    pub idempotent_answers: u64,
}

#[derive(Serialize, Deserialize)]
struct Header {
    alg: String,
    typ: String,
    kid: String,
}

/// Why a receipt is not to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// It is no receipt.
    #[error("this is no erasure receipt")]
    Malformed,
    /// It names another key.
    #[error("the receipt was signed with another key")]
    OtherKey,
    /// It is not what was signed.
    #[error("the receipt was changed: its signature does not hold")]
    Signature,
}

impl Services {
    pub(crate) fn receipt(
        &self,
        session: &VerificationSession,
        requested: Timestamp,
        erased: &Erased,
    ) -> Result<ErasureReceiptRecord> {
        let now = self.now();
        let receipt = Receipt {
            iss: self.settings.public_url.clone(),
            sub: session.id.to_string(),
            iat: now.0,
            account: session.account.to_string(),
            livemode: session.mode.livemode(),
            requested: requested.0,
            erased: Counts {
                files: erased.files,
                reports: erased.reports,
                events: erased.events,
                idempotent_answers: erased.answers,
            },
        };
        Ok(ErasureReceiptRecord {
            scope: Scope {
                account: session.account.clone(),
                mode: session.mode,
            },
            session: session.id.clone(),
            created: now,
            receipt: sign(self.vault.receipt_key(), &receipt)?,
        })
    }
}

fn sign(key: &ReceiptKey, receipt: &Receipt) -> Result<String> {
    let header = Header {
        alg: "EdDSA".to_owned(),
        typ: TYPE.to_owned(),
        kid: thumbprint(&key.public()),
    };
    let part = |json: serde_json::Result<Vec<u8>>| {
        let json = json.map_err(|_| Error::Unreadable("receipt"))?;
        Ok::<_, Error>(URL_SAFE_NO_PAD.encode(json))
    };
    let header = part(serde_json::to_vec(&header))?;
    let payload = part(serde_json::to_vec(receipt))?;
    let signed = format!("{header}.{payload}");
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    Ok(format!("{signed}.{signature}"))
}

/// The public key as a JSON Web Key (RFC 8037, section 2).
pub fn receipt_jwk(public: &[u8]) -> serde_json::Value {
    serde_json::json!({
        "kty": "OKP",
        "crv": "Ed25519",
        "x": URL_SAFE_NO_PAD.encode(public),
        "kid": thumbprint(public),
        "use": "sig",
        "alg": "EdDSA",
    })
}

/// The public key in a JSON Web Key.
pub fn key_of_jwk(jwk: &serde_json::Value) -> Option<Vec<u8>> {
    let text = jwk.get("x")?.as_str()?;
    let key = URL_SAFE_NO_PAD.decode(text).ok()?;
    (key.len() == 32).then_some(key)
}

/// Checks a receipt against a public key: no server, no store.
pub fn check_receipt(text: &str, public: &[u8]) -> std::result::Result<Receipt, ReceiptError> {
    let malformed = |_| ReceiptError::Malformed;
    let text = text.trim();
    let (signed, signature) = text.rsplit_once('.').ok_or(ReceiptError::Malformed)?;
    let (header, payload) = signed.split_once('.').ok_or(ReceiptError::Malformed)?;
    let decode = |part: &str| {
        URL_SAFE_NO_PAD
            .decode(part)
            .map_err(|_| ReceiptError::Malformed)
    };
    let header: Header = serde_json::from_slice(&decode(header)?).map_err(malformed)?;
    if header.alg != "EdDSA" || header.typ != TYPE {
        return Err(ReceiptError::Malformed);
    }
    if header.kid != thumbprint(public) {
        return Err(ReceiptError::OtherKey);
    }
    if !ReceiptKey::verify(public, signed.as_bytes(), &decode(signature)?) {
        return Err(ReceiptError::Signature);
    }
    serde_json::from_slice(&decode(payload)?).map_err(malformed)
}

/// RFC 7638: SHA-256 over the members that make the key, in alphabetical order.
fn thumbprint(public: &[u8]) -> String {
    let x = URL_SAFE_NO_PAD.encode(public);
    let members = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
    URL_SAFE_NO_PAD.encode(Sha256::digest(members))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use identity::SeededRandom;
    use vault::{KeyFiles, Vault};

    use super::*;

    fn vault(root: u8) -> Vault {
        let random = Arc::new(SeededRandom::new(1));
        Vault::new(&[root; 32], KeyFiles::memory(random.clone()), random)
    }

    fn receipt() -> Receipt {
        Receipt {
            iss: "https://id.example.org".to_owned(),
            sub: "vs_1".to_owned(),
            iat: 1_760_000_100,
            account: "acct_1".to_owned(),
            livemode: true,
            requested: 1_760_000_000,
            erased: Counts {
                files: 9,
                ..Counts::default()
            },
        }
    }

    #[test]
    fn receipts_are_believed_from_their_own_installation_alone() {
        let vault = vault(1);
        let text = sign(vault.receipt_key(), &receipt()).unwrap();
        let public = vault.receipt_key().public();
        assert_eq!(check_receipt(&text, &public), Ok(receipt()));
        let jwk = receipt_jwk(&public);
        assert_eq!(key_of_jwk(&jwk), Some(public.clone()));
        let other = self::vault(2).receipt_key().public();
        assert_eq!(check_receipt(&text, &other), Err(ReceiptError::OtherKey));
    }

    #[test]
    fn changed_receipts_are_not_believed() {
        let vault = vault(1);
        let public = vault.receipt_key().public();
        let text = sign(vault.receipt_key(), &receipt()).unwrap();
        let parts: Vec<_> = text.split('.').collect();
        let forged = Receipt {
            sub: "vs_2".to_owned(),
            ..receipt()
        };
        let payload = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&forged).unwrap());
        let forged = format!("{}.{payload}.{}", parts[0], parts[2]);
        assert_eq!(
            check_receipt(&forged, &public),
            Err(ReceiptError::Signature)
        );
        for broken in ["", "a.b.c", "..", &text[..text.len() - 9], &text[1..]] {
            assert!(check_receipt(broken, &public).is_err(), "{broken}");
        }
        let unsigned =
            URL_SAFE_NO_PAD.encode(br#"{"alg":"none","typ":"erasure-receipt+jwt","kid":""}"#);
        let unsigned = format!("{unsigned}.{}.", parts[1]);
        assert_eq!(
            check_receipt(&unsigned, &public),
            Err(ReceiptError::Malformed)
        );
    }

    /// RFC 8037, appendix A.3.
    #[test]
    fn thumbprints_are_those_of_the_standard() {
        let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
        let public = URL_SAFE_NO_PAD.decode(x).unwrap();
        assert_eq!(
            thumbprint(&public),
            "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
        );
    }
}
