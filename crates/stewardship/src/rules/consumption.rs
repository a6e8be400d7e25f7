//! What somebody takes at the counter: printing, coffee, a meal; it goes to their account.

use billing::Basis;
use kernel::{Id, Money, Rate};

/// The most of a thing that is taken at once: more is a slip of the finger.
pub const MOST: i64 = 10_000;

/// Something sold by the piece, with the price that this person pays today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Which product.
    pub product: Id<billing::Product>,
    /// What it is called.
    pub name: String,
    /// The price of one.
    pub price: Money,
    /// Whether that includes VAT.
    pub basis: Basis,
    /// The VAT.
    pub rate: Rate,
}

kernel::refusals! {
    /// Why nothing was put on an account, or taken off it.
    pub enum ConsumptionRefused {
        /// It is not sold by the piece, or not to this person today.
        NotSold = "stewardship-refused-consumption-not-sold",
        /// None, or more than anybody takes at once.
        Quantity = "stewardship-refused-consumption-quantity",
        /// It stands on an invoice already: only a credit note takes it back.
        Invoiced = "stewardship-refused-consumption-invoiced",
        /// Billing does not take it.
        NotBilled = "stewardship-refused-consumption-not-billed",
    }
}

/// Whether so many may be put on an account.
///
/// # Errors
/// [`ConsumptionRefused::Quantity`] below one and beyond [`MOST`].
pub fn quantity(asked: i64) -> Result<i64, ConsumptionRefused> {
    if (1..=MOST).contains(&asked) {
        Ok(asked)
    } else {
        Err(ConsumptionRefused::Quantity)
    }
}
