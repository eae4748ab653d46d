use hmac::{Hmac, KeyInit as _, Mac as _};
use identity::Timestamp;
use sha2::Sha256;

/// The value of the `Stripe-Signature` header: `t=<unix>,v1=<hex>` where `v1` is HMAC-SHA-256 of
/// `<t>.<body>` under the endpoint's whole `whsec_…` text.
pub fn sign(secret: &str, now: Timestamp, body: &[u8]) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(now.0.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    format!(
        "t={},v1={}",
        now.0,
        hex::encode(mac.finalize().into_bytes())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_has_stripes_form() {
        // Computed with Python: hmac.new(b"whsec_test", b"1700000000.{}", "sha256").hexdigest()
        let header = sign("whsec_test", Timestamp(1_700_000_000), b"{}");
        assert_eq!(
            header,
            "t=1700000000,v1=35495024f4ef3f94e5a93e22221544c4b75e9a42300cd965ab81cb85cd994e91"
        );
    }
}
