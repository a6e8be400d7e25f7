//! What is owed and not yet invoiced, one thing at a time.

use super::catalogue::{Basis, Product, Unit, Vat};
use super::invoice::Invoice;
use super::quantity::Quantity;
use kernel::{CustomerId, Day, Days, Id, Instant, Money, Month, PersonId, Rate};

/// Where a charge comes from, in the words of the capability that makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What kind of thing: `booking`.
    pub kind: String,
    /// Which one.
    pub id: i64,
}

impl Source {
    /// The thing of kind `kind` whose identifier is `id`.
    #[must_use]
    pub fn new<T>(kind: &str, id: Id<T>) -> Self {
        Self {
            kind: kind.to_owned(),
            id: id.as_i64(),
        }
    }
}

/// Something to be charged.
///
/// What it amounts to is the quantity times the unit price, rounded once. A correction has a negative quantity, or a
/// negative unit price, which is taken as the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCharge {
    /// Who pays.
    pub customer: CustomerId,
    /// Who used it, when that is somebody: an organisation's invoice is grouped by it.
    pub person: Option<PersonId>,
    /// What was sold.
    pub product: Id<Product>,
    /// What the invoice calls it: one line.
    pub label: String,
    /// More about it, on a second line; may be empty.
    pub detail: String,
    /// How much of it.
    pub quantity: Quantity,
    /// In which unit.
    pub unit: Unit,
    /// The price of one unit, on `basis`.
    pub unit_price: Money,
    /// Whether the price includes VAT.
    pub basis: Basis,
    /// The VAT rate that was agreed.
    pub rate: Rate,
    /// The days on which it is used; the first one decides the month.
    pub service: Days,
    /// Where it comes from.
    pub source: Source,
    /// Names this charge for ever, among all charges of the place: `booking:…`, `plan:…:2026-06`.
    pub source_key: String,
}

/// A charge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    /// Which one.
    pub id: Id<Charge>,
    /// Who pays.
    pub customer: CustomerId,
    /// Who used it.
    pub person: Option<PersonId>,
    /// What was sold.
    pub product: Id<Product>,
    /// What the invoice calls it.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
    /// How much of it; negative in a correction.
    pub quantity: Quantity,
    /// In which unit.
    pub unit: Unit,
    /// The price of one unit; never negative.
    pub unit_price: Money,
    /// What it amounts to, on `basis`.
    pub amount: Money,
    /// Whether the amounts include VAT.
    pub basis: Basis,
    /// The VAT.
    pub vat: Vat,
    /// The days of use.
    pub service: Days,
    /// The month that bills it.
    pub month: Month,
    /// Where it comes from.
    pub source: Source,
    /// Its name among all charges of the place.
    pub source_key: String,
    /// The charge, invoiced already, that it takes back.
    pub corrects: Option<Id<Charge>>,
    /// What became of it.
    pub state: ChargeState,
    /// When it was made.
    pub created_at: Instant,
}

/// What became of a charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChargeState {
    /// Waits for its invoice.
    Open,
    /// Stands on an invoice.
    Invoiced(Id<Invoice>),
    /// Was withdrawn before it was invoiced.
    Cancelled,
}

/// What cancelling a charge did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// It was open and is gone.
    Withdrawn,
    /// It was invoiced: this open charge takes it back on the next invoice.
    Credited(Id<Charge>),
}

kernel::refusals! {
    /// Why a charge is not taken or not cancelled.
    pub enum ChargeRefusal {
        /// The label is empty or a text too long.
        TextRefused = "billing-refused-text",
        /// The amount is larger than can be meant.
        AmountRefused = "billing-refused-amount",
        /// Its source was charged already, otherwise.
        AlreadyCharged = "billing-refused-already-charged",
        /// It was cancelled, or taken back, already.
        AlreadyCancelled = "billing-refused-already-cancelled",
        /// There is no such product or customer.
        UnknownProduct = "billing-refused-unknown-product",
        /// The rate is nothing and the product does not say why.
        NoExemption = "billing-refused-exemption",
    }
}

/// The largest amount of one charge: a hundred million.
const LARGEST_CENTS: i64 = 10_000_000_000;
/// The most characters of a label, a detail or a key.
const LONGEST_TEXT: usize = 300;

/// A quantity, a unit price that is not negative, and their product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Priced {
    pub(crate) quantity: Quantity,
    pub(crate) unit_price: Money,
    pub(crate) amount: Money,
}

impl NewCharge {
    /// Checks texts and amounts, and computes what it comes to.
    pub(crate) fn priced(&self) -> Result<Priced, ChargeRefusal> {
        let too_long = [&self.label, &self.detail, &self.source_key]
            .iter()
            .any(|text| text.chars().count() > LONGEST_TEXT);
        let unprintable = [&self.label, &self.detail]
            .iter()
            .any(|text| text.chars().any(char::is_control));
        if too_long || unprintable || self.label.trim().is_empty() || self.source_key.is_empty() {
            return Err(ChargeRefusal::TextRefused);
        }
        if self.unit_price.cents().unsigned_abs() > LARGEST_CENTS.unsigned_abs() {
            return Err(ChargeRefusal::AmountRefused);
        }
        let (quantity, unit_price) = if self.unit_price.is_negative() {
            (self.quantity.opposite(), -self.unit_price)
        } else {
            (self.quantity, self.unit_price)
        };
        // A million units at a hundred million each would still fit in 64 bits.
        let amount = quantity.at(unit_price);
        if amount.abs().cents() > LARGEST_CENTS {
            return Err(ChargeRefusal::AmountRefused);
        }
        Ok(Priced {
            quantity,
            unit_price,
            amount,
        })
    }
}

/// The month that bills a day of service: its own, or the first open one when that is closed (RULES 24).
#[must_use]
pub fn billing_month(service: Day, last_closed: Option<Month>) -> Month {
    let own = service.month_of();
    match last_closed {
        Some(closed) if own <= closed => closed.next(),
        _ => own,
    }
}
