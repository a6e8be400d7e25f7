//! The present moment and randomness: the one place of the program that asks the system for them.
//!
//! Everything else is handed a [`Clock`] and an [`Entropy`], so that a test, a demonstration or a journey can
//! choose both.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use kernel::Instant;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// Where the present moment comes from. Clones tell the same time.
#[derive(Debug, Clone, Default)]
pub struct Clock(Source);

#[derive(Debug, Clone, Default)]
enum Source {
    #[default]
    System,
    /// Microseconds since 1970, UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until [`set`](Self::set).
    pub fn fixed(instant: Instant) -> Self {
        Self(Source::Fixed(Arc::new(AtomicI64::new(instant.micros()))))
    }

    /// Moves a fixed clock, and all its clones; the clock of the machine is left alone.
    pub fn set(&self, instant: Instant) {
        if let Source::Fixed(micros) = &self.0 {
            micros.store(instant.micros(), Ordering::SeqCst);
        }
    }

    /// True for a clock that only moves when told.
    pub fn is_fixed(&self) -> bool {
        matches!(self.0, Source::Fixed(_))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        Instant::from_micros(match &self.0 {
            Source::System => system_micros(),
            Source::Fixed(micros) => micros.load(Ordering::SeqCst),
        })
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the one place that reads the wall clock"
)]
fn system_micros() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// Where randomness comes from. Clones share one stream.
#[derive(Debug, Clone, Default)]
pub struct Entropy(Option<Arc<Mutex<ChaCha20Rng>>>);

impl Entropy {
    /// The randomness of the system, fit for secrets.
    pub fn system() -> Self {
        Self(None)
    }

    /// Always the same stream for the same seed: for tests and demonstrations only.
    pub fn seeded(seed: u64) -> Self {
        Self(Some(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))))
    }

    /// Fills `bytes`.
    ///
    /// # Panics
    /// When the system has no randomness to give: going on would make guessable secrets.
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that asks the system for randomness"
    )]
    pub fn fill(&self, bytes: &mut [u8]) {
        match &self.0 {
            Some(stream) => stream
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .fill_bytes(bytes),
            None => {
                if let Err(error) = getrandom::fill(bytes) {
                    panic!("the system gives no randomness: {error}");
                }
            }
        }
    }

    /// So many random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }
}
