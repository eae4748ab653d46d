use std::sync::{Mutex, PoisonError};

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// The source of what new identifiers and keys are made of: randomness, and for identifiers the time.
pub trait Random: Send + Sync {
    /// Overwrites all of `bytes`. A failing generator panics: no identifier or key may be made without
    /// it.
    fn fill(&self, bytes: &mut [u8]);

    /// Milliseconds since 1970-01-01 00:00 UTC; identifiers sort by them. Repeatable generators give 0
    /// each time.
    fn moment(&self) -> u64 {
        0
    }
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system provides randomness");
    }

    fn moment(&self) -> u64 {
        std::time::UNIX_EPOCH
            .elapsed()
            .map_or(0, |since| since.as_millis() as u64)
    }
}

/// A repeatable generator; for tests and specimens.
pub struct SeededRandom(Mutex<ChaCha20Rng>);

impl SeededRandom {
    /// Equal seeds give equal sequences, on every machine and version.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl Random for SeededRandom {
    fn fill(&self, bytes: &mut [u8]) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(bytes);
    }
}

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// `length` characters of 0–9A–Za–z, each equally likely (5.95 bits).
pub(crate) fn base62(random: &dyn Random, length: usize) -> String {
    let mut text = String::with_capacity(length);
    let mut bytes = [0_u8; 32];
    while text.len() < length {
        random.fill(&mut bytes);
        // 248 is the largest multiple of 62 below 256: what lies above would favour some letters.
        let fair = bytes
            .iter()
            .filter(|byte| **byte < 248)
            .take(length - text.len());
        text.extend(fair.map(|byte| char::from(BASE62[usize::from(byte % 62)])));
    }
    text
}

/// The last `length` digits of a number to base 62. Numbers of as many digits sort as their texts do.
pub(crate) fn base62_number(mut number: u64, length: usize) -> String {
    let mut digits = vec![BASE62[0]; length];
    for digit in digits.iter_mut().rev() {
        *digit = BASE62[(number % 62) as usize];
        number /= 62;
    }
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base62_has_the_length_and_alphabet_asked_for() {
        let random = SeededRandom::new(1);
        for length in [0, 1, 24, 99] {
            let text = base62(&random, length);
            assert_eq!(text.len(), length);
            assert!(text.bytes().all(|byte| BASE62.contains(&byte)));
        }
    }

    #[test]
    fn numbers_sort_as_their_texts_do() {
        assert_eq!(base62_number(61, 3), "00z");
        assert_eq!(base62_number(62, 3), "010");
        assert_eq!(base62_number(62 * 62 * 62 + 7, 3), "007");
        let texts: Vec<String> = (0..4000).map(|number| base62_number(number, 7)).collect();
        assert!(texts.is_sorted());
    }

    #[test]
    fn seeded_randomness_repeats() {
        assert_eq!(
            base62(&SeededRandom::new(7), 24),
            base62(&SeededRandom::new(7), 24)
        );
        assert_ne!(
            base62(&SeededRandom::new(7), 24),
            base62(&SeededRandom::new(8), 24)
        );
    }
}
