#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

fn terms(cut: CouponCut) -> CouponTerms {
    CouponTerms {
        code: "BIENVENUE".to_owned(),
        cut,
        targets: [CouponTarget::Passes].into(),
        offer: None,
        plan: None,
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
    let offer = CouponPurpose::Pass(Id::from_i64(1));
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
fn a_coupon_is_for_what_was_ticked() {
    use CouponTarget::{Bookings, Fee, FirstMonth, Passes};
    let on = Day::parse("2026-06-15").expect("a day");
    let (pass, plan, booking) = (
        CouponPurpose::Pass(Id::from_i64(1)),
        CouponPurpose::Plan(Id::from_i64(1)),
        CouponPurpose::Booking,
    );
    let table = [
        (vec![Passes], [true, false, false]),
        (vec![FirstMonth], [false, true, false]),
        (vec![Fee], [false, true, false]),
        (vec![Bookings], [false, false, true]),
        (vec![Passes, Fee, Bookings], [true, true, true]),
    ];
    for (targets, expected) in table {
        let coupon = CouponTerms {
            targets: targets.iter().copied().collect(),
            ..terms(CouponCut::Rate(Rate::from_basis_points(1_000)))
        };
        for (purpose, admitted) in [pass, plan, booking].into_iter().zip(expected) {
            let found = coupon.admits(purpose, on, (0, 0)).is_ok();
            assert_eq!(found, admitted, "{targets:?} {purpose:?}");
        }
        let other = CouponTerms {
            plan: Some(Id::from_i64(2)),
            ..coupon
        };
        assert!(other.admits(plan, on, (0, 0)).is_err(), "another plan");
    }
    let nothing = CouponTerms {
        targets: BTreeSet::new(),
        ..terms(CouponCut::Rate(Rate::from_basis_points(1_000)))
    };
    assert_eq!(nothing.check(), Err(CouponRefused::Target));
}

#[test]
fn every_coupon_of_the_guide_takes_off_what_it_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| fee | first period | coupon |")
        .expect("the table");
    let cents = |text: &str| Money::from_cents(text.replace('.', "").parse().expect("an amount"));
    let mut seen = 0;
    for line in table.1.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let cut = match cells[2].strip_suffix(" %") {
            Some(_) => CouponCut::Rate(Rate::parse(cells[2]).expect("a rate")),
            None => CouponCut::Amount(cents(cells[2])),
        };
        let coupon = CouponTerms {
            targets: cells[3]
                .split(' ')
                .map(|code| CouponTarget::parse(code).expect("a target"))
                .collect(),
            ..terms(cut)
        };
        let (fee, due) = (cents(cells[0]), cents(cells[1]));
        let (off_fee, first) = coupon.on_plan(fee);
        let off = first.map_or(Money::ZERO, |cut| due - cut.of(due));
        assert_eq!((off_fee, off), (cents(cells[4]), cents(cells[5])), "{line}");
        seen += 1;
    }
    assert!(seen >= 9, "{seen} lines");
}

#[test]
fn a_code_is_read_as_people_type_it() {
    assert_eq!(code(" été 2026 "), Ok("ETE2026".to_owned()));
    for text in ["ab", "", "a_b_c!", &"x".repeat(41)] {
        assert_eq!(code(text), Err(CouponRefused::Code), "{text}");
    }
}

#[test]
fn a_coupon_comes_off_as_many_dates_of_a_series_as_the_guide_says() {
    let guide = include_str!("../../../../../docs/rules.md");
    let table = guide
        .split_once("| dates | each may use it |")
        .expect("the table");
    let mut seen = 0;
    for line in table.1.lines().skip(2).take_while(|line| line.starts_with('|')) {
        let cells: Vec<Option<i64>> = line
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().parse().ok())
            .collect();
        let [Some(dates), most_each, most_uses, Some(others), Some(own), off] = cells[..] else {
            panic!("{line}");
        };
        let coupon = CouponTerms {
            most_uses,
            most_each,
            ..terms(CouponCut::Rate(Rate::from_basis_points(1_000)))
        };
        let left = coupon.left((others + own, own));
        assert_eq!(Some(left.map_or(dates, |left| left.min(dates))), off, "{line}");
        seen += 1;
    }
    assert!(seen >= 6, "{seen} lines");
}
