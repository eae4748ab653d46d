use identity::SeededRandom;
use proptest::prelude::*;

use super::*;

fn key(owner: &str, byte: u8) -> DataKey {
    DataKey::new(
        owner,
        Zeroizing::new([byte; 32]),
        Arc::new(SeededRandom::new(u64::from(byte))),
    )
}

proptest! {
    #[test]
    fn what_was_sealed_opens(plain: Vec<u8>, context: String, owner: String) {
        let key = key(&owner, 1);
        let sealed = key.seal(&context, &plain);
        prop_assert_eq!(sealed.len(), plain.len() + HEADER_BYTES + TAG_BYTES);
        let opened = key.open(&context, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), &plain[..]);
    }

    #[test]
    fn any_flipped_bit_is_refused(plain: Vec<u8>, at: proptest::sample::Index, bit in 0..8_u32) {
        let key = key("vs_1", 1);
        let mut sealed = key.seal("report", &plain);
        sealed[at.index(plain.len() + HEADER_BYTES + TAG_BYTES)] ^= 1 << bit;
        prop_assert!(key.open("report", &sealed).is_err());
    }

    #[test]
    fn anything_cut_short_is_refused(plain: Vec<u8>, at: proptest::sample::Index) {
        let key = key("vs_1", 1);
        let sealed = key.seal("report", &plain);
        let end = at.index(sealed.len());
        prop_assert!(key.open("report", &sealed[..end]).is_err());
    }

    #[test]
    fn another_key_owner_or_context_is_refused(plain: Vec<u8>, owner: String, context: String) {
        let sealed = key("vs_1", 1).seal("report", &plain);
        prop_assert!(key("vs_1", 2).open("report", &sealed).is_err());
        if owner != "vs_1" || context != "report" {
            prop_assert!(key(&owner, 1).open(&context, &sealed).is_err());
        }
    }

    #[test]
    fn noise_is_refused(noise: Vec<u8>) {
        prop_assert!(key("vs_1", 1).open_with(false, "report", &noise).is_err());
    }
}

#[test]
fn owner_and_context_do_not_run_together() {
    let sealed = key("ab", 1).seal("c", b"x");
    assert_eq!(key("a", 1).open("bc", &sealed), Err(VaultError::Sealed));
}

#[test]
fn the_same_bytes_never_look_the_same() {
    let key = key("vs_1", 1);
    assert_ne!(key.seal("report", b"x"), key.seal("report", b"x"));
}

#[test]
fn bytes_stored_as_they_are_open_only_where_that_is_switched_on() {
    let key = key("vs_1", 1);
    let stored = plain_form(b"x");
    assert_eq!(key.open_with(true, "report", &stored).unwrap()[..], *b"x");
    assert_eq!(
        key.open_with(false, "report", &stored),
        Err(VaultError::Version)
    );
}

#[test]
fn debug_output_holds_no_key() {
    assert_eq!(
        format!("{:?}", key("vs_1", 7)),
        r#"DataKey { owner: "vs_1", .. }"#
    );
}
