//! Chance that repeats: the same seed always draws the same lots.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// A stream of lots.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of a seed. Streams of other `name`s are independent, so that a change in one part of the plan leaves the
    /// others as they were.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut stream = ChaCha8Rng::seed_from_u64(seed);
        let named = name
            .bytes()
            .fold(5_381_u64, |sum, byte| sum.wrapping_mul(33) ^ u64::from(byte));
        stream.set_stream(named);
        Self(stream)
    }

    /// A number from nothing to `limit`, which is left out; nothing when there is no such number.
    pub(super) fn below(&mut self, limit: i64) -> i64 {
        // The bias of a remainder of 64 bits is far below what anybody could see in a demonstration.
        i64::try_from(self.0.next_u64() >> 1)
            .unwrap_or_default()
            .checked_rem(limit.max(1))
            .unwrap_or_default()
    }

    /// A number between both, both included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        least.saturating_add(self.below(most.saturating_sub(least).saturating_add(1)))
    }

    /// Whether something that happens so many times in a hundred happens.
    pub(super) fn in_hundred(&mut self, times: i64) -> bool {
        self.below(100) < times
    }

    /// One of them; none of nothing.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(of.len()).unwrap_or(i64::MAX);
        usize::try_from(self.below(last)).ok().and_then(|at| of.get(at))
    }

    /// The position of one of them, each as likely as its weight says; the first when all weigh nothing.
    pub(super) fn weighted(&mut self, weights: &[i64]) -> usize {
        let mut lot = self.below(weights.iter().sum());
        for (at, weight) in weights.iter().enumerate() {
            if lot < *weight {
                return at;
            }
            lot = lot.saturating_sub(*weight);
        }
        0
    }
}

/// Shares `total` among parts in proportion to their weights, so that the shares add up to it exactly.
pub(super) fn shared(total: i64, weights: &[i64]) -> Vec<i64> {
    let all: i64 = weights.iter().sum::<i64>().max(1);
    let (mut before, mut given) = (0_i64, 0_i64);
    let mut shares = Vec::with_capacity(weights.len());
    for weight in weights {
        before = before.saturating_add(*weight);
        let until_here = total.saturating_mul(before).checked_div(all).unwrap_or_default();
        shares.push(until_here.saturating_sub(given));
        given = until_here;
    }
    shares
}

#[cfg(test)]
mod tests;
