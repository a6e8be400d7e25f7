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

kernel::refusals! {
    /// Why a table of terms is not kept.
    pub enum TermsRefused {
        /// A notice is below nothing or over a year.
        Notice = "spaces-refused-notice",
        /// A part is below nothing or over the whole.
        Fee = "spaces-refused-fee",
        /// Two lines have the same notice.
        NoticeTwice = "spaces-refused-notice-twice",
        /// A shorter notice would cost less.
        Backwards = "spaces-refused-terms-backwards",
    }
}

const YEAR_MINUTES: i64 = 366 * 24 * 60;

/// The table, longest notice first, if it can be kept: the shorter the notice, the more it costs.
///
/// # Errors
/// [`TermsRefused`].
pub fn checked(mut terms: Vec<Term>) -> Result<Vec<Term>, TermsRefused> {
    if terms
        .iter()
        .any(|term| !(0..=YEAR_MINUTES).contains(&term.notice_minutes))
    {
        return Err(TermsRefused::Notice);
    }
    if terms
        .iter()
        .any(|term| term.fee < Rate::ZERO || term.fee > Rate::HUNDRED)
    {
        return Err(TermsRefused::Fee);
    }
    terms.sort_by_key(|term| std::cmp::Reverse(term.notice_minutes));
    for pair in terms.windows(2) {
        if let [longer, shorter] = pair {
            if longer.notice_minutes == shorter.notice_minutes {
                return Err(TermsRefused::NoticeTwice);
            }
            if longer.fee > shorter.fee {
                return Err(TermsRefused::Backwards);
            }
        }
    }
    Ok(terms)
}

/// The part of the price that stays due when a booking that begins at `start` is cancelled at `now`.
///
/// The line with the longest notice still given applies; exactly at the notice counts as in time. Without a line that applies
/// the whole price stays due; without any table nothing does.
#[must_use]
pub fn share(terms: &[Term], start: Instant, now: Instant) -> Rate {
    if terms.is_empty() {
        return Rate::ZERO;
    }
    let in_time = |term: &&Term| now <= start.minus_minutes(term.notice_minutes);
    let term = terms
        .iter()
        .filter(in_time)
        .max_by_key(|term| term.notice_minutes);
    term.map_or(Rate::HUNDRED, |term| term.fee)
}

/// The part of `price`, as [`share`] says.
#[must_use]
pub fn fee(terms: &[Term], price: Money, start: Instant, now: Instant) -> Money {
    price.percent(share(terms, start, now))
}
