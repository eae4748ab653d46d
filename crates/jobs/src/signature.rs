use hmac::{Hmac, KeyInit as _, Mac as _};
use identity::{SigningSecrets, Timestamp};
use sha2::Sha256;

/// The value of the `Stripe-Signature` header: `t=<unix>,v1=<hex>` where `v1` is HMAC-SHA-256 of
/// `<t>.<body>` under the endpoint's whole `whsec_…` text; one `v1` for each secret in force.
pub fn sign(secrets: &SigningSecrets, now: Timestamp, body: &[u8]) -> String {
    let mut header = format!("t={}", now.0);
    for secret in secrets.in_force(now) {
        header.push_str(",v1=");
        header.push_str(&hex::encode(digest(secret, now, body)));
    }
    header
}

fn digest(secret: &str, now: Timestamp, body: &[u8]) -> impl AsRef<[u8]> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(now.0.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.finalize().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use identity::SeededRandom;

    #[test]
    fn the_header_has_stripes_form() {
        // Computed with Python: hmac.new(b"whsec_test", b"1700000000.{}", "sha256").hexdigest()
        let digest = digest("whsec_test", Timestamp(1_700_000_000), b"{}");
        assert_eq!(
            hex::encode(digest),
            "35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91"
        );
    }

    #[test]
    fn every_secret_in_force_signs() {
        let random = SeededRandom::new(1);
        let mut secrets = SigningSecrets::generate(&random);
        let now = Timestamp(1_700_000_000);
        let before = sign(&secrets, now, b"{}");
        secrets.rotate(&random, Timestamp(now.0 + 60));
        let during = sign(&secrets, now, b"{}");
        let old = before.strip_prefix("t=1700000000").unwrap();
        assert!(during.starts_with("t=1700000000,v1=") && during.ends_with(old));
        assert_eq!(during.matches(",v1=").count(), 2);
        let after = sign(&secrets, Timestamp(now.0 + 60), b"{}");
        assert_eq!(after.matches(",v1=").count(), 1);
    }
}
