//! What the place earned, as it is told.

use super::catalogue::Product;
use kernel::{Id, Money, Month};

/// What one product brought in during one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revenue {
    /// The month that its charges belong to.
    pub month: Month,
    /// What was charged.
    pub product: Id<Product>,
    /// Net of VAT; what was sold with VAT is taken apart once for each rate.
    pub net: Money,
    /// How many charges, those that take back others among them.
    pub charges: i64,
}
