//! The cheapest combination of hours, half-days and days.

use kernel::Money;
use proptest::prelude::*;
use spaces::rules::pricing::Tariff;

const fn euros(amount: i64) -> Option<Money> {
    Some(Money::from_cents(amount * 100))
}

const REFERENCE: Tariff = Tariff {
    hour: euros(15),
    half_day: euros(50),
    day: euros(80),
};

#[test]
fn the_numbers_of_the_rules_hold() {
    let table = [
        (1, 15),
        (2, 30),
        (3, 45),
        (4, 50),
        (5, 65),
        (6, 80),
        (7, 80),
        (8, 80),
        (9, 95),
        (12, 130),
        (16, 160),
    ];
    for (hours, expected) in table {
        let found = REFERENCE.cheapest(hours * 60).unwrap().price;
        assert_eq!(Some(found), euros(expected), "{hours} h");
    }
}

#[test]
fn a_begun_quarter_counts_as_a_quarter() {
    let price = |minutes| REFERENCE.cheapest(minutes).unwrap().price.cents();
    assert_eq!(price(15), 375);
    assert_eq!(price(16), 750);
    assert_eq!(price(90), 2_250);
}

#[test]
fn what_is_not_offered_is_not_combined() {
    let hours_only = Tariff {
        hour: euros(10),
        ..Tariff::default()
    };
    assert_eq!(hours_only.cheapest(600).unwrap().price, Money::from_cents(10_000));
    let days_only = Tariff {
        day: euros(80),
        ..Tariff::default()
    };
    assert_eq!(days_only.cheapest(30).unwrap().price, Money::from_cents(8_000));
    assert_eq!(days_only.cheapest(481).unwrap().price, Money::from_cents(16_000));
    assert_eq!(Tariff::default().cheapest(60), None);
}

#[test]
fn a_price_of_nothing_is_a_price() {
    let free = Tariff {
        hour: euros(0),
        ..Tariff::default()
    };
    assert_eq!(free.cheapest(60).unwrap().price, Money::ZERO);
}

#[test]
fn an_absurd_length_is_priced_at_once() {
    assert!(REFERENCE.cheapest(i64::MAX).is_some());
    assert!(REFERENCE.cheapest(i64::MIN).is_some());
}

/// Every way of covering the minutes, tried one by one.
fn by_hand(tariff: Tariff, minutes: i64) -> Option<Money> {
    let mut best: Option<Money> = None;
    for days in 0..=5_i64 {
        for half_days in 0..=8_i64 {
            for quarters in 0..=200_i64 {
                let covered = days * 480 + half_days * 240 + quarters * 15;
                let part = |price: Option<Money>, pieces: i64| match (price, pieces) {
                    (_, 0) => Some(Money::ZERO),
                    (price, pieces) => price.map(|price| price.times(pieces)),
                };
                let hours = match (tariff.hour, quarters) {
                    (_, 0) => Some(Money::ZERO),
                    (hour, quarters) => hour.map(|hour| hour.share(quarters, 4)),
                };
                let sum = part(tariff.day, days)
                    .zip(part(tariff.half_day, half_days))
                    .zip(hours);
                if covered >= minutes
                    && let Some(((day, half), hours)) = sum
                {
                    let price = day + half + hours;
                    best = Some(best.map_or(price, |best| best.min(price)));
                }
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_other_combination_is_cheaper(
        hour in prop::option::of(0..4_000_i64), half_day in prop::option::of(0..9_000_i64),
        day in prop::option::of(0..16_000_i64), minutes in 1..1_900_i64,
    ) {
        let tariff = Tariff {
            hour: hour.map(Money::from_cents),
            half_day: half_day.map(Money::from_cents),
            day: day.map(Money::from_cents),
        };
        prop_assert_eq!(tariff.cheapest(minutes).map(|found| found.price), by_hand(tariff, minutes));
    }

    #[test]
    fn a_longer_booking_is_never_cheaper(minutes in 1..4_000_i64, more in 0..600_i64) {
        let price = |minutes| REFERENCE.cheapest(minutes).unwrap().price;
        prop_assert!(price(minutes) <= price(minutes + more));
    }
}
