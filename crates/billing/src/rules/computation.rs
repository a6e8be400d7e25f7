//! Lines to totals (RULES 21).
//!
//! Net basis: the lines of one VAT rate are summed, VAT is computed once on that sum, and the total is the nets plus the VAT
//! (EN 16931, BR-CO-10 to BR-CO-17). Worked: 3 lines of 0.10 at 20 % are 0.30 net and 0.06 of VAT, 0.36 in all; computing VAT
//! line by line would say 0.02 three times as well, but 3 lines of 0.12 give 0.36, 0.07 and 0.43 where line by line says 0.42.
//!
//! Gross basis: the lines of one rate are summed with their VAT, the net part is taken out once, and VAT is what remains, so
//! that the total is the sum of the lines to the cent. Worked: 10.00 with 20 % in it is 8.33 net and 1.67 of VAT.

use super::catalogue::{Basis, Vat};
use kernel::Money;
use std::collections::BTreeMap;

/// The amounts of one VAT rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VatLine {
    /// The rate, and the reason when it is nothing.
    pub vat: Vat,
    /// Net amount that bears it.
    pub base: Money,
    /// The VAT.
    pub amount: Money,
}

/// The amounts of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// One line per VAT rate, the lowest rate first.
    pub by_rate: Vec<VatLine>,
    /// Without VAT.
    pub net: Money,
    /// The VAT.
    pub vat: Money,
    /// With VAT: what is to be paid.
    pub gross: Money,
}

/// The totals of lines, each an amount on `basis` with its VAT.
#[must_use]
pub fn totals(basis: Basis, lines: impl IntoIterator<Item = (Money, Vat)>) -> Totals {
    let mut sums: BTreeMap<Vat, Money> = BTreeMap::new();
    for (amount, vat) in lines {
        *sums.entry(vat).or_default() += amount;
    }
    let by_rate: Vec<VatLine> = sums
        .into_iter()
        .map(|(vat, sum)| of_rate(basis, vat, sum))
        .collect();
    let net: Money = by_rate.iter().map(|line| line.base).sum();
    let vat: Money = by_rate.iter().map(|line| line.amount).sum();
    Totals {
        by_rate,
        net,
        vat,
        gross: net + vat,
    }
}

fn of_rate(basis: Basis, vat: Vat, sum: Money) -> VatLine {
    match basis {
        Basis::Net => VatLine {
            vat,
            base: sum,
            amount: vat.rate.of(sum),
        },
        Basis::Gross => {
            let base = vat.rate.net_from_gross(sum);
            VatLine {
                vat,
                base,
                amount: sum - base,
            }
        }
    }
}
