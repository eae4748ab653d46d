//! The control run of the plaintext hunt: proves that the hunt finds what is not sealed.

/// Whether `BONAFIDE_SEALING=off` asks for bytes to be stored as they are. Release builds have no
/// such switch and refuse bytes stored that way.
#[cfg(debug_assertions)]
pub(crate) fn enabled() -> bool {
    static ENABLED: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *ENABLED.get_or_init(|| std::env::var("BONAFIDE_SEALING").is_ok_and(|value| value == "off"))
}

#[cfg(not(debug_assertions))]
pub(crate) const fn enabled() -> bool {
    false
}
