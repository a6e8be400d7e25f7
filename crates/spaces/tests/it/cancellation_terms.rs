//! What cancelling costs.

use kernel::{Instant, Money, Rate};
use proptest::prelude::*;
use spaces::rules::cancellation::{Term, TermsRefused, checked, fee};

const PRICE: Money = Money::from_cents(10_001);
const START: Instant = Instant::from_seconds(2_000_000_000);

fn term(hours: i64, percent: i64) -> Term {
    Term {
        notice_minutes: hours * 60,
        fee: Rate::from_basis_points(percent * 100),
    }
}

#[test]
fn exactly_at_the_notice_counts_as_in_time() {
    let terms = [term(24, 0), term(0, 50)];
    let fee_at = |seconds: i64| fee(&terms, PRICE, START, START.minus_seconds(seconds));
    assert_eq!(fee_at(86_400), Money::ZERO);
    assert_eq!(fee_at(86_399), Money::from_cents(5_001));
    assert_eq!(fee_at(0), Money::from_cents(5_001));
    let a_moment_late = Instant::from_micros(START.minus_seconds(86_400).micros() + 1);
    assert_eq!(fee(&terms, PRICE, START, a_moment_late), Money::from_cents(5_001));
}

#[test]
fn the_longest_notice_still_given_applies_whatever_the_order() {
    let terms = [term(0, 100), term(24, 50), term(72, 0)];
    let fee_at = |hours: i64| fee(&terms, PRICE, START, START.minus_minutes(hours * 60));
    assert_eq!(fee_at(100), Money::ZERO);
    assert_eq!(fee_at(72), Money::ZERO);
    assert_eq!(fee_at(71), Money::from_cents(5_001));
    assert_eq!(fee_at(24), Money::from_cents(5_001));
    assert_eq!(fee_at(23), PRICE);
}

#[test]
fn without_a_table_nothing_and_without_a_line_everything_is_due() {
    assert_eq!(fee(&[], PRICE, START, START), Money::ZERO);
    assert_eq!(fee(&[term(24, 0)], PRICE, START, START.minus_minutes(60)), PRICE);
}

#[test]
fn tables_that_make_no_sense_are_refused() {
    let refused = [
        (vec![term(-1, 0)], TermsRefused::Notice),
        (vec![term(10_000_000, 0)], TermsRefused::Notice),
        (vec![term(1, 101)], TermsRefused::Fee),
        (vec![term(1, -1)], TermsRefused::Fee),
        (vec![term(1, 10), term(1, 20)], TermsRefused::NoticeTwice),
        (vec![term(24, 50), term(0, 10)], TermsRefused::Backwards),
    ];
    for (terms, expected) in refused {
        assert_eq!(checked(terms), Err(expected));
    }
    assert_eq!(
        checked(vec![term(0, 50), term(24, 0)]),
        Ok(vec![term(24, 0), term(0, 50)])
    );
}

proptest! {
    #[test]
    fn the_fee_never_falls_as_the_beginning_comes_nearer(
        lines in prop::collection::vec((0..200_i64, 0..=100_i64), 0..6), price in 0..1_000_000_i64, far in 0..300_i64, nearer in 0..300_i64,
    ) {
        let terms: Vec<Term> = lines.into_iter().map(|(hours, percent)| term(hours, percent)).collect();
        if let Ok(terms) = checked(terms) {
            let price = Money::from_cents(price);
            let fee_at = |hours: i64| fee(&terms, price, START, START.minus_minutes(hours * 60));
            prop_assert!(fee_at(far + nearer) <= fee_at(far));
            prop_assert!(fee_at(far) <= price && !fee_at(far).is_negative());
        }
    }
}
