#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use super::*;

#[test]
fn a_pass_pays_for_a_day_at_least_and_lasts_a_month_at_least() {
    let costs = UnitCosts::new(3, 2).expect("in order");
    let out_of_bounds = Err(PassOfferRefused::UnitsOutOfBounds {
        minimum: 3,
        maximum: 10_000,
    });
    assert_eq!(check_pass(30, costs, None), Ok(()));
    assert_eq!(check_pass(3, costs, Some(1)), Ok(()));
    assert_eq!(check_pass(2, costs, None), out_of_bounds);
    assert_eq!(check_pass(-30, costs, None), out_of_bounds);
    assert_eq!(check_pass(i64::MAX, costs, None), out_of_bounds);
    for months in [0, -1, 121, i64::MAX] {
        let refused = Err(PassOfferRefused::ValidityOutOfBounds { maximum: 120 });
        assert_eq!(check_pass(30, costs, Some(months)), refused, "{months} months");
    }
}
