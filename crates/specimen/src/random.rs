//! Seeded randomness: the same seed and label give the same numbers on every machine.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

/// A stream of seeded numbers.
///
/// Each part of a document draws from a stream of its own (`fork`), so that a further number in
/// the background does not change the holder's name.
pub(crate) struct Random {
    seed: u64,
    stream: ChaCha8Rng,
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            stream: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    /// An independent stream for the part called `label`, whatever was drawn here before.
    pub(crate) fn fork(&self, label: &str) -> Self {
        // FNV-1a, 64 bits: spreads the label over the seed.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ self.seed;
        for byte in label.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Self::new(hash ^ self.seed.rotate_left(29))
    }

    /// A number in `[0, 1)`.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.stream.next_u32() >> 8) as f32 / (1 << 24) as f32
    }

    /// A number in `[low, high)`.
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// A number around 0 with standard deviation 1: the sum of four bytes, close to a Gaussian
    /// and cheap enough for every pixel.
    pub(crate) fn normal(&mut self) -> f32 {
        let sum: u32 = self
            .stream
            .next_u32()
            .to_le_bytes()
            .into_iter()
            .map(u32::from)
            .sum();
        (sum as f32 - 510.0) / 147.8
    }

    /// A whole number in `low..=high`.
    pub(crate) fn whole(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high - low) + 1;
        low + ((u64::from(self.stream.next_u32()) * span) >> 32) as u32
    }

    pub(crate) fn chance(&mut self, probability: f32) -> bool {
        self.unit() < probability
    }

    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.whole(0, from.len() as u32 - 1) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn forks_do_not_depend_on_what_was_drawn_before() {
        let mut used = Random::new(7);
        used.unit();
        assert_eq!(used.fork("face").unit(), Random::new(7).fork("face").unit());
        assert_ne!(used.fork("face").unit(), used.fork("hair").unit());
    }

    #[test]
    fn whole_numbers_reach_both_ends_and_no_further() {
        let mut random = Random::new(1);
        let drawn: Vec<u32> = (0..200).map(|_| random.whole(3, 5)).collect();
        assert!(drawn.iter().all(|n| (3..=5).contains(n)));
        assert!(drawn.contains(&3) && drawn.contains(&5));
    }
}
