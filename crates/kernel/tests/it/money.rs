//! Amounts: reading, writing, rounding, splitting.

use kernel::{Currency, CurrencyRefused, Locale, Money, MoneyRefused, divide_half_away};
use proptest::prelude::*;

#[test]
fn an_amount_is_read_as_people_write_it() {
    let cases = [
        ("12", 1_200),
        ("0", 0),
        ("1234.56", 123_456),
        ("1234,56", 123_456),
        ("1 234,56", 123_456),
        ("1\u{a0}234,56\u{a0}€", 123_456),
        ("1\u{202f}234\u{202f}567,8", 123_456_780),
        ("€1,234.56", 123_456),
        ("1.234,56 EUR", 123_456),
        (" -3,5 € ", -350),
        ("\u{2212}0,01", -1),
        ("- 12", -1_200),
        ("-€1,234.56", -123_456),
        ("100 000 000 000", 10_000_000_000_000),
    ];
    for (text, cents) in cases {
        assert_eq!(Money::parse(text), Ok(Money::from_cents(cents)), "{text}");
    }
}

#[test]
fn what_is_not_an_amount_is_refused_with_its_reason() {
    let cases = [
        ("", MoneyRefused::Empty),
        (" € ", MoneyRefused::Empty),
        ("douze", MoneyRefused::Unreadable),
        ("12,", MoneyRefused::Unreadable),
        (",50", MoneyRefused::Unreadable),
        ("-", MoneyRefused::Unreadable),
        ("--1", MoneyRefused::Unreadable),
        ("1,2,3", MoneyRefused::Unreadable),
        ("1,,5", MoneyRefused::Unreadable),
        ("12 34", MoneyRefused::Unreadable),
        ("1e3", MoneyRefused::Unreadable),
        ("1 234,5 6", MoneyRefused::Unreadable),
        ("12,345", MoneyRefused::TooPrecise),
        ("12,00000000000000000000000000", MoneyRefused::TooPrecise),
        ("100 000 000 000,01", MoneyRefused::OutOfBounds),
        ("99999999999999999999999", MoneyRefused::OutOfBounds),
        ("-100000000001", MoneyRefused::OutOfBounds),
    ];
    for (text, refused) in cases {
        assert_eq!(Money::parse(text), Err(refused), "{text}");
    }
}

#[test]
fn an_amount_is_written_as_its_reader_expects() {
    let cases = [
        (123_456, "1\u{202f}234,56\u{a0}€", "€1,234.56"),
        (-123_456, "-1\u{202f}234,56\u{a0}€", "-€1,234.56"),
        (5, "0,05\u{a0}€", "€0.05"),
        (0, "0,00\u{a0}€", "€0.00"),
        (
            10_000_000_000,
            "100\u{202f}000\u{202f}000,00\u{a0}€",
            "€100,000,000.00",
        ),
    ];
    for (cents, french, english) in cases {
        let amount = Money::from_cents(cents);
        assert_eq!(amount.display(Locale::Fr, Currency::EUR), french);
        assert_eq!(amount.display(Locale::En, Currency::EUR), english);
    }
    let francs = Currency::parse("chf").unwrap();
    let amount = Money::from_cents(1_250);
    assert_eq!(amount.display(Locale::En, francs), "CHF\u{a0}12.50");
    assert_eq!(amount.field(Locale::Fr), "12,50");
    assert_eq!(amount.field(Locale::En), "12.50");
}

#[test]
fn a_currency_has_three_letters_and_cents() {
    assert_eq!(Currency::parse(" eur "), Ok(Currency::EUR));
    assert_eq!(Currency::parse("EURO"), Err(CurrencyRefused::Malformed));
    assert_eq!(Currency::parse("E1R"), Err(CurrencyRefused::Malformed));
    assert_eq!(Currency::parse("XPF"), Err(CurrencyRefused::WithoutCents));
    assert_eq!(serde_json::to_string(&Currency::EUR).unwrap(), "\"EUR\"");
}

#[test]
fn a_half_goes_away_from_zero() {
    let cases = [
        (5, 2, 3),
        (-5, 2, -3),
        (5, -2, -3),
        (-5, -2, 3),
        (7, 3, 2),
        (8, 3, 3),
        (-7, 3, -2),
        (6, 3, 2),
        (1, 2, 1),
        (0, 7, 0),
        (i128::MAX, i128::MAX, 1),
        (i128::MAX - 1, i128::MAX, 1),
    ];
    for (dividend, divisor, quotient) in cases {
        assert_eq!(
            divide_half_away(dividend, divisor),
            quotient,
            "{dividend}/{divisor}"
        );
    }
}

#[test]
fn a_share_is_rounded_once() {
    let cases = [
        (15_000, 17, 31, 8_226),
        (100, 1, 3, 33),
        (200, 1, 3, 67),
        (1, 1, 2, 1),
        (-1, 1, 2, -1),
        (i64::MAX, 1, 1, i64::MAX),
    ];
    for (cents, numerator, denominator, expected) in cases {
        let share = Money::from_cents(cents).share(numerator, denominator);
        assert_eq!(share.cents(), expected, "{cents} × {numerator}/{denominator}");
    }
}

#[test]
fn a_split_gives_the_cents_left_over_to_the_first_parts() {
    let cases: [(i64, &[i64], &[i64]); 8] = [
        (100, &[1, 1, 1], &[34, 33, 33]),
        (-100, &[1, 1, 1], &[-34, -33, -33]),
        (101, &[0, 1, 1], &[0, 51, 50]),
        (5, &[0, 0], &[3, 2]),
        (1_000, &[70, 30], &[700, 300]),
        (2, &[1, 1, 1, 1], &[1, 1, 0, 0]),
        (10, &[-5, 1], &[0, 10]),
        (10, &[], &[]),
    ];
    for (cents, parts, expected) in cases {
        let amounts = Money::from_cents(cents).allocate(parts);
        let amounts: Vec<i64> = amounts.into_iter().map(Money::cents).collect();
        assert_eq!(amounts, expected, "{cents} in {parts:?}");
    }
}

#[test]
fn amounts_add_up_and_travel_as_integers() {
    let mut total = Money::ZERO;
    total += Money::from_cents(250);
    total -= Money::from_cents(50);
    assert_eq!(total.times(3) - Money::from_cents(100), Money::from_cents(500));
    assert_eq!(-total, Money::from_cents(-200));
    assert_eq!([total, total].iter().sum::<Money>(), Money::from_cents(400));
    assert_eq!(serde_json::to_string(&total).unwrap(), "200");
    assert_eq!(serde_json::from_str::<Money>("200").unwrap(), total);
}

proptest! {
    #[test]
    fn a_split_adds_up_exactly_and_no_part_is_off_by_more_than_a_cent(
        cents in -10_000_000_000_000_i64..10_000_000_000_000,
        parts in prop::collection::vec(0_i64..1_000_000, 1..20),
    ) {
        let amount = Money::from_cents(cents);
        let amounts = amount.allocate(&parts);
        prop_assert_eq!(amounts.iter().sum::<Money>(), amount);
        let total: i64 = parts.iter().sum();
        if total > 0 {
            for (part, given) in parts.iter().zip(&amounts) {
                let exact = amount.share(*part, total);
                prop_assert!((*given - exact).abs() <= Money::from_cents(1));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(cents in -10_000_000_000_000_i64..=10_000_000_000_000) {
        let amount = Money::from_cents(cents);
        for locale in Locale::ALL {
            prop_assert_eq!(Money::parse(&amount.display(*locale, Currency::EUR)), Ok(amount));
            prop_assert_eq!(Money::parse(&amount.field(*locale)), Ok(amount));
        }
    }

    #[test]
    fn reading_any_text_never_panics(text in "\\PC{0,30}") {
        let _ = Money::parse(&text);
    }

    #[test]
    fn rounding_is_symmetric_and_within_a_half(
        dividend in -1_000_000_000_000_i128..1_000_000_000_000,
        divisor in 1_i128..1_000_000,
    ) {
        let rounded = divide_half_away(dividend, divisor);
        prop_assert_eq!(divide_half_away(-dividend, divisor), -rounded);
        prop_assert!(2 * (dividend - rounded * divisor).abs() <= divisor);
    }
}
