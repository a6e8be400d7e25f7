#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn terms(cut: CouponCut) -> CouponTerms {
    CouponTerms {
        code: "BIENVENUE".to_owned(),
        cut,
        offer: None,
        days: Days::new(
            Day::parse("2026-06-01").expect("a day"),
            Day::parse("2026-06-30").expect("a day"),
        )
        .expect("in order"),
        most_uses: Some(10),
        most_each: Some(1),
        active: true,
    }
}

#[test]
fn a_part_is_rounded_once_and_an_amount_never_gives_money_back() {
    let cents = Money::from_cents;
    let part = CouponCut::Rate(Rate::from_basis_points(1_550));
    assert_eq!(part.of(cents(15_001)), cents(12_676), "2 325.155 off");
    assert_eq!(CouponCut::Amount(cents(2_000)).of(cents(15_000)), cents(13_000));
    assert_eq!(CouponCut::Amount(cents(20_000)).of(cents(15_000)), Money::ZERO);
}

#[test]
fn a_coupon_is_for_its_days_its_pass_and_so_many_times() {
    let offer = Id::from_i64(1);
    let coupon = terms(CouponCut::Rate(Rate::from_basis_points(1_000)));
    let on = |text: &str| Day::parse(text).expect("a day");
    let table = [
        ("2026-06-30", (9, 0), Ok(())),
        ("2026-07-01", (0, 0), Err(CouponRefused::Unknown)),
        ("2026-06-15", (10, 0), Err(CouponRefused::UsedUp)),
        ("2026-06-15", (3, 1), Err(CouponRefused::UsedByYou)),
    ];
    for (day, uses, expected) in table {
        assert_eq!(coupon.admits(offer, on(day), uses), expected, "{day} {uses:?}");
    }
    let other = CouponTerms {
        offer: Some(Id::from_i64(2)),
        ..coupon.clone()
    };
    assert_eq!(
        other.admits(offer, on("2026-06-15"), (0, 0)),
        Err(CouponRefused::OtherOffer)
    );
    let withdrawn = CouponTerms {
        active: false,
        ..coupon
    };
    assert_eq!(
        withdrawn.admits(offer, on("2026-06-15"), (0, 0)),
        Err(CouponRefused::Unknown)
    );
}

#[test]
fn a_code_is_read_as_people_type_it() {
    assert_eq!(code(" été 2026 "), Ok("ETE2026".to_owned()));
    for text in ["ab", "", "a_b_c!", &"x".repeat(41)] {
        assert_eq!(code(text), Err(CouponRefused::Code), "{text}");
    }
}
