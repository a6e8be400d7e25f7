//! A quote: what is offered, at which price, until when; and what may still be done with it.
//!
//! Amounts of a quote are without VAT, whatever the basis of the products: the law wants the price without VAT and the rate of each
//! line, and the totals say both. A discount is a part of every line, rounded once with it (RULES 21), so that the charges made of
//! the lines add up to the total that was accepted.

use super::buyer::Buyer;
use super::catalogue::{Basis, Product, Unit, Vat};
use super::charge::Source;
use super::computation::{Totals, totals};
use super::quantity::Quantity;
use super::seller::Seller;
use kernel::{AccountId, Currency, Day, Days, DocumentId, Email, Id, Instant, Locale, Money, Rate};
use std::fmt;

kernel::codes! {
    /// Where a quote stands.
    pub enum QuoteState {
        /// It is being written.
        Draft = "draft",
        /// The customer reads it.
        Sent = "sent",
        /// The customer said yes.
        Accepted = "accepted",
        /// The customer said no.
        Declined = "declined",
        /// The place took it back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
    }
}

impl QuoteState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Draft => "billing-quote-state-draft",
            Self::Sent => "billing-quote-state-sent",
            Self::Accepted => "billing-quote-state-accepted",
            Self::Declined => "billing-quote-state-declined",
            Self::Withdrawn => "billing-quote-state-withdrawn",
            Self::Expired => "billing-quote-state-expired",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Draft => "neutral",
            Self::Sent => "info",
            Self::Accepted => "success",
            Self::Declined => "error",
            Self::Withdrawn | Self::Expired => "warning",
        }
    }
}

kernel::codes! {
    /// What may be done with a quote.
    pub enum QuoteAct {
        /// Write on it.
        Change = "change",
        /// Give it a number and send it.
        Send = "send",
        /// Take it back.
        Withdraw = "withdraw",
        /// Say yes.
        Accept = "accept",
        /// Say no.
        Decline = "decline",
        /// Note that its time is over.
        Expire = "expire",
    }
}

kernel::refusals! {
    /// Why something is not done with a quote.
    pub enum QuoteRefusal {
        /// It was sent: it does not change any more.
        AlreadySent = "billing-refused-quote-sent",
        /// It was not sent yet.
        NotSent = "billing-refused-quote-not-sent",
        /// It was accepted already.
        Accepted = "billing-refused-quote-accepted",
        /// It was declined.
        Declined = "billing-refused-quote-declined",
        /// The place took it back.
        Withdrawn = "billing-refused-quote-withdrawn",
        /// Its last day is over.
        Expired = "billing-refused-quote-expired",
        /// Its last day is still to come.
        NotOver = "billing-refused-quote-not-over",
        /// It offers nothing.
        NoLine = "billing-refused-quote-no-line",
        /// More lines than anybody reads.
        TooManyLines = "billing-refused-quote-lines",
        /// A text is empty, too long, or cannot be printed.
        TextRefused = "billing-refused-text",
        /// Less than nothing, or more than can be meant.
        AmountRefused = "billing-refused-amount",
        /// Its last day is past, or too far away.
        ValidityRefused = "billing-refused-quote-validity",
        /// The place has not described itself as a seller.
        NoSeller = "billing-refused-quote-no-seller",
        /// The conditions in force were not accepted.
        ConditionsMissing = "billing-refused-quote-conditions",
        /// Another total than the one that was shown.
        TotalChanged = "billing-refused-quote-total",
        /// There is no such product.
        UnknownProduct = "billing-refused-unknown-product",
    }
}

/// A number, unique in its year: `D-2026-000012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct QuoteNumber {
    /// The year it was sent.
    pub year: i16,
    /// From 1, without a hole.
    pub number: i64,
}

impl QuoteNumber {
    /// The name of its counter in a year.
    #[must_use]
    pub fn counter(year: i16) -> String {
        format!("quote-{year}")
    }
}

impl fmt::Display for QuoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D-{}-{:06}", self.year, self.number)
    }
}

/// General conditions, as published at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conditions {
    /// Which ones.
    pub id: Id<Conditions>,
    /// From 1.
    pub version: i64,
    /// The text, a paragraph a line.
    pub body: String,
    /// When they were published.
    pub published_at: Instant,
}

/// One line of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteLine {
    /// Whether the customer may take it or leave it.
    pub optional: bool,
    /// Whether it counts: always, unless it is optional.
    pub chosen: bool,
    /// What is offered.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
    /// How much.
    pub quantity: Quantity,
    /// In which unit.
    pub unit: Unit,
    /// The price of one, without VAT, before the discount.
    pub unit_price: Money,
    /// Its VAT.
    pub vat: Vat,
    /// What is sold.
    pub product: Id<Product>,
    /// What it is for, in the words of whoever wrote the quote.
    pub source: Option<Source>,
}

impl QuoteLine {
    /// What the line comes to without VAT, the discount taken off: one rounding.
    #[must_use]
    pub fn amount(&self, discount: Rate) -> Money {
        amount_of(self.unit_price, self.quantity, discount)
    }
}

/// So many at a price, a discount taken off: one rounding.
pub(crate) fn amount_of(unit_price: Money, quantity: Quantity, discount: Rate) -> Money {
    let kept = Rate::HUNDRED.basis_points() - discount.basis_points();
    unit_price.share(quantity.thousandths().saturating_mul(kept), 1_000 * 10_000)
}

/// What a quote says, while it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteFacts {
    /// What it is about, in one line.
    pub subject: String,
    /// Word to the customer; may be empty.
    pub introduction: String,
    /// Who would be billed.
    pub buyer: Buyer,
    /// To whom it is addressed.
    pub contact: String,
    /// Where it is sent.
    pub email: Email,
    /// The language it is written in.
    pub language: Locale,
    /// The days of what it offers.
    pub service: Days,
    /// Its last day.
    pub valid_until: Day,
    /// Taken off every line.
    pub discount: Rate,
    /// The deposit of guarantee asked for, held and given back, never invoiced.
    pub guarantee: Money,
    /// Its lines, in order.
    pub lines: Vec<QuoteLine>,
}

/// A yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Who said it, as they wrote their name.
    pub name: String,
    /// From which network address, as a hash.
    pub from: String,
}

/// A quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Which one.
    pub id: Id<Quote>,
    /// Where it comes from.
    pub source: Source,
    /// Its number, once sent.
    pub number: Option<QuoteNumber>,
    /// Where it stands in the books; see [`Quote::state_on`].
    pub state: QuoteState,
    /// What it says.
    pub facts: QuoteFacts,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The seller as it was when it was sent.
    pub seller: Option<Seller>,
    /// The general conditions that go with it.
    pub conditions: Option<Id<Conditions>>,
    /// The day it was sent.
    pub issued_on: Option<Day>,
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// When the customer was reminded.
    pub reminded_at: Option<Instant>,
    /// When it was answered, taken back or found to be over.
    pub answered_at: Option<Instant>,
    /// The yes.
    pub acceptance: Option<Acceptance>,
    /// Why it was declined or taken back; may be empty.
    pub reason: String,
    /// Its PDF as sent.
    pub document: Option<DocumentId>,
    /// When it was begun.
    pub created_at: Instant,
    /// By whom.
    pub created_by: Option<AccountId>,
}

/// The most lines of a quote.
pub const MOST_LINES: usize = 60;
/// The furthest last day, in days from today.
pub const LONGEST_VALIDITY: i64 = 366;
/// The largest guarantee and unit price: a hundred thousand.
const LARGEST_CENTS: i64 = 10_000_000;

impl QuoteFacts {
    /// The lines that count.
    pub fn chosen(&self) -> impl Iterator<Item = &QuoteLine> {
        self.lines.iter().filter(|line| !line.optional || line.chosen)
    }

    /// What it comes to, with the options that are chosen.
    #[must_use]
    pub fn totals(&self) -> Totals {
        totals(
            Basis::Net,
            self.chosen().map(|line| (line.amount(self.discount), line.vat)),
        )
    }

    /// What the discount takes off, without VAT.
    #[must_use]
    pub fn taken_off(&self) -> Money {
        self.chosen()
            .map(|line| line.amount(Rate::ZERO) - line.amount(self.discount))
            .sum()
    }

    /// Says what is wrong with what was written, if anything is; a draft may still lack lines.
    ///
    /// # Errors
    /// [`QuoteRefusal`], the first found.
    pub fn check(&self, today: Day) -> Result<(), QuoteRefusal> {
        let one_line = |text: &str, longest| {
            let length = text.trim().chars().count();
            (1..=longest).contains(&length) && !text.chars().any(char::is_control)
        };
        let prose = |text: &str| {
            text.chars().count() <= 2_000 && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\r')
        };
        let heads = [&self.subject, &self.contact, &self.buyer.name];
        if heads.iter().any(|text| !one_line(text, 200)) || !prose(&self.introduction) {
            return Err(QuoteRefusal::TextRefused);
        }
        if self.lines.len() > MOST_LINES {
            return Err(QuoteRefusal::TooManyLines);
        }
        for line in &self.lines {
            if !one_line(&line.label, 200) || line.detail.chars().count() > 250 || line.detail.contains('\0')
            {
                return Err(QuoteRefusal::TextRefused);
            }
            let amount = line.amount(Rate::ZERO).cents();
            if !(0..=LARGEST_CENTS).contains(&line.unit_price.cents())
                || !(0..=LARGEST_CENTS).contains(&amount)
            {
                return Err(QuoteRefusal::AmountRefused);
            }
        }
        let sane = (0..=Rate::HUNDRED.basis_points()).contains(&self.discount.basis_points())
            && (0..=LARGEST_CENTS).contains(&self.guarantee.cents());
        if !sane {
            return Err(QuoteRefusal::AmountRefused);
        }
        if self.valid_until < today || self.valid_until > today.plus_days(LONGEST_VALIDITY) {
            return Err(QuoteRefusal::ValidityRefused);
        }
        Ok(())
    }
}

impl Quote {
    /// Where it stands on a day: one whose last day is over has expired, whether or not somebody wrote it down.
    #[must_use]
    pub fn state_on(&self, today: Day) -> QuoteState {
        standing(self.state, self.facts.valid_until, today)
    }

    /// Whether something may be done with it on a day.
    ///
    /// # Errors
    /// [`QuoteRefusal`] says why not.
    pub fn may(&self, act: QuoteAct, today: Day) -> Result<(), QuoteRefusal> {
        may(self.state_on(today), act)
    }
}

/// Where a quote stands on a day; its last day counts whole.
#[must_use]
pub fn standing(state: QuoteState, valid_until: Day, today: Day) -> QuoteState {
    match state {
        QuoteState::Sent if valid_until < today => QuoteState::Expired,
        other => other,
    }
}

/// Whether something may be done with a quote that stands so.
///
/// # Errors
/// [`QuoteRefusal`] says why not.
pub const fn may(state: QuoteState, act: QuoteAct) -> Result<(), QuoteRefusal> {
    match (state, act) {
        (QuoteState::Draft, QuoteAct::Change | QuoteAct::Send)
        | (QuoteState::Sent, QuoteAct::Accept | QuoteAct::Decline | QuoteAct::Withdraw)
        | (QuoteState::Expired, QuoteAct::Expire) => Ok(()),
        (QuoteState::Sent, QuoteAct::Expire) => Err(QuoteRefusal::NotOver),
        (QuoteState::Draft, _) => Err(QuoteRefusal::NotSent),
        (QuoteState::Sent, _) => Err(QuoteRefusal::AlreadySent),
        (QuoteState::Accepted, _) => Err(QuoteRefusal::Accepted),
        (QuoteState::Declined, _) => Err(QuoteRefusal::Declined),
        (QuoteState::Withdrawn, _) => Err(QuoteRefusal::Withdrawn),
        (QuoteState::Expired, _) => Err(QuoteRefusal::Expired),
    }
}
