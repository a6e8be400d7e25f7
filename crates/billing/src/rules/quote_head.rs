//! A quote as a list shows it.

use super::computation::Totals;
use super::quote::{Quote, QuoteNumber, QuoteState, standing};
use kernel::{Day, Id};

/// A quote without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteHead {
    /// Which one.
    pub id: Id<Quote>,
    /// What led to it, in the words of whoever wrote it.
    pub source: super::charge::Source,
    /// Its number, once sent.
    pub number: Option<QuoteNumber>,
    /// Where it stands in the books; see [`QuoteHead::state_on`].
    pub state: QuoteState,
    /// Who would be billed.
    pub buyer: String,
    /// What it is about.
    pub subject: String,
    /// The day it was sent.
    pub issued_on: Option<Day>,
    /// Its last day.
    pub valid_until: Day,
    /// What it comes to, with the options that are chosen.
    pub totals: Totals,
}

impl QuoteHead {
    /// Where it stands on a day; its last day counts whole.
    #[must_use]
    pub fn state_on(&self, today: Day) -> QuoteState {
        standing(self.state, self.valid_until, today)
    }
}

/// What a list of quotes is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteQuery {
    /// Words of the number, the buyer, the contact or the subject, as typed.
    pub text: String,
    /// Where they stand on `today`; wherever, when nothing is said.
    pub state: Option<QuoteState>,
    /// The day it is.
    pub today: Day,
    /// How many at most.
    pub limit: i64,
    /// How many to leave out first.
    pub offset: i64,
}
