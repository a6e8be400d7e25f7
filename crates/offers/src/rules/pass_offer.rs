//! Passes as they are offered.

use super::cost::UnitCosts;
use kernel::{Id, Name};

/// Marks the identifiers of products, which belong to billing.
pub(crate) type ProductId = Id<billing::Product>;

/// A pass that the place sells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassOffer {
    /// Which one.
    pub id: Id<PassOffer>,
    /// What people call it.
    pub name: Name,
    /// What is billed.
    pub product: ProductId,
    /// Units in it.
    pub units: i64,
    /// What a day and a half-day cost.
    pub costs: UnitCosts,
    /// For how many months it is good; none means for ever.
    pub validity_months: Option<i64>,
    /// Whether all people of the payer draw on it.
    pub shared: bool,
    /// Whether it is still sold.
    pub active: bool,
}

impl PassOffer {
    /// The most units in a pass.
    pub const MOST_UNITS: i64 = 10_000;
    /// The longest validity, in months.
    pub const LONGEST_VALIDITY: i64 = 120;
}

kernel::refusals! {
    /// Why a pass cannot be offered so.
    pub enum PassOfferRefused {
        /// The pass would not pay for one day, or holds too many units.
        UnitsOutOfBounds {
            /// The fewest units.
            minimum: i64,
            /// The most units.
            maximum: i64
        } = "offers-refused-units-out-of-bounds",
        /// No such number of months.
        ValidityOutOfBounds {
            /// The most months.
            maximum: i64
        } = "offers-refused-validity-out-of-bounds",
    }
}

/// Checks the numbers of a pass.
///
/// # Errors
/// [`PassOfferRefused`] when it would not pay for one day, or a number is absurd.
pub(crate) fn check_pass(
    units: i64,
    costs: UnitCosts,
    validity_months: Option<i64>,
) -> Result<(), PassOfferRefused> {
    if units < costs.day() || units > PassOffer::MOST_UNITS {
        return Err(PassOfferRefused::UnitsOutOfBounds {
            minimum: costs.day(),
            maximum: PassOffer::MOST_UNITS,
        });
    }
    match validity_months {
        Some(months) if !(1..=PassOffer::LONGEST_VALIDITY).contains(&months) => {
            Err(PassOfferRefused::ValidityOutOfBounds {
                maximum: PassOffer::LONGEST_VALIDITY,
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
