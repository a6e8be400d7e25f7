//! A price as people outside read it: without VAT and with it.

use billing::Basis;
use kernel::{Money, Rate};

/// An amount without VAT and with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// Without VAT.
    pub net: Money,
    /// With VAT.
    pub gross: Money,
    /// At this rate.
    pub rate: Rate,
}

impl Both {
    /// Both together; the higher rate stands for them.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            net: self.net + other.net,
            gross: self.gross + other.gross,
            rate: self.rate.max(other.rate),
        }
    }

    /// An amount that is net or gross, at a rate: the other one is rounded once, half away from zero.
    #[must_use]
    pub fn of(amount: Money, basis: Basis, rate: Rate) -> Self {
        match basis {
            Basis::Net => Self {
                net: amount,
                gross: amount + rate.of(amount),
                rate,
            },
            Basis::Gross => Self {
                net: rate.net_from_gross(amount),
                gross: amount,
                rate,
            },
        }
    }
}
