//! What cancelling costs (RULES 19).

use kernel::{Instant, Money, Rate};

/// One line of the table of an audience: cancelling at least `notice_minutes` before the beginning costs `fee` of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Minutes before the beginning, at least.
    pub notice_minutes: i64,
    /// Part of the price that stays due.
    pub fee: Rate,
}

/// The part of `price` that stays due when a booking that begins at `start` is cancelled at `now`.
///
/// The line with the longest notice still given applies; exactly at the notice counts as in time. Without a line that applies
/// the whole price stays due; without any table nothing does.
pub fn fee(terms: &[Term], price: Money, start: Instant, now: Instant) -> Money {
    if terms.is_empty() {
        return Money::ZERO;
    }
    let notice = start.since(now).seconds();
    let term = terms.iter().filter(|term| notice >= term.notice_minutes * 60).max_by_key(|term| term.notice_minutes);
    term.map_or(price, |term| price.percent(term.fee))
}
