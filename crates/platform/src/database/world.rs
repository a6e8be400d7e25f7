//! What a transaction knows of the world: the clock, randomness, and the next identifier.

use std::sync::{Mutex, PoisonError};

use kernel::Instant;

use crate::clock::{Clock, Entropy};

/// 2020-01-01T00:00:00Z in milliseconds since 1970: identifiers count from here.
const EPOCH: i64 = 1_577_836_800_000;
/// How many bits of an identifier count inside one millisecond.
const COUNTER_BITS: u32 = 21;
const COUNTER_MASK: i64 = (1 << COUNTER_BITS) - 1;

#[derive(Debug)]
pub(super) struct World {
    pub(super) clock: Clock,
    pub(super) entropy: Entropy,
    identifiers: Mutex<Identifiers>,
}

#[derive(Debug)]
struct Identifiers {
    counter: i64,
    last: i64,
}

impl World {
    pub(super) fn new(clock: Clock, entropy: Entropy) -> Self {
        let counter = i64::from_le_bytes(entropy.bytes()) & COUNTER_MASK;
        Self {
            clock,
            entropy,
            identifiers: Mutex::new(Identifiers { counter, last: 0 }),
        }
    }

    /// A positive number, greater than those this process gave before: 42 bits of milliseconds since 2020, then
    /// 21 bits of a counter that starts at random, so that two processes do not meet.
    pub(super) fn next_identifier(&self, now: Instant) -> i64 {
        let mut state = self.identifiers.lock().unwrap_or_else(PoisonError::into_inner);
        state.counter = state.counter.wrapping_add(1) & COUNTER_MASK;
        let millis = now.micros().div_euclid(1_000).saturating_sub(EPOCH).max(0);
        let candidate = ((millis << COUNTER_BITS) | state.counter) & i64::MAX;
        state.last = candidate.max(state.last.saturating_add(1));
        state.last
    }
}
