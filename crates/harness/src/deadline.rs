//! How long a test waits before it gives up: the only place of the harness that reads a clock.

use std::time::{Duration, Instant};

/// A moment after which waiting is over.
#[derive(Clone, Copy)]
pub(crate) struct Deadline(Instant);

impl Deadline {
    /// The moment `seconds` from now.
    pub(crate) fn after_seconds(seconds: u64) -> Deadline {
        Deadline(now() + Duration::from_secs(seconds))
    }

    /// The moment `milliseconds` from now.
    pub(crate) fn after_milliseconds(milliseconds: u64) -> Deadline {
        Deadline(now() + Duration::from_millis(milliseconds))
    }

    /// What is left of it, zero once it has passed.
    pub(crate) fn left(self) -> Duration {
        self.0.saturating_duration_since(now())
    }

    /// Whether it has passed.
    pub(crate) fn has_passed(self) -> bool {
        self.left().is_zero()
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "only bounds how long a broken test may hang; no outcome depends on it"
)]
fn now() -> Instant {
    Instant::now()
}
