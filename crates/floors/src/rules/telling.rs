//! What a plan says of a space, and which hours touching it asks for.

use kernel::{Instant, Period};
use spaces::{RoomNow, Standing};

/// What is said of a space at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// `free`, `busy`, `closed` or `let`.
    pub state: &'static str,
    /// When that ends, if it is known and of the same day.
    pub until: Option<Instant>,
    /// Units that can be had, of a space with several.
    pub left: Option<i64>,
}

/// What is said of a space, on a day that ends at `midnight`.
#[must_use]
pub fn told(standing: &Standing, midnight: Instant) -> Told {
    let (state, until) = match standing.now {
        _ if standing.let_out => ("let", None),
        RoomNow::Free { until } => ("free", until),
        RoomNow::Busy { until } => ("busy", Some(until)),
        RoomNow::Closed { opens } => ("closed", opens),
    };
    let several = standing.resource.facts.units > 1 && matches!(state, "free" | "busy");
    Told {
        state,
        until: until.filter(|until| *until < midnight),
        left: several.then_some(standing.free_units),
    }
}

/// How long what is offered lasts, in minutes, while nothing else is asked for.
const USUAL: i64 = 60;
/// Bookings begin at quarters of an hour unless the limits say otherwise.
const QUARTER: i64 = 15 * 60;

/// The hours that touching a space asks for: an hour from the next quarter on, shorter where it is taken before. Taken or closed
/// spaces offer the same hours: the form says why not and what is free.
pub(crate) fn offered(standing: &Standing, at: Instant) -> Option<Period> {
    let next = at.plus_seconds(QUARTER).minus_seconds(1).seconds();
    let start = Instant::from_seconds(next.div_euclid(QUARTER).saturating_mul(QUARTER));
    let usual = start.plus_minutes(USUAL);
    let end = match standing.now {
        RoomNow::Free { until: Some(until) } if until > start => until.min(usual),
        _ => usual,
    };
    Period::new(start, end).ok()
}

/// How high letters may be so that so many of them fit on a width; both in hundredths of a unit of the grid.
pub(crate) fn letter_size(letters: usize, width: i64) -> i64 {
    /// A letter is about so many hundredths of its height wide.
    const SLENDER: i64 = 58;
    let letters = i64::try_from(letters.max(1)).unwrap_or(i64::MAX);
    let fitting = width
        .saturating_mul(100)
        .div_euclid(letters.saturating_mul(SLENDER));
    fitting.clamp(30, 62)
}
