//! Percentages and the VAT identities they must keep.

use kernel::{Locale, Money, Rate, RateRefused};
use proptest::prelude::*;

#[test]
fn a_rate_is_read_and_written() {
    let cases = [
        ("20", 2_000, "20\u{202f}%", "20%"),
        ("5,5", 550, "5,5\u{202f}%", "5.5%"),
        ("5.50 %", 550, "5,5\u{202f}%", "5.5%"),
        ("2,1", 210, "2,1\u{202f}%", "2.1%"),
        ("0,05", 5, "0,05\u{202f}%", "0.05%"),
        ("0", 0, "0\u{202f}%", "0%"),
        ("100", 10_000, "100\u{202f}%", "100%"),
        ("1000\u{a0}%", 100_000, "1000\u{202f}%", "1000%"),
    ];
    for (text, basis_points, french, english) in cases {
        let rate = Rate::parse(text).unwrap();
        assert_eq!(rate.basis_points(), basis_points, "{text}");
        assert_eq!(rate.display(Locale::Fr), french);
        assert_eq!(rate.display(Locale::En), english);
    }
    assert_eq!(Rate::from_basis_points(-550).field(Locale::Fr), "-5,5");
}

#[test]
fn what_is_not_a_rate_is_refused_with_its_reason() {
    let cases = [
        ("", RateRefused::Unreadable),
        ("vingt", RateRefused::Unreadable),
        ("-5", RateRefused::Unreadable),
        ("5,", RateRefused::Unreadable),
        ("5,5,5", RateRefused::Unreadable),
        ("5,555", RateRefused::TooPrecise),
        ("1000,01", RateRefused::OutOfBounds),
        ("99999999999999999999", RateRefused::OutOfBounds),
    ];
    for (text, refused) in cases {
        assert_eq!(Rate::parse(text), Err(refused), "{text}");
    }
}

#[test]
fn vat_is_rounded_half_away_from_zero() {
    let cases = [
        (15_000, 2_000, 3_000),
        (1_010, 550, 56),
        (-1_010, 550, -56),
        (250, 2_000, 50),
        (90, 550, 5),
        (10, 500, 1),
        (-10, 500, -1),
    ];
    for (net, basis_points, vat) in cases {
        let rate = Rate::from_basis_points(basis_points);
        assert_eq!(
            rate.of(Money::from_cents(net)).cents(),
            vat,
            "{net} at {basis_points}"
        );
    }
}

#[test]
fn a_net_amount_is_found_in_a_gross_one() {
    let cases = [
        (18_000, 2_000, 15_000),
        (1_000, 2_000, 833),
        (1_000, 550, 948),
        (-1_000, 2_000, -833),
        (1_000, 0, 1_000),
    ];
    for (gross, basis_points, net) in cases {
        let rate = Rate::from_basis_points(basis_points);
        let found = rate.net_from_gross(Money::from_cents(gross));
        assert_eq!(found.cents(), net, "{gross} at {basis_points}");
    }
}

proptest! {
    #[test]
    fn net_and_vat_make_the_gross_again(
        net in -10_000_000_000_i64..10_000_000_000,
        basis_points in 0_i64..=10_000,
    ) {
        let rate = Rate::from_basis_points(basis_points);
        let net = Money::from_cents(net);
        let gross = net + rate.of(net);
        prop_assert_eq!(rate.net_from_gross(gross), net);
    }

    #[test]
    fn the_vat_of_the_net_of_a_gross_is_what_is_left_of_it_within_a_cent(
        gross in -10_000_000_000_i64..10_000_000_000,
        basis_points in 0_i64..=10_000,
    ) {
        let rate = Rate::from_basis_points(basis_points);
        let gross = Money::from_cents(gross);
        let net = rate.net_from_gross(gross);
        let left = gross - net;
        prop_assert!((rate.of(net) - left).abs() <= Money::from_cents(1));
    }

    #[test]
    fn a_written_rate_is_read_back(basis_points in 0_i64..=100_000) {
        let rate = Rate::from_basis_points(basis_points);
        for locale in Locale::ALL {
            prop_assert_eq!(Rate::parse(&rate.display(*locale)), Ok(rate));
            prop_assert_eq!(Rate::parse(&rate.field(*locale)), Ok(rate));
        }
    }
}
