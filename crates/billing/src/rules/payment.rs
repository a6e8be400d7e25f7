//! Money received, and the invoices it pays.

use super::invoice::Invoice;
use kernel::{AccountId, CustomerId, Day, Id, Instant, Money};

kernel::codes! {
    /// How money came in.
    pub enum Method {
        /// Bank transfer.
        Transfer = "transfer",
        /// Card.
        Card = "card",
        /// Cheque.
        Cheque = "cheque",
        /// Coins and notes.
        Cash = "cash",
        /// Direct debit.
        DirectDebit = "direct_debit",
        /// Any other way.
        Other = "other",
    }
}

impl Method {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Transfer => "billing-method-transfer",
            Self::Card => "billing-method-card",
            Self::Cheque => "billing-method-cheque",
            Self::Cash => "billing-method-cash",
            Self::DirectDebit => "billing-method-direct-debit",
            Self::Other => "billing-method-other",
        }
    }
}

/// Which invoices a payment pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allocation {
    /// Those of the customer, the oldest first.
    OldestFirst,
    /// This one first; what is left is kept as credit.
    To(Id<Invoice>),
}

/// A payment to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPayment {
    /// Who paid.
    pub customer: CustomerId,
    /// When the money came.
    pub received_on: Day,
    /// How much.
    pub amount: Money,
    /// How.
    pub method: Method,
    /// What the bank statement or the cheque says; may be empty.
    pub reference: String,
    /// Which invoices it pays.
    pub allocation: Allocation,
}

/// A payment recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which one.
    pub id: Id<Payment>,
    /// Who paid.
    pub customer: CustomerId,
    /// When the money came.
    pub received_on: Day,
    /// How much; negative in the reversal of another payment.
    pub amount: Money,
    /// How.
    pub method: Method,
    /// What the bank statement or the cheque says.
    pub reference: String,
    /// When it was written down.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: Option<AccountId>,
    /// The payment it takes back.
    pub reverses: Option<Id<Payment>>,
    /// Whether another payment takes it back.
    pub reversed: bool,
    /// What of it pays invoices; the rest is credit.
    pub allocated: Money,
}

impl Payment {
    /// What pays no invoice yet.
    #[must_use]
    pub fn credit(&self) -> Money {
        self.amount - self.allocated
    }
}

kernel::refusals! {
    /// Why a payment is not recorded or not taken back.
    pub enum PaymentRefusal {
        /// Nothing, less than nothing, or more than can be meant.
        AmountRefused = "billing-refused-amount",
        /// A day to come.
        DayToCome = "billing-refused-day-to-come",
        /// The day is in a month closed and cannot be believed: over two years ago.
        DayTooOld = "billing-refused-day-too-old",
        /// The reference is too long or cannot be printed.
        TextRefused = "billing-refused-text",
        /// More coins and notes than the law lets a debt be paid with.
        TooMuchCash {
            /// The most, in the words of the place's language.
            ceiling: String
        } = "billing-refused-too-much-cash",
        /// The invoice is another customer's.
        ForeignInvoice = "billing-refused-invoice-of-another",
        /// The invoice is paid already.
        InvoicePaid = "billing-refused-invoice-paid",
        /// It was taken back already, or is itself a reversal.
        AlreadyReversed = "billing-refused-already-reversed",
        /// There is no such customer.
        UnknownCustomer = "billing-refused-unknown-customer",
        /// There is no credit to use, or no invoice to pay with it.
        NoCredit = "billing-refused-no-credit",
    }
}

/// The largest payment: a hundred million.
const LARGEST_CENTS: i64 = 10_000_000_000;
const LONGEST_REFERENCE: usize = 140;
/// How far back a payment may be dated, in days: the limit catches slips of the keyboard in the year.
const OLDEST_DAYS: i64 = 731;

/// The most that may be paid in cash, by the first day of each law: C. mon. fin. art. D112-3, as changed by the decrees
/// 2015-741 and 2018-284. The last column is for a private person who lives abroad for tax.
const CASH_CEILINGS: [(&str, i64, i64); 2] = [
    ("2015-09-01", 100_000, 1_500_000),
    ("2018-10-01", 100_000, 1_000_000),
];

/// Who pays, as the law on cash sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Debtor {
    /// Whether they pay for a profession.
    pub professional: bool,
    /// Whether they live in France.
    pub in_france: bool,
}

/// The most that a debtor may pay in cash on a day, for one debt. None before the laws this program knows.
#[must_use]
pub fn cash_ceiling(debtor: Debtor, day: Day) -> Option<Money> {
    let text = day.to_string();
    let (_, common, foreigner) = CASH_CEILINGS
        .iter()
        .rev()
        .find(|(from, ..)| *from <= text.as_str())?;
    let cents = if debtor.professional || debtor.in_france {
        *common
    } else {
        *foreigner
    };
    Some(Money::from_cents(cents))
}

impl NewPayment {
    /// Checks the amount, the day and the reference; `today` is that of the place.
    pub(crate) fn check(&self, today: Day) -> Result<(), PaymentRefusal> {
        if !self.amount.is_positive() || self.amount.cents() > LARGEST_CENTS {
            return Err(PaymentRefusal::AmountRefused);
        }
        if self.received_on > today {
            return Err(PaymentRefusal::DayToCome);
        }
        if self.received_on.days_until(today) > OLDEST_DAYS {
            return Err(PaymentRefusal::DayTooOld);
        }
        if self.reference.chars().count() > LONGEST_REFERENCE || self.reference.chars().any(char::is_control)
        {
            return Err(PaymentRefusal::TextRefused);
        }
        Ok(())
    }
}

/// An invoice that waits for money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unpaid {
    /// Which one.
    pub invoice: Id<Invoice>,
    /// What is still to be paid.
    pub remaining: Money,
}

/// Spreads an amount over invoices in the order given, none beyond what it waits for. What is left pays nothing yet.
#[must_use]
pub fn spread(amount: Money, unpaid: &[Unpaid]) -> Vec<(Id<Invoice>, Money)> {
    let mut left = amount;
    let mut parts = Vec::new();
    for one in unpaid.iter().filter(|one| one.remaining.is_positive()) {
        if !left.is_positive() {
            break;
        }
        let part = left.min(one.remaining);
        parts.push((one.invoice, part));
        left -= part;
    }
    parts
}
