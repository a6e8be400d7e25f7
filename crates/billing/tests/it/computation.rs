//! Totals: worked examples, properties, and a second computation that shares nothing with the first.

use crate::world::cents;
use billing::{Basis, Exemption, Quantity, Vat, totals};
use kernel::{Money, Rate};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use std::collections::BTreeMap;

fn at(basis_points: i64) -> Vat {
    let exemption = (basis_points == 0).then_some(Exemption::Training);
    Vat {
        rate: Rate::from_basis_points(basis_points),
        exemption,
    }
}

#[test]
fn vat_is_computed_once_on_the_sum_of_the_lines_of_a_rate() {
    let cases: [(&[i64], i64, i64, i64); 6] = [
        (&[10, 10, 10], 30, 6, 36),
        // Line by line it would be 2 + 2 + 2.
        (&[12, 12, 12], 36, 7, 43),
        (&[25_000], 25_000, 5_000, 30_000),
        // Half a cent goes away from zero, on both sides of it.
        (&[3], 3, 1, 4),
        (&[-3], -3, -1, -4),
        (&[5_000, -5_000], 0, 0, 0),
    ];
    for (lines, net, vat, gross) in cases {
        let found = totals(Basis::Net, lines.iter().map(|amount| (cents(*amount), at(2_000))));
        assert_eq!(
            (found.net, found.vat, found.gross),
            (cents(net), cents(vat), cents(gross)),
            "{lines:?}"
        );
    }
}

#[test]
fn a_gross_total_is_kept_to_the_cent() {
    let cases: [(&[i64], i64, i64, i64); 4] = [
        (&[1_000], 833, 167, 1_000),
        (&[150, 150, 150], 375, 75, 450),
        (&[1], 1, 0, 1),
        (&[-1_000], -833, -167, -1_000),
    ];
    for (lines, net, vat, gross) in cases {
        let found = totals(
            Basis::Gross,
            lines.iter().map(|amount| (cents(*amount), at(2_000))),
        );
        assert_eq!(
            (found.net, found.vat, found.gross),
            (cents(net), cents(vat), cents(gross)),
            "{lines:?}"
        );
    }
}

#[test]
fn each_rate_and_each_exemption_has_its_own_line_the_lowest_rate_first() {
    let training = Vat {
        rate: Rate::ZERO,
        exemption: Some(Exemption::Training),
    };
    let letting = Vat {
        rate: Rate::ZERO,
        exemption: Some(Exemption::BareLetting),
    };
    let lines = [
        (cents(100), at(2_000)),
        (cents(100), letting),
        (cents(100), at(550)),
        (cents(100), training),
    ];
    let found = totals(Basis::Net, lines);
    let rates: Vec<Vat> = found.by_rate.iter().map(|line| line.vat).collect();
    assert_eq!(rates, [training, letting, at(550), at(2_000)]);
    assert_eq!(
        (found.net, found.vat, found.gross),
        (cents(400), cents(26), cents(426))
    );
}

#[test]
fn nothing_adds_up_to_nothing() {
    let found = totals(Basis::Net, []);
    assert!(found.by_rate.is_empty());
    assert_eq!(found.gross, Money::ZERO);
}

#[test]
fn a_line_is_its_quantity_times_its_price_rounded_once() {
    let cases = [
        (1_500, 3_000, 4_500),
        (333, 3_000, 999),
        (1, 500, 1),
        (1, 499, 0),
        (-1, 500, -1),
        (-1_500, 3_000, -4_500),
        (1_000_000_000, 100, 100_000_000),
    ];
    for (thousandths, price, amount) in cases {
        let quantity = Quantity::from_thousandths(thousandths).unwrap();
        assert_eq!(
            quantity.at(cents(price)),
            cents(amount),
            "{thousandths} × {price}"
        );
    }
}

/// A quantity in thousandths, a price in cents, a rate in basis points.
fn lines() -> impl Strategy<Value = Vec<(i64, i64, i64)>> {
    let quantity = (1_i64..100_000)
        .prop_flat_map(|size| any::<bool>().prop_map(move |minus| if minus { -size } else { size }));
    let rate = proptest::sample::select(vec![0_i64, 210, 550, 1_000, 2_000, 2_100, 8_875]);
    vec((quantity, 0_i64..1_000_000, rate), 0..40)
}

/// Rounds a ratio half away from zero the long way: through its absolute value and a remainder.
fn rounded(dividend: i128, divisor: i128) -> i128 {
    let size = dividend.abs();
    let (whole, rest) = (size / divisor, size % divisor);
    let up = i128::from(2 * rest >= divisor);
    (whole + up) * dividend.signum()
}

/// The totals computed again in whole numbers, rate by rate: net, VAT, gross in cents.
fn independently(gross_basis: bool, lines: &[(i64, i64, i64)]) -> (i128, i128, i128) {
    let mut sums: BTreeMap<i64, i128> = BTreeMap::new();
    for (quantity, price, rate) in lines {
        let amount = rounded(i128::from(*quantity) * i128::from(*price), 1_000);
        *sums.entry(*rate).or_default() += amount;
    }
    let (mut net, mut vat) = (0, 0);
    for (rate, sum) in sums {
        if gross_basis {
            let base = rounded(sum * 10_000, 10_000 + i128::from(rate));
            net += base;
            vat += sum - base;
        } else {
            net += sum;
            vat += rounded(sum * i128::from(rate), 10_000);
        }
    }
    (net, vat, net + vat)
}

proptest! {
    #[test]
    fn totals_agree_to_the_cent_with_an_independent_computation(lines in lines(), gross_basis in any::<bool>()) {
        let basis = if gross_basis { Basis::Gross } else { Basis::Net };
        let amounts: Vec<(Money, Vat)> = lines
            .iter()
            .map(|(quantity, price, rate)| (Quantity::from_thousandths(*quantity).unwrap().at(cents(*price)), at(*rate)))
            .collect();
        let found = totals(basis, amounts.iter().copied());
        let (net, vat, gross) = independently(gross_basis, &lines);
        prop_assert_eq!(i128::from(found.net.cents()), net);
        prop_assert_eq!(i128::from(found.vat.cents()), vat);
        prop_assert_eq!(i128::from(found.gross.cents()), gross);
    }

    #[test]
    fn lines_vat_and_totals_always_add_up(lines in lines(), gross_basis in any::<bool>()) {
        let basis = if gross_basis { Basis::Gross } else { Basis::Net };
        let amounts: Vec<(Money, Vat)> = lines
            .iter()
            .map(|(quantity, price, rate)| (Quantity::from_thousandths(*quantity).unwrap().at(cents(*price)), at(*rate)))
            .collect();
        let found = totals(basis, amounts.iter().copied());
        let sum: Money = amounts.iter().map(|(amount, _)| *amount).sum();
        prop_assert_eq!(found.net + found.vat, found.gross);
        prop_assert_eq!(found.by_rate.iter().map(|line| line.base).sum::<Money>(), found.net);
        prop_assert_eq!(found.by_rate.iter().map(|line| line.amount).sum::<Money>(), found.vat);
        prop_assert_eq!(if gross_basis { found.gross } else { found.net }, sum);
        prop_assert!(found.by_rate.iter().all(|line| line.vat.rate != Rate::ZERO || line.amount.is_zero()));
    }

    #[test]
    fn what_takes_an_invoice_back_line_by_line_comes_to_its_opposite(lines in lines(), gross_basis in any::<bool>()) {
        let basis = if gross_basis { Basis::Gross } else { Basis::Net };
        let amounts: Vec<(Money, Vat)> = lines
            .iter()
            .map(|(quantity, price, rate)| (Quantity::from_thousandths(*quantity).unwrap().at(cents(*price)), at(*rate)))
            .collect();
        let found = totals(basis, amounts.iter().copied());
        let back = totals(basis, amounts.iter().map(|(amount, vat)| (-*amount, *vat)));
        prop_assert_eq!((back.net, back.vat, back.gross), (-found.net, -found.vat, -found.gross));
    }
}
