//! What moving a booking costs: nobody gets out of a cancellation fee by moving first (RULES 19).
//!
//! Of what is given up, the part that cancelling would have cost at that moment stays due; and what cancelling the whole booking
//! would have cost stays its *floor*: no later move or cancellation costs less.

use super::booking::Price;
use billing::Basis;
use kernel::{Money, Rate};

/// A booking as it was agreed until now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// Its price.
    pub price: Price,
    /// What giving it up costs at least.
    pub floor: Money,
    /// The part of the price that cancelling would cost now.
    pub share: Rate,
}

/// What a move leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The price of the booking where it goes, with what stays due.
    pub price: Price,
    /// Of that, what the new hours alone would not cost.
    pub kept: Money,
    /// What giving it up costs at least from now on; never more than the price.
    pub floor: Money,
}

/// What moving a booking leaves, when its new hours cost `tariff`.
///
/// Worked, with half of the price due: from 40.00 to 10.00, half of the 30.00 given up stays due, so that it costs 25.00 and its
/// floor is 20.00. From 40.00 to the same price it still costs 40.00, and its floor is 20.00 on whatever day it goes to. To a space
/// free of charge it costs 20.00, as the product that it was.
#[must_use]
pub fn moved(agreed: &Agreed, tariff: Price) -> Moved {
    let target = if tariff.product.is_some() {
        tariff
    } else {
        Price {
            amount: tariff.amount,
            ..agreed.price
        }
    };
    let before = on_basis(target.basis, agreed.price.amount, &agreed.price);
    let given_up = (before - target.amount).max(Money::ZERO);
    let floor = on_basis(target.basis, agreed.floor, &agreed.price);
    let amount = (target.amount + given_up.percent(agreed.share)).max(floor);
    Moved {
        price: if amount.is_zero() {
            tariff
        } else {
            Price { amount, ..target }
        },
        kept: amount - target.amount,
        floor: before.percent(agreed.share).max(floor),
    }
}

/// An amount of a price, with or without the VAT agreed.
/// An amount of one price as another basis says it.
pub(crate) fn on_basis(basis: Basis, amount: Money, of: &Price) -> Money {
    match (of.basis, basis) {
        (Basis::Net, Basis::Gross) => amount + of.rate.of(amount),
        (Basis::Gross, Basis::Net) => of.rate.net_from_gross(amount),
        _ => amount,
    }
}
