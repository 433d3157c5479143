//! Chance from one seed: the only source of it in the world.

use std::sync::atomic::{AtomicU64, Ordering};

use server::chance::{Chance, NoChance};

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// `SplitMix64`: small, fast, and the same everywhere.
#[derive(Clone, Debug)]
pub struct Dice(u64);

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Dice {
    /// From a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(mix(seed ^ STEP))
    }

    /// The next 64 bits.
    #[expect(clippy::should_implement_trait, reason = "dice never end, and are no iterator")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number below `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        let wide = ((self.next() >> 32) * u64::from(end)) >> 32;
        u32::try_from(wide).unwrap_or(0)
    }

    /// A small number below `end`.
    pub fn small(&mut self, end: u8) -> u8 {
        u8::try_from(self.below(u32::from(end))).unwrap_or(0)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

/// The server's random bytes, from a seed.
#[derive(Debug)]
pub struct SeededChance(AtomicU64);

impl SeededChance {
    /// From a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(mix(seed ^ STEP)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoChance> {
        for part in bytes.chunks_mut(8) {
            let state = self.0.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
            part.copy_from_slice(&mix(state).to_le_bytes()[..part.len()]);
        }
        Ok(())
    }
}
